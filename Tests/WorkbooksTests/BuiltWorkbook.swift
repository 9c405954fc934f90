import Workbooks

/// A workbook put together by hand, part by part.
struct BuiltWorkbook {
  var parts: [(name: String, text: String)]

  /// A workbook with one sheet.
  ///
  /// - Parameters:
  ///   - rows: What stands in `sheetData`.
  ///   - strings: The shared texts, each as the markup inside of `si`.
  ///   - formats: The format code of each style.
  ///   - properties: Attributes of `workbookPr`.
  init(
    rows: String, strings: [String] = [], formats: [String] = [], properties: String = ""
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func links(_ targets: [(kind: String, target: String)]) -> String {
      "<Relationships>"
        + targets.enumerated().map {
          "<Relationship Id=\"r\($0.offset)\" Type=\"\(office)/\($0.element.kind)\" Target=\"\($0.element.target)\"/>"
        }.joined() + "</Relationships>"
    }
    parts = [
      ("_rels/.rels", links([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/><sheets>"
          + "<sheet name=\"Điểm\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        links([
          ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "/xl/sharedStrings.xml"),
          ("styles", "styles.xml"),
        ])
      ),
      (
        "xl/sharedStrings.xml", "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>"
          + formats.enumerated().map {
            "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\($0.element)\"/>"
          }.joined() + "</numFmts><cellXfs>"
          + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
          + "</cellXfs></styleSheet>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
      ),
    ]
  }

  /// The archive.
  var bytes: [UInt8] { bytes() }

  /// The archive, with bytes that no text holds where the parts have `?`.
  func bytes(raw: [UInt8] = [UInt8(ascii: "?")]) -> [UInt8] {
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    for part in parts {
      bytes += zip.begin(part.name)
      let content = part.text.utf8.flatMap { $0 == UInt8(ascii: "?") ? raw : [$0] }
      bytes += zip.append(PackedBytes(content))
      bytes += zip.end() ?? []
    }
    return bytes + zip.finish()
  }

  /// The first sheet.
  func text() throws(WorkbookError) -> SheetText {
    let workbook = try Workbook(bytes: bytes, name: "built.xlsx")
    return try workbook.text(of: workbook.sheet(named: nil))
  }

  /// The first sheet's text.
  func csv() throws -> String { String(decoding: try text().bytes, as: UTF8.self) }
}
