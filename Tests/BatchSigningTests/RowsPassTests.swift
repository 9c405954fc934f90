import BatchSigning
import Files
import Foundation
import Parallel
import TestSupport
import Testing

/// The rows are read in buffers; where one ends must not be seen in anything.
@Suite("Rows in pieces")
struct RowsPassTests {
  private let folder = TemporaryFolder()

  private func reason(bufferLength: Int) throws -> SigningError.Code? {
    var verifier = BatchVerifier(
      receiver: "MDA", trust: try Pilot.trust(), at: Pilot.today, plan: WorkPlan(threadCount: 2))
    verifier.bufferLength = bufferLength
    return try verifier.verify(at: folder.path + "/batch").reason
  }

  @Test("A batch of several blocks has one root, however long the buffers are")
  func roots() throws {
    var description = Sample.description()
    description.key = ["n"]
    let rows = "n\n" + (0..<33_000).map { "\($0)\n" }.joined()
    try Sample.sign(rows, in: folder.path + "/batch", description: description)
    for length in [60_001, 1 << 17] {
      #expect(try reason(bufferLength: length) == nil, "\(length)")
    }
  }

  @Test("An empty line is no row of one empty cell, for CSV readers pass over it; quotes are")
  func emptyLine() throws {
    var description = Sample.description()
    description.key = ["n"]
    for rows in ["n\n1\n\n2\n", "n\n\n", "n\n1\n\n"] {
      #expect(throws: SigningError(.row)) {
        try Sample.sign(rows, in: folder.path + "/empty", description: description)
      }
    }
    try Sample.sign("n\n1\n\"\"\n2\n", in: folder.path + "/batch", description: description)
    #expect(try reason(bufferLength: 60_001) == nil)
  }

  @Test("Every character stands alone in a row that is accepted, or is refused, as Unicode says")
  func characters() throws {
    var allowed: [String] = []
    var refused: [String] = []
    for value in UInt32(0xa0)..<0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let isVisible =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
      let isComposed = text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(
        text.unicodeScalars)
      if isVisible && isComposed { allowed.append(text) } else { refused.append(text) }
    }
    var description = Sample.description()
    description.key = ["n"]
    let rows = allowed.enumerated().map { "\($0),1\($1)\n" }.joined()
    try Sample.sign("n,text\n" + rows, in: folder.path + "/allowed", description: description)
    #expect(refused.count > 300)
    for (number, text) in refused.enumerated() where number.isMultiple(of: 16) || number < 48 {
      let error = #expect(throws: SigningError.self) {
        try Sample.sign(
          "n,text\n1,1\(text)\n", in: "\(folder.path)/\(number)", description: description)
      }
      #expect(error?.code == .text, "U+\(String(text.unicodeScalars.first?.value ?? 0, radix: 16))")
    }
  }

  private func signing(_ rows: String, _ name: String) throws -> SigningError.Code? {
    var description = Sample.description()
    description.key = ["n"]
    do {
      try Sample.sign("n,m\n" + rows, in: "\(folder.path)/\(name)", description: description)
      return nil
    } catch let error as SigningError {
      return error.code
    }
  }

  @Test("A key is one key at every place in a row, with and without quotes", arguments: 0..<9)
  func keys(padding: Int) throws {
    for (number, text) in ["", "Đặng ễ", "字", "a-=+@b xxxxxxxxx"].enumerated() {
      let key = String(repeating: "a", count: padding) + text
      let name = "\(padding)-\(number)"
      #expect(try signing("\(key),\n\"\(key)\",\n", name) == .duplicate, "\(key)")
      #expect(try signing("\(key),\n\(key),\n", name) == .duplicate, "\(key)")
      #expect(try signing("\(key),\n\(key)b,\n\"c\(key)\",\n", name) == nil, "\(key)")
    }
  }

  @Test("What may not stand in a row is found at every place of it", arguments: 0..<9)
  func places(padding: Int) throws {
    let start = String(repeating: "a", count: padding)
    let faults: [(String, SigningError.Code)] = [
      ("\t", .text), ("\u{7f}", .text), ("\u{0}", .text), ("\r", .text), ("\u{ad}", .text),
      ("A\u{301}", .text), ("\u{202e}", .text), (",", .row), (",=", .formula), (",\"@\"", .formula),
      (",-", .formula), (",-1a", .formula),
    ]
    for (number, (fault, code)) in faults.enumerated() {
      let name = "\(padding)-\(number)"
      // A comma too many, or one cell that begins with a sign; else text that may not stand there.
      let row = code == .formula ? "\(start)\(fault)" : "\(start)\(fault),"
      let rows = [row, "zz,1"]
      let ordered = (padding + number).isMultiple(of: 2) ? rows : rows.reversed()
      #expect(try signing(ordered.joined(separator: "\n") + "\n", name) == code, "\(ordered)")
    }
    #expect(try signing("\(start)1,-1.5\nzz,1\n", "good\(padding)") == nil)
  }

  @Test("Rows longer than a buffer are joined", arguments: [1, 2, 7, 19, 40, 64])
  func joined(bufferLength: Int) throws {
    try Sample.sign(in: folder.path + "/batch")
    #expect(try reason(bufferLength: bufferLength) == nil)
  }

  @Test("A key that comes again in another buffer is found, and the first such row told")
  func duplicates() throws {
    let path = folder.path + "/batch"
    try makeFolder(at: path)
    let rows = "n,m\n" + (0..<500).map { "\($0 == 400 ? 7 : $0 == 450 ? 8 : $0),x\n" }.joined()
    try writeBytes(Array(rows.utf8), to: path + "/results.csv")
    var description = Sample.description()
    description.key = ["n"]
    let error = #expect(throws: SigningError.self) {
      try BatchSigner.sign(
        folder: path, description: description, previous: nil, issuer: Pilot.identity("BKA"),
        cosigner: nil)
    }
    #expect(error?.code == .duplicate)
    #expect(error?.detail == "row 401 repeats a key")
  }

  @Test("A row longer than 64 KiB is refused, and one just as long is not")
  func longRows() throws {
    for (length, code) in [(65_533, nil), (65_534, SigningError.Code.limit)] {
      let path = "\(folder.path)/\(length)"
      try makeFolder(at: path)
      let row = "1," + String(repeating: "x", count: length) + "\n"
      try writeBytes(Array(("candidate_number,m\n" + row).utf8), to: path + "/results.csv")
      var description = Sample.description()
      description.key = []
      func sign() throws {
        try BatchSigner.sign(
          folder: path, description: description, previous: nil, issuer: Pilot.identity("BKA"),
          cosigner: nil)
      }
      if let code {
        #expect(throws: SigningError(code)) { try sign() }
      } else {
        try sign()
      }
    }
  }
}
