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
