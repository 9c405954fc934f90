import BatchSigning
import Files
import Foundation

extension ConformanceWriter {
  func writeFiles() throws {
    try make("E_EXTRA_FILE-notes") { try writeBytes([0x31], to: $0 + "/notes.txt") }
    try make("E_EXTRA_FILE-time-stamp-of-another-name") {
      try writeBytes([0x31], to: $0 + "/manifest.p7s.tsr")
    }
    try make("E_DER-time-stamp-is-none") { try writeBytes([0x30, 0], to: $0 + "/manifest.tsr") }
    try make("E_NOT_REGULAR-folder-inside") {
      try makeFolder(at: $0 + "/more")
      try writeBytes([0x31], to: $0 + "/more/file")
    }
    try make("E_LIMIT-manifest-too-long") {
      try edit($0 + "/manifest.json") { $0 += [UInt8](repeating: 0x20, count: 1 << 18) }
    }
    try make("E_SIZE-salt-too-short") { try edit($0 + "/salt.bin") { $0.removeLast() } }
    try make("E_MISSING_FILE-salt") { try removeItem(at: $0 + "/salt.bin") }
    try make("E_MISSING_FILE-manifest") { try removeItem(at: $0 + "/manifest.json") }
    try make("E_SIZE-row-cut-off") { try edit($0 + "/results.csv") { $0.removeLast(9) } }
    try make("E_SIZE-row-added") { try edit($0 + "/results.csv") { $0 += Array("x\n".utf8) } }
    try make("E_DIGEST-mark-changed") {
      try edit($0 + "/results.csv") { bytes in
        if let place = bytes.firstIndex(of: UInt8(ascii: "6")) { bytes[place] += 1 }
      }
    }
    try make("E_DIGEST-salt-changed") { try edit($0 + "/salt.bin") { $0[31] ^= 1 } }
  }

  /// Rows that no receiver takes, though both offices signed them with the right digests.
  func writeRows() throws {
    for (name, rows) in [
      ("E_DUP-one-key-twice", "candidate_number,name\n1,A\n1,B\n"),
      ("E_DUP-one-key-quoted", "candidate_number,name\n1,A\n\"1\",B\n"),
      ("E_FORMULA-equals", "candidate_number,name\n1,=A1\n"),
      ("E_FORMULA-quoted", "candidate_number,name\n1,\"@SUM(1,2)\"\n"),
      ("E_TEXT-not-composed", "candidate_number,name\n1,e\u{301}\n"),
      ("E_TEXT-turned-around", "candidate_number,name\n1,A\u{202e}B\n"),
      ("E_TEXT-carriage-return", "candidate_number,name\r\n1,A\r\n"),
      ("E_ROW-cell-too-few", "candidate_number,name\n1\n"),
      ("E_ROW-line-end-in-quotes", "candidate_number,name\n1,\"A\nB\"\n"),
      ("E_FORMULA-plus", "candidate_number,name\n1,+84\n"),
      ("E_FORMULA-negative-number-in-text", "candidate_number,name\n1,-1\n"),
      ("E_FORMULA-in-the-header", "candidate_number,@name\n1,A\n"),
      ("E_TEXT-byte-order-mark", "\u{feff}candidate_number,name\n1,A\n"),
      ("E_TEXT-zero-byte", "candidate_number,name\n1,A\0\n"),
      ("E_ROW-quote-inside", "candidate_number,name\n1,A\"B\n"),
      ("E_ROW-cell-too-many", "candidate_number,name\n1,A,B\n"),
      ("E_ROW-no-last-line-end", "candidate_number,name\n1,A"),
    ] {
      let second = name.hasSuffix("header") ? "@name" : "name"
      try make(name) {
        try replaceRows(in: $0, rows, columns: "\"candidate_number\",\"\(second)\"")
      }
    }
    let rows = "candidate_number,name\n1,A\n"
    try make("E_COLUMNS-other-order") {
      try replaceRows(in: $0, rows, columns: "\"name\",\"candidate_number\"")
    }
    try make("E_COUNT-one-too-many") {
      try replaceRows(in: $0, rows, columns: "\"candidate_number\",\"name\"", countChange: 1)
    }
    try make("E_ROOT-of-other-rows") { batch in
      try resign(batch) { manifest in
        manifest.replacing(/"root":"[0-9a-f]{8}/, with: "\"root\":\"00000000")
      }
    }
  }

  func replaceRows(
    in batch: String, _ rows: String, columns: String, countChange: Int = 0
  ) throws {
    let bytes = Array(rows.utf8)
    let key = try readBytes(at: batch + "/salt.bin")
    var lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map {
      Array($0) + [UInt8(ascii: "\n")]
    }
    if bytes.last != UInt8(ascii: "\n"), !lines.isEmpty { lines[lines.count - 1].removeLast() }
    var leaves: [UInt8] = []
    for (index, line) in lines.enumerated() {
      let salt = try MerkleTree.salt(ofRow: index, key: key)
      leaves += MerkleTree.leaf(salt: salt, row: line).bytes
    }
    let root = MerkleTree.root(leaves).hex
    try writeBytes(bytes, to: batch + "/results.csv")
    try resign(batch) { manifest in
      let end = manifest.range(of: "{\"name\":\"salt.bin\"")?.lowerBound ?? manifest.endIndex
      let start = manifest.range(of: "\"files\":[")?.upperBound ?? manifest.startIndex
      let entry =
        "{\"columns\":[\(columns)],\"key\":[\"candidate_number\"],\"name\":\"results.csv\","
        + "\"role\":\"rows\",\"root\":\"\(root)\",\"rows\":\(lines.count + countChange),"
        + "\"sha256\":\"\(SHA256.digest(of: bytes).hex)\",\"size\":\(bytes.count),"
        + "\"tree\":\"rfc6962-salted-sha256\"},"
      return manifest.replacingCharacters(in: start..<end, with: entry)
    }
  }

  func writeManifests() throws {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    for (name, old, new) in [
      ("E_JSON-space", "{\"agreement\"", "{ \"agreement\""),
      ("E_JSON-deep", "\"purpose\":\"", "\"purpose\":\(deep),\"purpose2\":\""),
      ("E_JSON-escape", "\"kind\":\"results\"", "\"kind\":\"\\u0072esults\""),
      ("E_JSON-number-too-great", "\"seq\":1,", "\"seq\":9007199254740992,"),
      ("E_JSON-line-end", "}],\"format\"", "}],\n\"format\""),
      ("E_FORMAT-sequence-zero", "\"seq\":1,", "\"seq\":0,"),
      ("E_FORMAT-sequence-text", "\"seq\":1,", "\"seq\":\"1\","),
      ("E_FORMAT-recipient-twice", "[\"GHA\",\"MDA\"]", "[\"MDA\",\"MDA\"]"),
      ("E_FORMAT-digest-in-capitals", "\"prev\":\"0000", "\"prev\":\"A000"),
      ("E_LIMIT-size-beyond-all", "\"size\":32", "\"size\":9007199254740991"),
      ("E_NAME-reserved", "\"salt.bin\"", "\"manifest.p7s\""),
      ("E_NAME-capitals", "\"salt.bin\"", "\"Salt.bin\""),
      ("E_JSON-member-twice", "\"seq\":1,", "\"seq\":1,\"seq\":1,"),
      ("E_JSON-fraction", "\"seq\":1,", "\"seq\":1.0,"),
      ("E_JSON-order", "\"seq\":1,\"session\":\"2025-07\"", "\"session\":\"2025-07\",\"seq\":1"),
      ("E_FORMAT-member-too-many", "\"seq\":1,", "\"seq\":1,\"seq2\":1,"),
      ("E_FORMAT-member-missing", "\"seq\":1,", ""),
      ("E_FORMAT-other-version", "exam-batch/1", "exam-batch/2"),
      ("E_FORMAT-first-with-predecessor", "\"prev\":\"0", "\"prev\":\"1"),
      ("E_FORMAT-too-long-a-life", "\"expires\":\"2026", "\"expires\":\"2027"),
      ("E_NAME-path-upwards", "\"salt.bin\"", "\"../salt.bin\""),
    ] {
      try make(name) { try resign($0) { $0.replacing(old, with: new) } }
    }
  }
}
