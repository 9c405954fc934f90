import BatchSigning
import Files
import Foundation
import TestSupport
import Testing

/// Batches that come as a plain tar.
@Suite("Batches in a tar")
struct TarTests {
  private let folder: TemporaryFolder
  private let files: [(name: String, bytes: [UInt8])]

  init() throws {
    let folder = TemporaryFolder()
    self.folder = folder
    let batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    files = try namesInFolder(batch).map { ($0, try readBytes(at: "\(batch)/\($0)")) }
  }

  /// An entry as every tar has written it since 1988.
  private func entry(
    _ name: String, _ content: [UInt8], kind: Character = "0", magic: String = "ustar\u{0}00"
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put("0000644\u{0}", at: 100)
    let size = String(content.count, radix: 8)
    put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
    put("14712345670", at: 136)
    put("        ", at: 148)
    put(String(kind), at: 156)
    put(magic, at: 257)
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
    return block + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  private func archive(_ prefix: String = "", extra: [[UInt8]] = []) -> [UInt8] {
    (extra + files.map { entry(prefix + $0.name, $0.bytes) }).joined()
      + [UInt8](repeating: 0, count: 1_024)
  }

  private func reason(_ tar: [UInt8]) throws -> SigningError.Code? {
    try Sample.verify(folder.write(tar, to: "batch.tar")).reason
  }

  @Test("Flat, under a dot, and under one folder the batch is the same")
  func prefixes() throws {
    #expect(try reason(archive()) == nil)
    #expect(try reason(archive("./", extra: [entry("./", [], kind: "5")])) == nil)
    #expect(
      try reason(archive("results-BKA/", extra: [entry("results-BKA/", [], kind: "5")])) == nil)
    #expect(try reason(archive() + [UInt8](repeating: 0, count: 9_216)) == nil)
  }

  @Test("Times and owners in pax headers mean nothing; other names, lengths and holes are refused")
  func extendedHeaders() throws {
    func pax(_ record: String) -> [UInt8] {
      let length = record.utf8.count + 4
      return entry("PaxHeaders/x", Array("\(length) \(record)\n".utf8), kind: "x")
    }
    #expect(try reason(archive(extra: [pax("mtime=1752652800.25")])) == nil)
    for record in [
      "path=manifest.json", "size=00000000012", "linkpath=/etc/pass", "GNU.sparse.m=1",
    ] {
      #expect(try reason(archive(extra: [pax(record)])) == .name, "\(record)")
    }
    #expect(try reason(archive(extra: [entry("x", Array("9 path=a".utf8), kind: "x")])) == .format)
    #expect(try reason(archive(extra: [entry("x", [], kind: "x")])) == .limit)
  }

  @Test("A pax header that is cut off at any byte is refused")
  func shortExtendedHeaders() throws {
    let records = Array("28 mtime=1752652800.25000000\n19 comment=ÿ1234\n".utf8)
    for length in 1..<records.count {
      let reason = try reason(
        archive(extra: [entry("x", Array(records.prefix(length)), kind: "x")]))
      #expect(reason == (length == 28 ? nil : .format), "\(length)")
    }
  }

  @Test(
    "Paths that lead elsewhere are refused",
    arguments: [
      "../salt.bin", "/etc/salt.bin", "a/../salt.bin", "a/b/salt.bin", "a//salt.bin", "./../x",
    ])
  func paths(name: String) throws {
    #expect(try reason(archive(extra: [entry(name, [1])])) == .name)
  }

  @Test(
    "Links, devices and long names are refused", arguments: ["1", "2", "3", "4", "6", "7", "S"])
  func kinds(kind: Character) throws {
    #expect(try reason(archive(extra: [entry("salt.bin", [], kind: kind)])) == .notRegular)
  }

  @Test("A file twice, files of two folders and a name of another form are refused")
  func names() throws {
    #expect(try reason(archive(extra: [entry("salt.bin", [1])])) == .limit)
    #expect(try reason(archive(extra: [entry("other/notes.txt", [1])])) == .name)
    #expect(try reason(archive(extra: [entry("Notes.txt", [1])])) == .name)
    #expect(try reason(archive(extra: [entry("notes.txt", [1])])) == .extraFile)
  }

  @Test("A table is no tar, whatever byte stands where a header has its sum")
  func noTar() throws {
    for byte in [UInt8(0x80), 0x30, 0xBB] {
      var table = Array(String(repeating: "A1,Nguyễn Văn An\n", count: 60).utf8)
      table[148] = byte
      #expect(!BatchSource.isLikely(at: folder.write(table, to: "table.csv")))
    }
    #expect(BatchSource.isLikely(at: folder.write(archive(), to: "batch.tar")))
  }

  @Test("A tar that is cut off, changed in a header or followed by something is refused")
  func damage() throws {
    let good = archive()
    for length in [0, 100, 512, 700, good.count - 1_024] {
      #expect(try reason(Array(good.prefix(length))) == .format, "\(length)")
    }
    #expect(try reason(good + [1]) == .format)
    var changed = good
    changed[130] ^= 1
    #expect(try reason(changed) == .format)
  }

  @Test("Every changed byte of a tar is refused, but for padding, which means nothing")
  func changedBytes() throws {
    let good = archive()
    var generator = SplitMix64(seed: 11)
    for position in stride(from: 3, to: good.count, by: 419) {
      var changed = good
      changed[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      let isPadding = good[position] == 0
      #expect(try reason(changed) != nil || isPadding, "byte \(position)")
    }
  }

  @Test("A receipt can be made, and a batch sealed, from a tar")
  func use() throws {
    let tar = folder.write(archive("b/"), to: "batch.tar")
    let receipt = try Receipt(batch: tar, row: .number(2))
    #expect(receipt.index == 1)
    let verdict = try BatchSealer.seal(
      folder: tar, to: "MDA", output: folder.path + "/sealed", issuer: Pilot.identity("BKA"),
      trust: Pilot.trust(), at: Pilot.today)
    #expect(verdict.reason == nil)
    #expect(try namesInFolder(folder.path + "/sealed").count == 3)
  }
}
