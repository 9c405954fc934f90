import Parallel
import Tabular
import TestSupport
import Testing

@Suite("A large file in another encoding")
struct LargeFileEncodingTests {
  /// Long fields, so that pieces end within them, of letters of one, two and four bytes.
  private static func text(_ encoding: TextEncoding) -> String {
    let isWide = encoding != .vni
    let name = isWide ? "𠀀𠀁ệ𠀂ở" : "Nguyễn thị ánh nguyệt đỗ "
    // One unit more in every row moves the places at which pieces end.
    return "a,b\n"
      + (0..<8).map { row in
        "\(row),x\(String(repeating: "y", count: row % 2))"
          + String(repeating: name, count: isWide ? 2_500 : 1_200) + "\n"
      }.joined()
  }

  private static func bytes(_ encoding: TextEncoding) -> [UInt8] {
    let text = text(encoding)
    return encoding == .vni
      ? LegacyText.bytes(text, .vni) : EncodingTests.utf16(text, bigEndian: false, mark: true)
  }

  @Test(
    "is read in pieces, side by side, as a small one is read at once",
    arguments: [TextEncoding.vni, .utf16LittleEndian])
  func pieces(encoding: TextEncoding) throws {
    let small = Self.bytes(encoding)
    let head = encoding == .vni ? 4 : 10
    let rest = small.count - head
    // Several pieces of a mebibyte.
    let copies = (7 << 19) / rest + 1
    let folder = TemporaryFolder()
    let path = folder.write(
      Array(small[..<head]) + repeatElement(small[head...], count: copies).joined(),
      to: "large.csv")
    let overrides = DialectOverrides(encoding: encoding)
    let one = try TableFile(bytes: small, name: "small.csv", overrides: overrides)
    let all = try TableFile(
      path: path, overrides: overrides, plan: WorkPlan(threadCount: 3), largeFrom: 1)
    let rows = allRows(one)
    #expect(allRows(all) == [rows[0]] + repeatElement(rows.dropFirst(), count: copies).joined())
    let offsets = one.mapBatches(plan: .sequential) { batch in
      (0..<batch.rowCount).map { batch.byteOffset(of: $0) }
    }.flatMap { $0 }
    _ = all.mapBatches(plan: .sequential, targetByteCount: 1 << 20) { batch in
      let row = batch.recordNumber(of: 0) - 1
      guard row > 0 else { return }
      let (copy, place) = (row - 1).quotientAndRemainder(dividingBy: rows.count - 1)
      #expect(batch.byteOffset(of: 0) == offsets[place + 1] + copy * rest)
    }
  }
}
