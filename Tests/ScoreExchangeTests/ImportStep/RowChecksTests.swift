import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("The checks on a result row")
struct RowChecksTests {
  @Test("A sound row comes out in our form, its numbers with the decimals of the scale")
  func soundRow() throws {
    let imported = try ImportSpecimen.importing(rows: [ImportSpecimen.soundRow])
    #expect(imported.rejects.isEmpty && imported.warnings.isEmpty)
    #expect(
      imported.lines == [
        "BKA,TSA,2025-1,A1,001207012345,Nguyễn Văn An,2007-02-14,30.25,12.50,28.00,70.75,"
      ])
  }

  @Test(
    "A remark with a word that everybody knows counts where the status beside it is empty",
    arguments: [
      ("", "Hủy", "void", nil), ("", "đổi phòng thi", "", nil), ("Vắng", "vắng", "absent", nil),
      ("Có mặt", "Hủy", nil, "status"), ("Hoãn", "Vắng", nil, "status"),
    ] as [(String, String, String?, String?)])
  func remarkBesideStatus(status: String, remark: String, kept: String?, reason: String?) throws {
    let heading = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Trạng thái,Ghi chú"
    let row = "A1,001207012345,Nguyễn Văn An,14/02/2007,2025-1"
    let scores = kept == "" ? ",1,1,1" : ",,,"
    let imported = try ImportSpecimen.importing(files: [
      "\(heading)\n\(row)\(scores),\(status),\(remark)\n"
    ])
    #expect(
      imported.lines.first?.split(separator: ",", omittingEmptySubsequences: false).last.map(
        String.init) == kept)
    #expect(imported.reasons == [reason].compactMap(\.self))
  }

  @Test("An exam date that is the day of another sitting than the row says is a warning")
  func contradictedSitting() throws {
    let days = ["19/01/2025", "20/01/2025", "", "09/03/2025"]
    let rows = days.enumerated().map { place, day in
      "A\(place)" + ImportSpecimen.soundRow.dropFirst(2) + ",\(day)"
    }
    let imported = try ImportSpecimen.importing(files: [
      ([ImportSpecimen.heading + ",exam_date"] + rows).joined(separator: "\n") + "\n"
    ])
    #expect(imported.count == 4)
    #expect(imported.warnings.map(\.row) == [5])
    #expect(imported.warnings.map(\.reason.rawValue) == ["sitting"])
  }

  @Test(
    "Three zeros behind a sign may be thousands on a scale that reaches them, and else are decimals",
    arguments: [
      ("1200", "1.000", nil), ("1200", "1000", "1000"), ("1200", "1.0", "1"),
      ("1200", "2.000", "2"),
      ("1200", "0.000", "0"), ("150", "1.000", "1"), ("1200", "987.000", "987"),
    ])
  func thousands(maximum: String, cell: String, total: String?) throws {
    let yaml = """
      V-ACT:
        issuer: QSB
        scale: {minimum: 0, maximum: \(maximum), step: 1}
        validity: 2 years
        sittings: {2025-1: 2025-03-30}
      """
    let rows = "SBD,CCCD,Họ tên,Ngày sinh,Tổng\nA1,001207012345,Nguyễn Văn An,14/02/2007,\(cell)\n"
    let folder = TemporaryFolder()
    let imported = try ImportedResults(
      ResultRequest(
        [folder.write(rows, to: "results.csv")],
        assessments: try Assessment.all(yaml: Array(yaml.utf8), path: "assessment.yaml")))
    #expect(imported.lines.first?.split(separator: ",").last.map(String.init) == total)
    #expect(imported.reasons == (total == nil ? ["number"] : []))
  }

  @Test(
    "One fault gives one reject with its reason",
    arguments: [
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75", "columns"),
      ("A1,001207012345,,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "missing"),
      ("A1,,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "missing"),
      (",001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "missing"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,,12.50,28.00,70.75,", "missing"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,3O.25,12.50,28.00,70.75,", "number"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,3.025E1,12.50,28.00,70.75,", "number"),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.255,12.50,28.00,70.755,",
        "lattice"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,40.01,12.50,28.00,80.51,", "part_range"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.249999999999996,12.50,28.00,70.75,",
        "lattice"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,99999999999,12.50,28.00,70.75,",
        "part_range"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,99999999999,",
        "range"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.2499999999999x,12.50,28.00,70.75,",
        "number"
      ),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,-1,12.50,28.00,39.50,", "part_range"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,100.01,", "range"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.76,", "sum"),
      ("A1,001207012345,Nguyễn Văn An,30/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "date"),
      ("A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-9,30.25,12.50,28.00,70.75,", "sitting"),
      ("A1,00120701,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "national_id"),
      ("A1,001207012345,=1+1,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "text"),
      ("A1,001207012345,Nguyễn Vаn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "text"),
      ("@A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,", "text"),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,perhaps",
        "status"
      ),
      (
        "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,vắng", "status"
      ),
    ])
  func faults(row: String, reason: String) throws {
    let imported = try ImportSpecimen.importing(rows: [row])
    #expect(imported.reasons == [reason])
    #expect(imported.count == 0)
    #expect(imported.rejects.first?.row == 2)
    #expect(imported.rejects.first?.line == row)
  }

  @Test(
    "What no candidate number is, is none",
    arguments: [
      ("\"\"\"A001\"", "text"), ("#N/A", "text"), ("######", "text"), ("A#1", "text"),
      ("TRUE", "value"), ("FALSE", "value"), ("2025-01-01", "value"), ("01/01/2025", "value"),
      ("2025-01-01T08:30:00", "value"), ("08:30:00", "value"), ("'", "missing"),
      ("1.2E+11", "number"), ("12345.0", "number"),
      // Look-alikes: a Cyrillic А, digits of full width, a space of no width.
      ("А1234", "text"), ("１２３４", "text"), ("A12\u{200B}34", "text"),
    ])
  func noCandidateNumber(number: String, reason: String) throws {
    let row = number + ImportSpecimen.soundRow.dropFirst(2)
    #expect(try ImportSpecimen.importing(rows: [row]).reasons == [reason])
  }

  @Test(
    "A candidate number is what a school writes; an apostrophe of a spreadsheet is none of it",
    arguments: [
      ("'00123", "00123"), ("TSA.2025/01-0007", "TSA.2025/01-0007"), ("2025-1-7", "2025-1-7"),
      ("2025-01-0123", "2025-01-0123"), ("12/1234", "12/1234"), ("TS 01_7", "TS 01_7"),
      ("O'1", "O'1"), ("45000", "45000"), ("20250101", "20250101"), ("TRU1", "TRU1"),
      ("1E5", "1E5"), ("Đ1", "Đ1"), ("HN:0123", "HN:0123"), ("2025-13-45", "2025-13-45"),
      ("A1.0", "A1.0"), ("12.00", "12.00"),
    ])
  func candidateNumber(written: String, kept: String) throws {
    let imported = try ImportSpecimen.importing(rows: [
      written + ImportSpecimen.soundRow.dropFirst(2)
    ])
    #expect(imported.reasons.isEmpty)
    #expect(imported.lines.first?.hasPrefix("BKA,TSA,2025-1,\(kept),") == true)
  }

  @Test("One candidate number in two forms of a spreadsheet is one number")
  func apostropheTwin() throws {
    let rows = ["'00123", "00123"].map { $0 + ImportSpecimen.soundRow.dropFirst(2) }
    let imported = try ImportSpecimen.importing(rows: rows)
    #expect(imported.count == 1)
    #expect(imported.reasons == ["repeated"])
  }

  @Test("A cell of any length is told in a line")
  func endlessCell() throws {
    let cell = "30." + String(repeating: "1", count: 50_000)
    let imported = try ImportSpecimen.importing(rows: [
      ImportSpecimen.soundRow.replacing("30.25", with: cell)
    ])
    #expect(imported.reasons == ["lattice"])
    #expect((imported.rejects.first?.message.count ?? .max) < 300)
    #expect(imported.rejects.first?.value == cell)
  }

  @Test("Where several things are wrong, the row is still one reject")
  func severalFaults() throws {
    let imported = try ImportSpecimen.importing(rows: [
      "A1,00120701,Nguyễn Văn An,14/02/2007,Nam,2025-1,41,12.50,28.00,70.75,"
    ])
    #expect(imported.reasons == ["part_range"])
  }

  @Test("A missing result is a status, never a zero", arguments: ["vắng", "Vang thi", "absent"])
  func absent(word: String) throws {
    let imported = try ImportSpecimen.importing(rows: [
      "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,,,,,\(word)",
      "A2,001207012346,Nguyễn Văn Ba,15/02/2007,Nam,2025-1,0,0,0,0,\(word)",
      "A3,001207012347,Nguyễn Văn Ca,16/02/2007,Nam,2025-1,\(word),,,,",
    ])
    #expect(imported.rejects.isEmpty)
    #expect(imported.lines.allSatisfy { $0.hasSuffix(",,,,,absent") })
    #expect(imported.lines.count == 3)
  }

  @Test("Scores beside a status that takes them away are left out, and that is said")
  func takenAway() throws {
    let imported = try ImportSpecimen.importing(rows: [
      ImportSpecimen.soundRow + "hoãn",
      "A2,001207012346,Nguyễn Văn Ba,15/02/2007,Nam,2025-1,0,0,0,0,hủy",
      "A3,001207012347,Nguyễn Văn Ca,16/02/2007,Nam,2025-1,30.25,,,,hủy",
    ])
    #expect(imported.lines.map { $0.split(separator: ",").last } == ["withheld", "void", "void"])
    #expect(imported.warnings.map(\.row) == [2, 4])
    #expect(imported.warnings.allSatisfy { $0.reason == .status })
  }

  @Test("A total that is not sent is the sum of the parts")
  func missingTotal() throws {
    let imported = try ImportSpecimen.importing(rows: [
      "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,,"
    ])
    #expect(imported.lines.first?.contains(",70.75,") == true)
  }

  @Test("Rows read are rows accepted and rows rejected, and the totals are summed exactly")
  func counts() throws {
    let rows = (0..<40).map { index in
      "A\(index),001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,"
        + (index % 4 == 0 ? "x" : "0.1") + ",0.1,0.1,0.3,"
    }
    let file = try #require(try ImportSpecimen.importing(rows: rows).files.first)
    #expect(file.rowsRead == 40)
    #expect(file.rowsAccepted == 30)
    #expect(file.rowsRejected == 10)
    #expect(file.sumOfTotals?.description == "9")
  }
}
