import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("A workbook is imported as the table that its sheet shows")
struct WorkbookImportTests {
  private static let path = Fixtures.path("workbooks/odd-cells.xlsx")

  private func imported(
    _ layout: TableLayout = TableLayout(), threads: Int = 2
  ) throws -> ImportedResults {
    let assessments = try Assessment.all(
      contentsOf: Fixtures.path("workbooks/assessment.yaml"))
    return try ImportedResults(
      ResultRequest([Self.path], assessments: assessments, layout: layout),
      plan: WorkPlan(threadCount: threads))
  }

  @Test("Sound rows come in, and every reject names the row of the sheet")
  func rows() throws {
    let imported = try imported()
    let text = String(decoding: imported.resultsCSV(), as: UTF8.self)
    #expect(
      text.split(separator: "\n").dropFirst().map(String.init) == [
        "BKA,TSA,2025-1,A1,001207012345,Nguyễn Văn An,2007-02-14,20.10,6.86,19.17,46.13,",
        "BKA,TSA,2025-1,A2,001307012346,Trần Thị Bình,2007-02-14,23.70,12.74,26.84,63.28,",
        "BKA,TSA,2025-1,A3,001207012347,Lê Văn Cường,2007-02-14,20.10,6.86,19.17,46.13,",
        "BKA,TSA,2025-1,A6,001307012350,Vũ Thị Giang,2007-02-14,30.10,10.20,30.00,70.30,",
        "BKA,TSA,2025-1,A7,001207012351,Đỗ Văn Hùng,2007-02-14,10.00,10.00,10.00,30.00,",
      ])
    #expect(
      imported.rejects.map { "\($0.row) \($0.reason) \($0.column) \($0.value)" } == [
        "7 cell_error Tư duy Khoa học #N/A", "8 cell_error Tổng điểm #UNCALCULATED",
        "12 lattice Tư duy Khoa học 10.005", "20 missing Số báo danh ",
      ])
    #expect(imported.files[0].rowsRead == 9)
    #expect(try self.imported(threads: 1).resultsCSV() == imported.resultsCSV())
  }

  @Test("A repaired number and one with more digits than Excel shows are used and said")
  func warnings() throws {
    #expect(
      try imported().warnings.map { "\($0.row) \($0.reason)" } == ["5 repaired", "9 number"])
  }

  @Test("A sheet that is not there, and an encoding, are refused for a workbook")
  func refusals() throws {
    var sheet = TableLayout()
    sheet.sheet = "Bảng"
    #expect(throws: ExchangeError.self) { try imported(sheet) }
    var encoding = TableLayout()
    encoding.encoding = "windows-1258"
    #expect(throws: ExchangeError.self) { try imported(encoding) }
  }

  @Test("A second sheet with rows that is not read is said, unless a sheet was asked for")
  func unreadSheets() throws {
    let tables = Fixtures.path("workbooks/faculty.xlsx")
    #expect(
      try Inspection(tables).warnings.map(\.description) == [
        "the sheet \"Ngành\" was read, and not \"Nguyện vọng\"; name the sheet that is meant, or give "
          + "each a file of its own"
      ])
    var layout = TableLayout()
    layout.sheet = "Ngành"
    #expect(try Inspection(tables, layout: layout).warnings.isEmpty)
    // A line of notes is no table.
    #expect(try imported().files[0].warnings == nil)
  }

  @Test("What is seen beforehand names the sheet that was taken and the others")
  func inspection() throws {
    let inspection = try Inspection(Self.path)
    #expect(inspection.sheet == "Điểm")
    #expect(inspection.otherSheets == ["Ghi chú"])
    #expect(inspection.headingRow == 3)
  }
}
