// Compiled together with the sources of Workbooks by `run`; see there.

/// Whatever an archive holds, a sheet is refused with a reason or is a table: UTF-8, rows of one width, no
/// empty row at its end, notes in order about cells that there are; and it is the same when read again.
///
/// The first byte chooses what the others are: an archive, or one part of a sound one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start, count >= 1 else { return 0 }
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(input[1...])
  let archive = input[0] == 0 ? bytes : archive(with: bytes, as: Int(input[0] - 1) % parts.count)
  guard let sheets = try? Workbook(bytes: archive, name: "fuzz").sheets else { return 0 }
  for sheet in sheets.prefix(4) {
    for sign in [Workbook.DecimalSign.asInTexts, .comma] {
      func read() -> SheetText? {
        try? Workbook(bytes: archive, name: "fuzz").text(of: sheet, decimalSign: sign)
      }
      guard let text = read() else { continue }
      check(text)
      let again = read()
      precondition(again?.bytes == text.bytes && again?.notes == text.notes)
    }
  }
  return 0
}

private func check(_ text: SheetText) {
  precondition(String(validating: text.bytes, as: UTF8.self) != nil)
  var widths: [Int] = []
  var (fields, length, isQuoted) = (1, 0, false)
  for byte in text.bytes {
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    switch byte {
    case UInt8(ascii: ",") where !isQuoted: fields += 1
    case UInt8(ascii: "\n") where !isQuoted:
      widths.append(length == 0 ? 0 : fields)
      (fields, length) = (1, 0)
      continue
    default: break
    }
    length += 1
  }
  precondition(!isQuoted && length == 0, "the last row does not end")
  let width = widths.max() ?? 0
  precondition(widths.allSatisfy { $0 == width || $0 == 0 }, "rows of several widths")
  var last = (0, -1)
  for note in text.notes {
    precondition((note.row, note.column) > last, "notes are not in order")
    precondition(note.row <= widths.count && note.column < width, "a note about no cell")
    last = (note.row, note.column)
  }
}

private let parts: [(name: String, text: String)] = {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  func link(_ id: Int, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"r\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
  }
  return [
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    ),
    ("xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr/><sheets>"
        + "<sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships>\(link(0, "worksheet", "worksheets/sheet1.xml"))"
        + "\(link(1, "sharedStrings", "sharedStrings.xml"))\(link(2, "styles", "styles.xml"))"
        + "</Relationships>"
    ),
    (
      "_rels/.rels",
      "<Relationships>\(link(0, "officeDocument", "xl/workbook.xml"))</Relationships>"
    ),
  ]
}()

/// A sound archive in which one part is what the fuzzer says.
private func archive(with bytes: [UInt8], as part: Int) -> [UInt8] {
  var zip = ZipWriter()
  var archive: [UInt8] = []
  for index in parts.indices {
    archive += zip.begin(parts[index].name)
    archive += zip.append(PackedBytes(index == part ? bytes : Array(parts[index].text.utf8)))
    archive += zip.end() ?? []
  }
  return archive + zip.finish()
}
