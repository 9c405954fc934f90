import BatchSigning
import Files
import Testing
import TestSupport

/// Seeded fuzzing: whatever arrives is refused with a reason, and nothing traps.
@Suite("Hostile input")
struct HostileInputTests {
  private let folder: TemporaryFolder

  init() { folder = TemporaryFolder() }

  /// Changes bytes, cuts, doubles and drops runs of them.
  private func mutated(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: bytes.indices, using: &generator)
      let end = min(bytes.count, position + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(position..<end)
      case 2: bytes.insert(contentsOf: bytes[position..<end], at: position)
      default: bytes.removeSubrange(end...)
      }
    }
    return bytes
  }

  private func sweep(
    _ original: [UInt8], seed: UInt64, _ read: ([UInt8]) throws -> [UInt8]
  ) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<400 {
      let input = mutated(original, &generator)
      do {
        // What is read at all must be read as exactly these bytes.
        #expect(try read(input) == input, "round \(round)")
      } catch let error as SigningError {
        #expect(error.code.isRefusal, "round \(round): \(error)")
      } catch {
        Issue.record("round \(round): \(error)")
      }
    }
  }

  @Test("A stranger's names cannot steer a terminal through a message")
  func messages() throws {
    try Sample.sign(in: folder.path + "/batch")
    try writeBytes([1], to: folder.path + "/batch/\u{1b}[2J\u{202e}.txt")
    guard case .refused(let error) = try Sample.verify(folder.path + "/batch") else {
      Issue.record("accepted")
      return
    }
    #expect(error.code == .extraFile)
    #expect(error.description.hasPrefix("?[2J?.txt: "))
  }

  @Test("Manifests")
  func manifests() throws {
    try Sample.sign(in: folder.path + "/batch")
    sweep(try readBytes(at: folder.path + "/batch/manifest.json"), seed: 1) {
      try Manifest(canonicalBytes: $0).canonicalBytes
    }
  }

  @Test("Signatures")
  func signatures() throws {
    try Sample.sign(in: folder.path + "/batch")
    sweep(try readBytes(at: folder.path + "/batch/manifest.p7s"), seed: 2) {
      try DetachedSignature(der: $0, subject: "test").der
    }
  }

  @Test("Receipts")
  func receipts() throws {
    try Sample.sign(in: folder.path + "/batch")
    let receipt = try Receipt(batch: folder.path + "/batch", row: .number(2))
    sweep(receipt.canonicalBytes, seed: 3) { try Receipt(canonicalBytes: $0).canonicalBytes }
  }

  @Test("Lists of sealed segments, and the segments")
  func sealed() throws {
    let batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    let verdict = try BatchSealer.seal(
      folder: batch, to: "MDA", output: folder.path + "/sealed", issuer: Pilot.identity("BKA"),
      trust: Pilot.trust(), at: Pilot.today)
    #expect(verdict.reason == nil)
    sweep(try readBytes(at: folder.path + "/sealed/transport.json"), seed: 7) {
      try TransportDocument(canonicalBytes: $0).canonicalBytes
    }
    let recipient = try Certificate(fileAt: "\(Pilot.authority.folder)/MDA.seal.pem")
    sweep(try readBytes(at: folder.path + "/sealed/segment.0001.p7m"), seed: 8) {
      let segment = try SealedSegment(der: $0, recipient: recipient)
      return segment.encoded(tag: segment.tag)
    }
  }

  @Test("Trust lists")
  func trustLists() throws {
    sweep(try readBytes(at: Pilot.authority.trustFolder + "/trust.json"), seed: 4) {
      try TrustDocument(canonicalBytes: $0).canonicalBytes
    }
  }

  @Test("Certificates and revocation lists")
  func certificates() throws {
    sweep(try Pilot.identity("BKA").certificate.der, seed: 5) { try Certificate(der: $0).der }
    sweep(try Pilot.trust().revocationList.der, seed: 6) { try RevocationList(der: $0).der }
  }
}
