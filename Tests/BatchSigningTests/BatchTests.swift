import BatchSigning
import Files
import TestSupport
import Testing

@Suite("Signed batches")
struct BatchTests {
  let folder: TemporaryFolder

  init() { folder = TemporaryFolder() }

  private var batch: String { folder.path + "/batch" }

  @Test("A signed batch is accepted by a recipient, with the bytes that were checked")
  func accepted() throws {
    let head = try Sample.sign(in: batch)
    guard case .accepted(let verified) = try Sample.verify(batch) else {
      Issue.record("refused: \(try Sample.verify(batch))")
      return
    }
    #expect(verified.digest == head.digest)
    #expect(verified.manifest.sequence == 1)
    #expect(verified.manifest.rows.rowCount == 3)
    #expect(verified.rows == Array(Sample.rows.utf8))
    #expect(verified.notes.count == 3)
  }

  @Test("The batch of the coordinating office itself is co-signed by its deputy and nobody else")
  func deputy() throws {
    try Sample.sign(in: batch, cosigner: "MDA")
    #expect(try Sample.verify(batch).reason == .office)
    let other = folder.path + "/other"
    var description = Sample.description(coordinator: "MDA")
    description.key = ["candidate_number"]
    try Sample.sign(in: other, description: description, cosigner: "MDA")
    #expect(try Sample.verify(other).reason == .coordinator)
  }

  @Test("A signature over nothing fits nothing, and no more")
  func emptyContent() throws {
    let signature = try DetachedSignature(over: [], by: Pilot.identity("BKA"), at: Pilot.today)
    try signature.check(over: [], subject: "nothing")
    let error = #expect(throws: SigningError.self) {
      try signature.check(over: [0], subject: "something")
    }
    #expect(error?.code == .signatureDigest)
  }

  @Test("Another office's batch is co-signed by the coordinating office")
  func coordinator() throws {
    try Sample.sign(
      in: batch,
      description: Sample.description(issuer: "MDA", coordinator: "BKA", recipients: ["GHA"]),
      cosigner: "BKA")
    #expect(try Sample.verify(batch, as: "GHA").reason == nil)
  }

  @Test("A batch without the second signature is refused")
  func oneSignature() throws {
    try Sample.sign(in: batch, cosigner: nil)
    #expect(try Sample.verify(batch).reason == .threshold)
  }

  @Test("Only a recipient may use a batch, and only between its dates")
  func audience() throws {
    try Sample.sign(in: batch)
    #expect(try Sample.verify(batch, as: "BKA").reason == .recipient)
    #expect(
      try Sample.verify(batch, at: Pilot.today.advanced(byDays: 300)).reason == .expired)
    #expect(try Sample.verify(batch, at: Pilot.today.advanced(byDays: -1)).reason == .future)
    #expect(
      try Sample.verify(batch, at: Pilot.today.advanced(bySeconds: -299)).reason == nil)
  }

  @Test("A batch signed under another authority is refused, though that one has the same offices")
  func foreignAuthority() throws {
    try Sample.sign(in: batch)
    let foreign = try Pilot.makeAuthority(in: folder.path + "/foreign")
    let trust = try TrustBundle(folder: foreign.trustFolder, at: Pilot.today)
    #expect(try Sample.verify(batch, trust: trust).reason == .notPinned)
  }

  @Test("A folder that holds a batch is not signed again")
  func signedTwice() throws {
    try Sample.sign(in: batch)
    #expect(throws: SigningError(.alreadySigned)) { try Sample.sign(in: batch) }
  }

  @Test(
    "Plain openssl accepts both signatures", .enabled(if: OpenSSLTool.isPresent))
  func plainTool() throws {
    try Sample.sign(in: batch)
    for name in ["manifest.p7s", "manifest.cosign.p7s"] {
      let (status, output) = try OpenSSLTool.verify(name, in: batch)
      #expect(status == 0, "\(output)")
      #expect(
        try readBytes(at: folder.path + "/checked.json") == readBytes(at: batch + "/manifest.json"))
    }
  }

  @Test("Files that the manifest does not name, and links, are refused")
  func strayFiles() throws {
    try Sample.sign(in: batch)
    try writeBytes([1], to: batch + "/notes.txt")
    #expect(try Sample.verify(batch).reason == .extraFile)
    try removeItem(at: batch + "/notes.txt")
    try makeFolder(at: batch + "/more")
    #expect(try Sample.verify(batch).reason == .notRegular)
  }

  @Test("A missing folder is no verdict")
  func missing() throws {
    #expect(throws: SigningError(.missingInput)) { try Sample.verify(batch) }
  }

  @Test(
    "Rows that a receiver would refuse are not signed",
    arguments: [
      ("a,b\n1,2\n1,3\n", SigningError.Code.duplicate), ("a,b\n1,=2+3\n", .formula),
      ("a,b\n1,@x\n", .formula), ("a,b\n1,\"-2+3\"\n", .formula), ("a,b\n1,2", .row),
      ("a,b\n1,2,3\n", .row), ("a,b\n1\n", .row), ("a,b\r\n1,2\r\n", .text),
      ("a,b\n1,e\u{301}\n", .text), ("a,b\n1,x\u{202e}y\n", .text), ("a,b\n1,\"x\ny\"\n", .row),
      ("a,b\n1,x\"y\n", .row), ("a,b\n1,\"x\"y\n", .row), ("a,a\n1,2\n", .columns),
      ("b,c\n1,2\n", .invalidDescription), ("a,b\n1,\t2\n", .text),
      ("a,b\n1,2\n\"1\",3\n", .duplicate), ("a,name\n1,-1\n", .formula),
      ("a,status,b\n1,\"-2.5\",3\n", .formula), ("a,-1\n1,2\n", .formula),
    ])
  func badRows(rows: String, code: SigningError.Code) throws {
    var description = Sample.description()
    description.key = ["a"]
    #expect(throws: SigningError(code)) {
      try Sample.sign(rows, in: batch, description: description)
    }
    #expect(fileKind(at: batch + "/manifest.json") == nil)
  }

  @Test("Quoted cells, negative numbers and an empty table can be signed")
  func goodRows() throws {
    var description = Sample.description()
    description.key = ["a"]
    for (number, rows) in ["a,b\n", "a,b\n1,-2.5\n2,\"say \"\"x\"\", y\"\n", "a\n1\n\"\"\n"]
      .enumerated()
    {
      let folder = batch + "\(number)"
      try Sample.sign(rows, in: folder, description: description)
      #expect(try Sample.verify(folder).reason == nil)
    }
  }
}
