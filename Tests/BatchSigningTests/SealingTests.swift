import BatchSigning
import Files
import TestSupport
import Testing

@Suite("Sealed batches")
struct SealingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try Sample.sign(in: folder.path + "/batch")
  }

  private func seal(to recipient: String = "MDA", by issuer: String = "BKA") throws {
    try BatchSealer.seal(
      folder: folder.path + "/batch", to: recipient, output: folder.path + "/sealed",
      issuer: Pilot.identity(issuer), trust: Pilot.trust(), at: Pilot.today, segmentLength: 1_000)
  }

  private func open(
    as receiver: String = "MDA", state: ReceiverState? = nil
  ) throws -> SigningError.Code? {
    let keys = Pilot.authority.folder
    return try BatchOpener(
      certificate: Certificate(fileAt: "\(keys)/\(receiver).seal.pem"),
      key: PrivateKey(fileAt: "\(keys)/\(receiver).seal.key"), trust: Pilot.trust(),
      at: Pilot.today
    ).open(folder: folder.path + "/sealed", to: folder.path + "/opened", state: state).reason
  }

  private func change(_ name: String, _ body: (inout [UInt8]) -> Void) throws {
    let path = "\(folder.path)/sealed/\(name)"
    var bytes = try readBytes(at: path)
    body(&bytes)
    try writeBytes(bytes, to: path)
  }

  @Test("What was sealed in several segments is opened to the same bytes")
  func roundTrip() throws {
    try seal()
    #expect(try namesInFolder(folder.path + "/sealed").count > 8)
    #expect(try open() == nil)
    let names = try namesInFolder(folder.path + "/batch")
    #expect(try namesInFolder(folder.path + "/opened") == names)
    for name in names {
      #expect(
        try readBytes(at: "\(folder.path)/opened/\(name)")
          == readBytes(at: "\(folder.path)/batch/\(name)"))
    }
  }

  @Test("Where the state cannot be written nothing is accepted and nothing stays, and later it is")
  func unwritableState() throws {
    try seal()
    let state = ReceiverState(folder: folder.path + "/state")
    // Folders under every name that a new state could first be written to.
    for number in 0..<1_000 {
      try makeFolder(at: "\(state.folder)/state.json.staged-\(number).partial")
    }
    #expect(throws: SigningError(.notWritable)) { try open(state: state) }
    #expect(try namesInFolder(folder.path) == ["batch", "sealed", "state"])
    try removeItem(at: state.folder)
    #expect(try open(state: state) == nil)
    try removeItem(at: folder.path + "/opened")
    #expect(try open(state: state) == .replay)
  }

  @Test("A receiver that the manifest does not name gets nothing, and another cannot open")
  func recipients() throws {
    #expect(throws: SigningError(.recipient)) { try seal(to: "BKA") }
    try seal()
    #expect(try open(as: "GHA") == .recipient)
  }

  @Test("A changed, swapped or missing segment is refused before it is decrypted")
  func segments() throws {
    try seal()
    try change("segment.0002.p7m") { $0[$0.count / 2] ^= 1 }
    #expect(try open() == .digest)
    try removeItem(at: folder.path + "/sealed/segment.0002.p7m")
    #expect(try open() == .missingFile)
    #expect(fileKind(at: folder.path + "/opened") == nil)
    // No plaintext is left beside it either.
    #expect(try namesInFolder(folder.path) == ["batch", "sealed"])
  }

  @Test("A changed list of segments is refused")
  func list() throws {
    try seal()
    try change("transport.json") { $0[$0.count - 5] ^= 1 }
    #expect(try open() == .signatureDigest)
  }

  @Test("A batch that another office has sealed is refused")
  func foreignSender() throws {
    try seal(by: "GHA")
    #expect(try open() == .office)
  }

  @Test("What its receiver would refuse is not sealed")
  func refused() throws {
    func seal(to recipient: String = "MDA", by issuer: String = "BKA") throws -> BatchVerdict {
      try BatchSealer.seal(
        folder: folder.path + "/batch", to: recipient, output: folder.path + "/sealed",
        issuer: Pilot.identity(issuer), trust: Pilot.trust(), at: Pilot.today)
    }
    #expect(throws: SigningError(.office)) { try seal(by: "GHA") }
    #expect(try seal(to: "XDA").reason == .recipient)
    let rows = try readBytes(at: folder.path + "/batch/results.csv")
    try writeBytes(
      rows.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "2") : $0 },
      to: folder.path + "/batch/results.csv")
    #expect(try seal().reason == .digest)
    #expect(try namesInFolder(folder.path) == ["batch"])
    try writeBytes(rows, to: folder.path + "/batch/results.csv")
    #expect(try seal().reason == nil)
    #expect(try open() == nil)
  }

  @Test("A batch is not opened with the receiver's certificate for signing, and that is told")
  func certificateForSigning() throws {
    try seal()
    let keys = Pilot.authority.folder
    let opener = try BatchOpener(
      certificate: Certificate(fileAt: "\(keys)/MDA.pem"),
      key: PrivateKey(fileAt: "\(keys)/MDA.key"), trust: Pilot.trust(), at: Pilot.today)
    guard
      case .refused(let error) = try opener.open(
        folder: folder.path + "/sealed", to: folder.path + "/opened")
    else { return #expect(Bool(false)) }
    #expect(error.code == .recipient)
    #expect("\(error)".contains("certificate of MDA is not the one"))
  }

  @Test("A folder that is there already is not written into")
  func occupied() throws {
    try seal()
    try makeFolder(at: folder.path + "/opened")
    #expect(throws: SigningError(.notWritable)) { try open() }
  }
}
