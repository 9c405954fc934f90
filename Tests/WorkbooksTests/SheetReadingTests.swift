import Testing
import Workbooks

@Suite("What a sheet says becomes the text of a table")
struct SheetReadingTests {
  @Test("Shared, inline, rich and formula texts are texts, without the readings beside them")
  func texts() throws {
    let book = BuiltWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
        <c r="C1" t="inlineStr"><is><t>a &amp; b</t></is></c>\
        <c r="D1" t="str"><f>A1</f><v>&#x110;&#7897;i</v></c></row>
        """,
      strings: [
        "<t>một</t>", "<r><t>ha</t></r><r><rPr><b/></rPr><t>i</t></r><rPh sb=\"0\"><t>x</t></rPh>",
      ])
    #expect(try book.csv() == "một,hai,a & b,Đội\n")
  }

  @Test("A cell that holds the separators of CSV, or an escape, is one field")
  func quoting() throws {
    let book = BuiltWorkbook(
      rows: """
        <row><c t="inlineStr"><is><t>a,"b"</t></is></c>\
        <c t="inlineStr"><is><t>một_x000A_hai</t></is></c>\
        <c t="inlineStr"><is><t>_x005F_x000A_</t></is></c></row>
        """)
    #expect(try book.csv() == "\"a,\"\"b\"\"\",\"một\nhai\",_x000A_\n")
  }

  @Test("Record n is row n of the sheet, and filled rows are equally wide")
  func sparseRows() throws {
    let book = BuiltWorkbook(
      rows: """
        <row r="2"><c r="B2"><v>1</v></c></row><row r="3" hidden="1"/>\
        <row r="5"><c r="A5"><v>2</v></c><c r="D5"><v>3</v></c></row>\
        <row r="6"><c r="A6"><v>4</v></c><c r="F6" s="3"/></row><row r="1048576"/>
        """)
    #expect(try book.csv() == "\n,1,,\n\n\n2,,,3\n4,,,\n")
  }

  @Test(
    "A number is the shortest decimal of the binary number that is stored",
    arguments: [
      ("70.25", "70.25"), ("70.249999999999999", "70.25"), ("7.0250000000000004E1", "70.25"),
      ("120200456789", "120200456789"), ("1.20200456789E+11", "120200456789"), ("-0.5", "-0.5"),
      ("1E-3", "0.001"), ("9007199254740991", "9007199254740991"), ("007", "7"), ("0", "0"),
      ("70.250", "70.250"), ("1e21", "1000000000000000000000"), ("0.1", "0.1"),
    ])
  func numbers(written: String, read: String) throws {
    let book = BuiltWorkbook(rows: "<row><c><v>\(written)</v></c></row>")
    #expect(try book.csv() == read + "\n")
    #expect(try book.text().notes.isEmpty)
  }

  @Test(
    "A whole number keeps the zeros with which it is seen, and what stands between its digits",
    arguments: [
      ("000000", "124", "000124"), ("000000000000", "1207012345", "001207012345"),
      ("000&quot; &quot;000", "124", "000 124"), ("000\\-000", "1234567", "1234-567"),
      ("&quot;TS&quot;0000;[Red]\\-0000", "7", "TS0007"), ("[$-42A]0000", "1.2E3", "1200"),
      ("00/00/0000", "1022007", "01/02/2007"),
      ("&quot;0&quot;#", "912345678", "0912345678"), ("&quot;UT&quot;0", "2", "UT2"),
      ("&quot;A&quot;000##", "12345", "A12345"), ("###\\-###", "123456", "123456"), ("#", "7", "7"),
      ("000", "70.25", "70.25"), ("000", "-5", "-5"), ("00.00", "7", "7"), ("0", "7", "7"),
      ("#,##0", "7", "7"), ("00&quot; điểm&quot;", "7", "7"), ("yyyy", "39127", "2007-02-14"),
    ])
  func shownZeros(format: String, stored: String, read: String) throws {
    let book = BuiltWorkbook(
      rows: "<row><c s=\"0\"><v>\(stored)</v></c></row>", formats: [format])
    #expect(try book.csv() == read + "\n")
  }

  @Test(
    "Digits that no spreadsheet shows are left out, and it is said",
    arguments: [
      ("0.30000000000000004", "0.3"), ("70.30000000000001", "70.3"),
      ("99.99999999999999", "100"), ("12345678901234567", "12345678901234600"),
    ])
  func noise(written: String, read: String) throws {
    let text = try BuiltWorkbook(rows: "<row><c><v>\(written)</v></c></row>").text()
    #expect(String(decoding: text.bytes, as: UTF8.self) == read + "\n")
    #expect(text.notes == [CellNote(row: 1, column: 0, kind: .inexact(shown: read))])
  }

  @Test("Every score on a lattice of hundredths survives a spreadsheet's arithmetic")
  func sums() throws {
    var rows = ""
    var expected = ""
    for hundredths in 0...10_000 {
      let sum = Double(hundredths / 3) / 100 + Double(hundredths - hundredths / 3) / 100
      rows += "<row><c><v>\(sum)</v></c></row>"
      let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      let digits =
        rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
      expected += "\(whole)\(digits)\n"
    }
    let text = try BuiltWorkbook(rows: rows.replacing(".0<", with: "<")).csv()
    #expect(text == expected)
  }

  @Test(
    "A number shown as a day is that day, in either count",
    arguments: [
      ("39127", "", "2007-02-14"), ("39127.5", "", "2007-02-14T12:00:00"), ("1", "", "1900-01-01"),
      ("59", "", "1900-02-28"), ("61", "", "1900-03-01"), ("37665", "date1904=\"1\"", "2007-02-14"),
      ("0", "date1904=\"true\"", "1904-01-01"), ("36585", "", "2000-02-29"),
      ("2958465", "", "9999-12-31"), ("0.25", "", "06:00:00"),
    ])
  func days(serial: String, properties: String, day: String) throws {
    let book = BuiltWorkbook(
      rows: "<row><c s=\"0\"><v>\(serial)</v></c></row>", formats: ["dd\\/mm\\/yyyy"],
      properties: properties)
    #expect(try book.csv() == day + "\n")
  }

  @Test(
    "A number behind the last day of the calendar is none",
    arguments: [
      ("2958465", "", true), ("2958465.999999", "", false), ("2958466", "", false),
      ("2957003", "date1904=\"1\"", true), ("2957003.999999", "date1904=\"1\"", false),
      ("2957004", "date1904=\"1\"", false), ("2958465", "date1904=\"1\"", false),
    ])
  func lastDay(serial: String, properties: String, isDay: Bool) throws {
    let book = BuiltWorkbook(
      rows: "<row><c s=\"0\"><v>\(serial)</v></c></row>", formats: ["dd\\/mm\\/yyyy"],
      properties: properties)
    #expect(try book.csv() == (isDay ? "9999-12-31" : serial) + "\n")
    #expect(try book.text().notes.map(\.kind) == (isDay ? [] : [.impossibleDay]))
  }

  @Test("Only formats that show a day make one of a number")
  func formats() throws {
    let formats = [
      "0.00", "General", "[Red]0.0", "&quot;ngày &quot;0", "#,##0 \\d", "[$-42A]dd mmmm yyyy",
      "mm/yy",
      "[h]:mm", "yyyy\\-mm\\-dd;@",
    ]
    let cells = formats.indices.map { "<c s=\"\($0)\"><v>39127</v></c>" }.joined()
    #expect(
      try BuiltWorkbook(rows: "<row>\(cells)</row>", formats: formats).csv()
        == "39127,39127,39127,39127,39127,2007-02-14,2007-02-14,2007-02-14,2007-02-14\n")
  }

  @Test("A row of formulas that were never computed is a row")
  func uncomputedRow() throws {
    let text = try BuiltWorkbook(
      rows: "<row><c><f>A1</f></c><c><f>B1</f><v></v></c></row><row><c><v>x1</v></c></row><!---->"
    ).text()
    #expect(String(decoding: text.bytes, as: UTF8.self) == "#UNCALCULATED,#UNCALCULATED\nx1,\n")
    #expect(text.notes.map(\.kind) == [.uncalculated, .uncalculated, .noNumber])
  }

  @Test("A cell without a value that can be used is noted where it stands")
  func notes() throws {
    let text = try BuiltWorkbook(
      rows: """
        <row r="4"><c r="B4" t="e"><v>#N/A</v></c><c r="C4"><f>A1</f></c><c r="D4" s="0"><v>60</v></c>\
        <c r="E4" t="b"><v>1</v></c><c r="F4" t="str"><f>A2</f><v></v></c></row>
        """, formats: ["d/m/yyyy"]
    ).text()
    #expect(String(decoding: text.bytes, as: UTF8.self) == "\n\n\n,#N/A,#UNCALCULATED,60,TRUE\n")
    #expect(
      text.notes == [
        CellNote(row: 4, column: 1, kind: .error("#N/A")),
        CellNote(row: 4, column: 2, kind: .uncalculated),
        CellNote(row: 4, column: 3, kind: .impossibleDay),
      ])
  }

  @Test("Numbers take the decimal sign of the texts beside them")
  func decimalSigns() throws {
    let book = BuiltWorkbook(
      rows: "<row><c t=\"s\"><v>0</v></c><c><v>70.5</v></c></row>", strings: ["<t>20,25</t>"])
    #expect(try book.csv() == "\"20,25\",\"70,5\"\n")
    let workbook = try Workbook(bytes: book.bytes, name: "built.xlsx")
    let text = try workbook.text(of: workbook.sheets[0], decimalSign: .point)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "\"20,25\",70.5\n")
  }

  @Test("A sheet is found by its name in any case, and none is made up")
  func sheetNames() throws {
    let workbook = try Workbook(bytes: BuiltWorkbook(rows: "").bytes, name: "built.xlsx")
    #expect(try workbook.sheet(named: "ĐIỂM") == workbook.sheets[0])
    #expect(throws: WorkbookError(.noSheet, file: "built.xlsx")) {
      try workbook.sheet(named: "Diem")
    }
  }
}
