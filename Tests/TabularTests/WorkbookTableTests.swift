import Files
import Parallel
import Tabular
import TestSupport
import Testing
import Workbooks

@Suite("A table written as a workbook is read as the same table")
struct WorkbookTableTests {
  private let headings = ["mã", "họ tên", "điểm", "hạng"]
  private static let names = [
    "Nguyễn Văn An", "=1+1", "a,\"b\"", "một\nhai", "_x0041_", "\u{7}chuông", "  đầu", "001", "&<>",
  ]

  private func rows(_ range: Range<Int>, _ writer: inout TableWriter) {
    for row in range {
      writer.append(identifier: UInt64(row), width: 12)
      writer.append(Self.names[row % Self.names.count])
      if row % 7 == 3 {
        writer.appendEmpty()
      } else {
        writer.append(units: Int64(row) - 50, scaleDigits: 2)
      }
      writer.append(row)
      writer.endRow()
    }
  }

  private func written(_ count: Int, threads: Int = 2, chunkLength: Int = 100) throws -> [UInt8] {
    let folder = TemporaryFolder()
    let path = folder.path + "/bảng điểm.xlsx"
    try writeWorkbook(
      to: path, headings: headings, rowCount: count, plan: WorkPlan(threadCount: threads),
      chunkLength: chunkLength, rows)
    return try readBytes(at: path)
  }

  @Test("Every cell comes back, numbers without needless zeros", arguments: [0, 1, 99, 100, 1_000])
  func roundTrip(count: Int) throws {
    let workbook = try Workbook(bytes: written(count), name: "bảng điểm.xlsx")
    #expect(workbook.sheets.map(\.name) == ["bảng điểm"])
    let text = try workbook.text(of: workbook.sheets[0])
    #expect(text.notes.isEmpty)
    let table = try TableFile(
      bytes: text.bytes, name: "sheet",
      overrides: DialectOverrides(encoding: .utf8, delimiter: .comma))
    let read = table.preview(recordCount: count + 2)
    var expected = [headings]
    for row in 0..<count {
      let hundredths = abs(row - 50)
      let fraction = hundredths % 100
      let score =
        (row < 50 ? "-" : "") + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
      expected.append([
        String(repeating: "0", count: 12 - "\(row)".count) + "\(row)",
        Self.names[row % Self.names.count], row % 7 == 3 ? "" : score, "\(row)",
      ])
    }
    #expect(read == expected)
  }

  @Test("The same rows give the same bytes on any number of threads")
  func threads() throws {
    let one = try written(2_500, threads: 1)
    #expect(try written(2_500, threads: 3) == one)
    #expect(try written(2_500, threads: 2) == one)
  }

  @Test("More rows than a sheet holds are refused before anything is written")
  func tooManyRows() throws {
    let folder = TemporaryFolder()
    let error = #expect(throws: TabularError.self) {
      try writeWorkbook(
        to: folder.path + "/x.xlsx", headings: ["a"], rowCount: 1_048_576, plan: .sequential
      ) { _, _ in }
    }
    #expect(error?.code == .notCreatable)
    #expect(error?.detail.description.contains("1048576 rows") == true)
    #expect(try namesInFolder(folder.path).isEmpty)
  }

  @Test("More columns than a sheet holds are refused before anything is written")
  func tooManyColumns() throws {
    let folder = TemporaryFolder()
    let error = #expect(throws: TabularError.self) {
      try writeWorkbook(
        to: folder.path + "/x.xlsx", headings: Array(repeating: "a", count: 16_385), rowCount: 0,
        plan: .sequential
      ) { _, _ in }
    }
    #expect(error?.code == .notCreatable)
    #expect(error?.detail.description == "16385 columns, and a sheet holds 16384")
    #expect(try namesInFolder(folder.path).isEmpty)
  }

  @Test("A sheet is called as its file, as far as a tab has room", arguments: [40, 16, 15])
  func tabName(count: Int) throws {
    let folder = TemporaryFolder()
    let name = "đ" + String(repeating: "😀", count: count)
    let path = "\(folder.path)/\(name).xlsx"
    try writeWorkbook(to: path, headings: ["a"], rowCount: 0, plan: .sequential) { _, _ in }
    let sheet = try #require(Workbook(bytes: readBytes(at: path), name: name).sheets.first)
    // A tab has room for 31 UTF-16 units, of which each of these pictures takes two.
    #expect(sheet.name == "đ" + String(repeating: "😀", count: 15))
  }

  @Test("Rows are written in chunks of at least one")
  func emptyChunks() throws {
    let workbook = try Workbook(bytes: written(5, chunkLength: 0), name: "x.xlsx")
    let text = try workbook.text(of: workbook.sheets[0])
    #expect(try TableFile(bytes: text.bytes, name: "sheet").recordCount == 6)
  }

  @Test("A text longer than a cell holds ends with an ellipsis")
  func longText() throws {
    var markup = SheetMarkup()
    markup.append(Array(repeating: 0x61, count: 40_000).span, isIdentifier: false)
    markup.endRow()
    #expect(markup.widths == [32_767])
    #expect(String(decoding: markup.bytes, as: UTF8.self).hasSuffix("a…</t></is></c></row>"))
  }
}
