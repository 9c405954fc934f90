import Tabular
import Testing

/// What stands in files besides the table, and at the ends of its lines.
@Suite struct UntidyFileTests {
  static let forms: [FieldForm] = [
    .integer, .textRange, .shortDecimal(scaleDigits: 2, sign: .comma),
  ]

  @Test("Empty fields after the last column are no fault", arguments: ["\n", "\r\n"])
  func trailingDelimiters(lineEnd: String) throws {
    let lines = ["1;An;5,5;", "2;B;6,25;", "3;C;7", "4;D;8;;;", "5;E;9;x", "6;F;10;\"\"", "7;G"]
    let file = try table(
      lines.joined(separator: lineEnd) + lineEnd, overrides: DialectOverrides(delimiter: .semicolon)
    )
    let whole = file.decoded(as: Self.forms)
    #expect(
      whole.faults == [
        CellFault(row: 4, column: nil, reason: .columns),
        CellFault(row: 6, column: nil, reason: .columns),
      ])
    guard case .int16(let scores) = whole.columns[2], case .ranges(let names) = whole.columns[1]
    else {
      Issue.record("columns of other kinds")
      return
    }
    let missing = DecodedBatch.missing16
    #expect(scores == [550, 625, 700, 800, missing, 1_000, missing])
    #expect((0..<7).map { names[$0] } == ["An", "B", "C", "D", "", "F", ""])
  }

  @Test(
    "The mark with which programs of DOS end a text is none of its rows, nor of the last cell",
    arguments: ["\u{1A}", "\n\u{1A}", "\r\n\u{1A}\u{1A}"])
  func endMark(end: String) throws {
    let file = try table("SBD,Tổng\n1,80\u{1A}5\n2,75" + end)
    let rows = file.preview(recordCount: 9)
    #expect(rows == [["SBD", "Tổng"], ["1", "80\u{1A}5"], ["2", "75"]])
  }

  @Test("The last letter of UTF-16 is no end mark, whatever its bytes")
  func endOfUTF16() throws {
    let text = "SBD,Họ\n1,Ě"
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(bytes.last == 0x1A)
    let file = try TableFile(bytes: bytes, name: "tla.csv")
    #expect(file.preview(recordCount: 9).last == ["1", "Ě"])
  }

  @Test("Titles above, empty lines and totals below neither hide the delimiter nor spoil rows")
  func surroundings() throws {
    let text = """
      TRƯỜNG ĐẠI HỌC BÁCH KHOA, HÀ NỘI
      Kết quả đợt 1, ngày 19/01/2025

      SBD;Họ và tên;Tổng
      1;Lê An;80,5

      2;Trần B;75,25
      ;;
      Tổng cộng;;155,75
      """
    let file = try table(text)
    #expect(file.dialect.delimiter == .semicolon)
    let whole = file.decoded(as: Self.forms, afterRecord: 4)
    guard case .int16(let scores) = whole.columns[2] else {
      Issue.record("another kind of column")
      return
    }
    #expect(scores[0] == 8_050 && scores[2] == 7_525)
    #expect(
      whole.faults == [
        CellFault(row: 1, column: nil, reason: .blank),
        CellFault(row: 3, column: nil, reason: .blank),
        CellFault(row: 4, column: 0, reason: .number),
      ])
    #expect(whole.recordNumber(of: 4) == 9)
  }

  @Test("The first date of a file may be of another length than the others")
  func shortDate() throws {
    let file = try table("a;1/2/2007\nb;14/02/2007\n")
    let whole = file.decoded(as: [.textRange, .date(.dayMonthYear)])
    let days = try #require(whole.columns[1].int32Values)
    #expect(days == [13_545, 13_558] && whole.faults.isEmpty)
  }
}
