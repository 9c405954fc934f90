import BatchSigning
import Files
import Foundation
import Testing
import TestSupport

@Suite("Changed bytes")
struct BitFlipTests {
  #if DEBUG
    // Unoptimised code takes its time: the whole sweep runs in release.
    private static let step = 13
  #else
    private static let step = 1
  #endif

  @Test(
    "Every byte of every file of a batch counts: one changed bit anywhere is refused",
    arguments: [
      "manifest.json", "manifest.p7s", "manifest.cosign.p7s", "results.csv", "salt.bin",
    ])
  func everyByte(name: String) throws {
    let folder = TemporaryFolder()
    let batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    let trust = try Pilot.trust()
    let path = "\(batch)/\(name)"
    let original = try readBytes(at: path)
    var generator = SplitMix64(seed: 7)
    var accepted: [Int] = []
    for position in stride(from: 0, to: original.count, by: Self.step) {
      var changed = original
      changed[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(changed).write(to: URL(fileURLWithPath: path))
      if try Sample.verify(batch, trust: trust).reason == nil { accepted.append(position) }
    }
    #expect(accepted.isEmpty)
    try Data(original).write(to: URL(fileURLWithPath: path))
    #expect(try Sample.verify(batch, trust: trust).reason == nil)
  }

  /// Puts a changed bit into bytes of a file, one position after the other.
  ///
  /// - Parameters:
  ///   - path: The file, which is as it was afterwards.
  ///   - limit: The most positions that are tried in unoptimised code.
  ///   - body: Looks at what the file is now.
  /// - Throws: What reading, writing or the body throws.
  private func sweep(_ path: String, limit: Int, _ body: (Int) throws -> Void) throws {
    let original = try readBytes(at: path)
    var generator = SplitMix64(seed: 11)
    let step = Self.step == 1 ? 1 : max(Self.step, original.count / limit)
    for position in stride(from: 0, to: original.count, by: step) {
      var changed = original
      changed[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(changed).write(to: URL(fileURLWithPath: path))
      try body(position)
    }
    try Data(original).write(to: URL(fileURLWithPath: path))
  }

  @Test(
    "Every byte of a sealed batch counts, and nothing of a refused one is left",
    arguments: ["transport.json", "transport.p7s", "segment.0001.p7m", "segment.0009.p7m"])
  func sealed(name: String) throws {
    let folder = TemporaryFolder()
    try Sample.sign(in: folder.path + "/batch")
    let trust = try Pilot.trust()
    try BatchSealer.seal(
      folder: folder.path + "/batch", to: "MDA", output: folder.path + "/sealed",
      issuer: Pilot.identity("BKA"), trust: trust, at: Pilot.today, segmentLength: 1_000)
    let keys = Pilot.authority.folder
    let opener = try BatchOpener(
      certificate: Certificate(fileAt: "\(keys)/MDA.seal.pem"),
      key: PrivateKey(fileAt: "\(keys)/MDA.seal.key"), trust: trust, at: Pilot.today)
    var accepted: [Int] = []
    try sweep("\(folder.path)/sealed/\(name)", limit: 20) { position in
      let verdict = try opener.open(
        folder: folder.path + "/sealed", to: folder.path + "/opened")
      if verdict.reason == nil { accepted.append(position) }
    }
    #expect(accepted.isEmpty)
    #expect(try namesInFolder(folder.path) == ["batch", "sealed"])
    #expect(
      try opener.open(folder: folder.path + "/sealed", to: folder.path + "/opened").reason == nil)
  }

  @Test("A changed trust folder accepts nothing, unless it is read as the same trust")
  func trustFolder() throws {
    let folder = TemporaryFolder()
    let copy = folder.path + "/trust"
    let original = Pilot.authority.trustFolder
    try FileManager.default.copyItem(atPath: original, toPath: copy)
    let batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    let trust = try Pilot.trust()
    for name in try namesInFolder(copy) where fileKind(at: "\(copy)/\(name)") == .regular {
      try sweep("\(copy)/\(name)", limit: 20) { position in
        guard let read = try? TrustBundle(folder: copy, at: Pilot.today) else { return }
        let isSame =
          read.document.canonicalBytes == trust.document.canonicalBytes
          && read.authorities.map(\.der) == trust.authorities.map(\.der)
          && read.revocationList.der == trust.revocationList.der
        if isSame { return }
        // Authority and list are not what the roots sign; they count by their own signatures.
        let verdict = try Sample.verify(batch, trust: read)
        #expect(verdict.reason != nil, "\(name), byte \(position)")
      }
    }
  }

  @Test("A file that is cut short or has more behind it is refused")
  func otherLengths() throws {
    let folder = TemporaryFolder()
    let batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    let trust = try Pilot.trust()
    for name in ["manifest.json", "manifest.p7s", "manifest.cosign.p7s", "results.csv", "salt.bin"]
    {
      let path = "\(batch)/\(name)"
      let original = try readBytes(at: path)
      for changed in [[], Array(original.dropLast()), original + [0], original + original] {
        try Data(changed).write(to: URL(fileURLWithPath: path))
        #expect(try Sample.verify(batch, trust: trust).reason != nil, "\(name)")
      }
      try Data(original).write(to: URL(fileURLWithPath: path))
    }
  }
}
