import Testing
import TestSupport
import Workbooks

@Suite("A workbook made to harm is refused")
struct HostileWorkbookTests {
  private func code(_ book: BuiltWorkbook) -> WorkbookError.Code? {
    do throws(WorkbookError) {
      _ = try book.text()
      return nil
    } catch {
      return error.code
    }
  }

  private func code(of bytes: [UInt8]) -> WorkbookError.Code? {
    do throws(WorkbookError) {
      let workbook = try Workbook(bytes: bytes, name: "bytes.xlsx")
      _ = try workbook.text(of: workbook.sheet(named: nil))
      return nil
    } catch {
      return error.code
    }
  }

  private let good = BuiltWorkbook(
    rows: "<row><c><v>1</v></c><c t=\"s\"><v>0</v></c></row>", strings: ["<t>a</t>"])

  @Test("Document types and entities are not read")
  func entities() {
    var book = good
    book.parts[5].text = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + book.parts[5].text
    #expect(code(book) == .unsupported)
    #expect(code(BuiltWorkbook(rows: "<row><c t=\"str\"><v>&a;</v></c></row>")) == .damaged)
  }

  @Test(
    "Rows and cells that contradict the format are refused",
    arguments: [
      "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>",
      "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
      "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"/></row>",
      "<row><c t=\"s\"><v>1</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>",
      "<row><c t=\"zip\"><v>1</v></c></row>", "<row><c><v>1</c></v></row>", "<row><c",
      "<row><c><v><b/></v></c></row>", "<row><c r=></c></row>",
      "<row><c t=\"str\"><v>&</v></c></row>",
    ])
  func contradictions(rows: String) {
    let book = BuiltWorkbook(rows: rows, strings: ["<t>a</t>"])
    #expect(code(book) == .damaged)
  }

  @Test(
    "Texts that are not UTF-8 are refused, wherever they stand",
    arguments: [[0xCC], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]])
  func encodings(raw: [UInt8]) {
    for rows in [
      "<row><c t=\"str\"><v>a?b</v></c></row>", "<row><c t=\"e\"><v>?</v></c></row>",
      "<row><c t=\"inlineStr\"><is><t>a</t><r><t>?</t></r></is></c></row>",
    ] {
      #expect(code(of: BuiltWorkbook(rows: rows).bytes(raw: raw)) == .damaged)
      #expect(code(of: BuiltWorkbook(rows: rows).bytes(raw: Array("ế".utf8))) == nil)
    }
    #expect(code(of: BuiltWorkbook(rows: "", strings: ["<t>?</t>"]).bytes(raw: raw)) == .damaged)
    var named = good
    named.parts[1].text.replace("Điểm", with: "Đi?m")
    #expect(code(of: named.bytes(raw: raw)) == .damaged)
  }

  @Test("Elements nested without end are refused")
  func nesting() {
    let deep = String(repeating: "<x>", count: 5_000) + String(repeating: "</x>", count: 5_000)
    #expect(code(BuiltWorkbook(rows: deep)) == .damaged)
  }

  @Test("A part that would grow beyond any sheet is refused before it grows")
  func bomb() {
    let spaces = String(repeating: " ", count: 80 << 20)
    #expect(code(BuiltWorkbook(rows: spaces)) == .tooLarge)
  }

  @Test("A small sheet that would become a huge table is refused")
  func wideRows() {
    let row = "<row><c r=\"XFD%\"><v>1</v></c></row>"
    let rows = (1...40_000).map { row.replacing("%", with: "\($0)") }.joined()
    #expect(code(BuiltWorkbook(rows: rows)) == .tooLarge)
    // The rows before a wide one would be filled up to its width.
    let narrow = (1...40_000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let last = row.replacing("%", with: "40001")
    #expect(code(BuiltWorkbook(rows: narrow + last)) == .tooLarge)
    #expect(code(BuiltWorkbook(rows: row.replacing("%", with: "1"))) == nil)
  }

  @Test("Archives that are no workbook, encrypted, or point outside say so")
  func archives() {
    var other = good
    other.parts.remove(at: 0)
    #expect(code(other) == .notWorkbook)
    var outside = good
    outside.parts.append(("../evil", ""))
    #expect(code(outside) == .damaged)
    var twice = good
    twice.parts.append(twice.parts[5])
    #expect(code(twice) == .damaged)
    var encrypted = good.bytes
    let directory = encrypted.indices.first {
      encrypted[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02])
    }
    encrypted[(directory ?? 0) + 8] |= 1
    #expect(code(of: encrypted) == .encrypted)
    #expect(code(good) == nil)
  }

  @Test("Cut off anywhere, a workbook is refused and never read in part")
  func truncation() {
    let bytes = good.bytes
    for length in 0..<bytes.count { #expect(code(of: Array(bytes[..<length])) != nil) }
  }

  @Test("Changed bytes are refused or harmless, and never crash")
  func mutations() {
    let bytes = good.bytes
    let sound = try? good.csv()
    var random = SplitMix64(seed: 9)
    for _ in 0..<4_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let workbook = try? Workbook(bytes: changed, name: "changed.xlsx"),
        let sheet = try? workbook.sheet(named: nil), let text = try? workbook.text(of: sheet)
      else { continue }
      #expect(String(decoding: text.bytes, as: UTF8.self) == sound)
    }
  }
}
