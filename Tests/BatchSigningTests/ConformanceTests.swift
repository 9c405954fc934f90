import BatchSigning
import Files
import Foundation
import TestSupport
import Testing

/// The cases of `fixtures/signing`: one folder a case, its verdict at the front of the name.
@Suite("Conformance cases")
struct ConformanceTests {
  static let folder = Fixtures.path("signing")
  static let names = (try? namesInFolder(folder + "/cases")) ?? []

  @Test("There are cases", .enabled(if: !ConformanceWriter.isWanted))
  func present() {
    #expect(Self.names.count >= 30)
    #expect(Self.names.contains { $0.hasPrefix("accepted") })
  }

  @Test("A case has the verdict in its name", arguments: names)
  func verdict(name: String) throws {
    let expected = name.prefix { $0 != "-" }
    let trust = try TrustBundle(folder: Self.folder + "/trust", at: Pilot.today)
    let verdict = try BatchVerifier(receiver: "MDA", trust: trust, at: Pilot.today).verify(
      folder: "\(Self.folder)/cases/\(name)")
    #expect((verdict.reason?.rawValue ?? "accepted") == expected, "\(verdict)")
  }

  @Test(
    "The cases are made anew",
    .enabled(if: ConformanceWriter.isWanted, "SCORE_EXCHANGE_WRITE_CONFORMANCE is not set"))
  func write() throws {
    try ConformanceWriter(folder: Self.folder).writeAll()
  }
}

/// Makes the cases; their keys are thrown away.
struct ConformanceWriter {
  static let isWanted =
    ProcessInfo.processInfo.environment["SCORE_EXCHANGE_WRITE_CONFORMANCE"] != nil

  let folder: String

  func writeAll() throws {
    try removeItem(at: folder + "/cases")
    try removeItem(at: folder + "/trust")
    try makeFolder(at: folder + "/trust/certs")
    let trust = Pilot.authority.trustFolder
    for name in try namesInFolder(trust) where name != "certs" {
      try writeBytes(readBytes(at: "\(trust)/\(name)"), to: "\(folder)/trust/\(name)")
    }
    try writeSignatures()
    try writeOffices()
    try writeFiles()
    try writeRows()
    try writeManifests()
  }

  private func path(_ name: String) -> String { "\(folder)/cases/\(name)" }

  /// A good batch, changed afterwards.
  private func make(
    _ name: String, _ description: BatchDescription = Sample.description(),
    cosigner: String? = "GHA", change: (String) throws -> Void = { _ in }
  ) throws {
    try Sample.sign(in: path(name), description: description, cosigner: cosigner)
    try change(path(name))
  }

  private func edit(_ file: String, _ body: (inout [UInt8]) -> Void) throws {
    var bytes = try readBytes(at: file)
    body(&bytes)
    try writeBytes(bytes, to: file)
  }

  /// Both offices sign whatever the manifest says now.
  private func resign(_ batch: String, _ body: (String) -> String) throws {
    let old = String(decoding: try readBytes(at: batch + "/manifest.json"), as: UTF8.self)
    let manifest = Array(body(old).utf8)
    try writeBytes(manifest, to: batch + "/manifest.json")
    for (office, name) in [("BKA", "manifest.p7s"), ("GHA", "manifest.cosign.p7s")] {
      let signature = try DetachedSignature(
        over: manifest, by: Pilot.identity(office), at: Pilot.today)
      try writeBytes(signature.der, to: "\(batch)/\(name)")
    }
  }

  /// The issuer's signature as the plain tool makes it with these options.
  private func toolSignature(_ batch: String, _ options: [String]) throws {
    let keys = Pilot.authority.folder
    let result = try OpenSSLTool.run(
      [
        "cms", "-sign", "-binary", "-nosmimecap", "-in", batch + "/manifest.json", "-signer",
        keys + "/BKA.pem", "-inkey", keys + "/BKA.key", "-outform", "DER", "-out",
        batch + "/manifest.p7s",
      ] + options)
    guard result.status == 0 else { throw SigningError(.library, "openssl", result.output) }
  }

  private func writeSignatures() throws {
    try make("accepted-signed-by-the-plain-tool") { try toolSignature($0, ["-cades"]) }
    try make("E_CMS_ATTR-no-signing-certificate") { try toolSignature($0, []) }
    try make("E_CMS_ATTR-no-signed-attributes") { try toolSignature($0, ["-noattr"]) }
    try make("E_CMS_ALG-sha1") { try toolSignature($0, ["-md", "sha1"]) }
    try make("E_CMS_ALG-sha384") { try toolSignature($0, ["-cades", "-md", "sha384"]) }
    try make("E_CMS_EMBEDDED-content-inside") { try toolSignature($0, ["-cades", "-nodetach"]) }
    try make("E_CMS_SIGNERS-no-certificate") { try toolSignature($0, ["-cades", "-nocerts"]) }
    try make("E_CHAIN-certificate-too-many") {
      try toolSignature($0, ["-cades", "-certfile", Pilot.authority.folder + "/root.1.crt"])
    }
    try make("E_DER-byte-behind-the-signature") {
      try edit($0 + "/manifest.p7s") { $0.append(0) }
    }
    try make("E_DER-empty-signature") { try writeBytes([], to: $0 + "/manifest.p7s") }
    try make("E_LIMIT-signature-too-long") {
      try edit($0 + "/manifest.p7s") { $0 += [UInt8](repeating: 0, count: 65_536) }
    }
    try make("E_SIG-last-byte-of-the-signature") {
      try edit($0 + "/manifest.p7s") { $0[$0.count - 1] ^= 1 }
    }
    try make("E_SIG-co-signature") {
      try edit($0 + "/manifest.cosign.p7s") { $0[$0.count - 1] ^= 1 }
    }
    try make("E_SIG_DIGEST-manifest-changed") {
      try edit($0 + "/manifest.json") { $0[$0.count - 2] ^= 1 }
    }
  }

  private func writeOffices() throws {
    try make("accepted-results")
    var outcomes = Sample.description(kind: .outcomes, recipients: ["MDA"])
    outcomes.key = ["candidate_number"]
    try make("accepted-outcomes", outcomes)
    try make("E_THRESHOLD-one-signature", cosigner: nil)
    try make("E_OFFICE-co-signed-by-another", cosigner: "MDA")
    try make("E_OFFICE-co-signed-by-the-issuer", cosigner: "BKA")
    try make(
      "E_COORDINATOR-manifest-names-another", Sample.description(coordinator: "MDA"),
      cosigner: "MDA")
    try make("E_RECIPIENT-not-named", Sample.description(recipients: ["GHA"]))
    var old = Sample.description()
    old.created = Pilot.validFrom
    old.expires = Pilot.today
    try make("E_EXPIRED-at-its-last-moment", old)
    var future = Sample.description()
    future.created = Pilot.today.advanced(bySeconds: 301)
    try make("E_FUTURE-five-minutes-and-a-second", future)
    var newer = Sample.description()
    newer.trustVersion = 2
    try make("E_TRUST_ROLLBACK-made-under-a-newer-bundle", newer)
    try make("E_PIN-stranger") { batch in
      let key = try PrivateKey.generate()
      let stranger = try Certificate.selfSigned(
        subject: Pilot.identity("BKA").certificate.subject, key: key, profile: .signing,
        validity: CertificateValidity(from: Pilot.validFrom, to: Pilot.today.advanced(byDays: 9)))
      let signature = try DetachedSignature(
        over: readBytes(at: batch + "/manifest.json"),
        by: SigningIdentity(certificate: stranger, key: key), at: Pilot.today)
      try writeBytes(signature.der, to: batch + "/manifest.p7s")
    }
  }

  private func writeFiles() throws {
    try make("E_EXTRA_FILE-notes") { try writeBytes([0x31], to: $0 + "/notes.txt") }
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
  private func writeRows() throws {
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
      ("E_ROW-no-last-line-end", "candidate_number,name\n1,A"),
    ] {
      try make(name) { try replaceRows(in: $0, rows, columns: "\"candidate_number\",\"name\"") }
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

  private func replaceRows(
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

  private func writeManifests() throws {
    for (name, old, new) in [
      ("E_JSON-space", "{\"agreement\"", "{ \"agreement\""),
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
