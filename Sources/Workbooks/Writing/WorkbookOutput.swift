/// Puts a workbook of one sheet together: a bold heading row that stays in sight, and rows below it.
///
/// Its functions give the bytes to append to the file. The same rows give the same bytes; the
/// archive bears no time.
public struct WorkbookOutput: Sendable {
  /// Rows below the heading that a sheet can hold.
  public static let rowLimit = 1_048_575
  /// Columns that a sheet can hold.
  public static let columnLimit = 16_384

  private var zip = ZipWriter()
  private let columnCount: Int

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook with nothing in it.
  ///
  /// - Parameter columnCount: How many columns the table has.
  public init(columnCount: Int) { self.columnCount = columnCount }

  /// Everything up to the heading row.
  ///
  /// - Parameters:
  ///   - headings: The names of the columns.
  ///   - widths: The number of characters of the longest cell of each column, as far as known.
  ///   - sheetName: The name on the tab; it is cut to what a tab can hold.
  /// - Returns: Bytes to write.
  public mutating func begin(
    headings: [String], widths: [Int], sheetName: String
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, text) in Self.smallParts(Self.tabName(sheetName)) {
      bytes += zip.begin(name)
      bytes += zip.append(PackedBytes(Array((Self.declaration + text).utf8)))
      bytes += zip.end() ?? []
    }
    bytes += zip.begin("xl/styles.xml")
    bytes += zip.append(PackedBytes(Array(CellStyle.part.utf8)))
    bytes += zip.end() ?? []
    bytes += zip.begin("xl/worksheets/sheet1.xml")
    var row = SheetMarkup()
    for heading in headings { row.append(heading: heading) }
    row.endRow()
    let head = Self.sheetHead(headings, widths)
    bytes += zip.append(PackedBytes(Array(head.utf8) + row.bytes))
    return bytes
  }

  /// Rows below those before.
  ///
  /// - Parameter rows: The markup of whole rows, packed.
  /// - Returns: Bytes to write.
  public mutating func append(_ rows: PackedBytes) -> [UInt8] { zip.append(rows) }

  /// Everything behind the rows.
  ///
  /// - Parameter rowCount: How many rows stand below the heading.
  /// - Returns: Bytes to write; nil when the workbook has grown beyond what its format can hold.
  public mutating func finish(rowCount: Int) -> [UInt8]? {
    let corner = SheetMarkup.reference(max(0, columnCount - 1), rowCount + 1)
    let tail =
      "</sheetData><autoFilter ref=\"A1:\(corner)\"/><ignoredErrors>"
      + "<ignoredError sqref=\"A1:\(corner)\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    var bytes = zip.append(PackedBytes(Array(tail.utf8)))
    guard let end = zip.end() else { return nil }
    bytes += end
    return bytes + zip.finish()
  }

  private static func sheetHead(_ headings: [String], _ widths: [Int]) -> String {
    let columns = headings.indices.map { index in
      let longest = max(headings[index].count, widths.indices.contains(index) ? widths[index] : 0)
      let width = min(60, max(6, longest)) + 2
      return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }.joined()
    return declaration + "<worksheet xmlns=\"\(mainNamespace)\"><sheetViews>"
      + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
      + (columns.isEmpty ? "" : "<cols>\(columns)</cols>") + "<sheetData>"
  }

  private static func smallParts(_ sheetName: String) -> [(name: String, text: String)] {
    let package = "http://schemas.openxmlformats.org/package/2006"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts = [
      ("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet"),
      ("/xl/styles.xml", "styles"),
    ].map { "<Override PartName=\"\($0.0)\" ContentType=\"\(types).\($0.1)+xml\"/>" }.joined()
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
          + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(parts)</Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(mainNamespace)\" xmlns:r=\"\(office)\"><bookViews><workbookView/>"
          + "</bookViews><sheets><sheet name=\"\(SheetMarkup.escaped(sheetName))\" sheetId=\"1\" "
          + "r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
          + "Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
    ]
  }

  /// The longest name on a tab, in UTF-16 units.
  private static let tabNameLimit = 31

  /// A name without what a tab cannot show, cut before the first character that has no room.
  private static func tabName(_ name: String) -> String {
    var kept = ""
    for character in name where !"[]:*?/\\'".contains(character) && !character.isNewline {
      guard kept.utf16.count + character.utf16.count <= tabNameLimit else { break }
      kept.append(character)
    }
    return kept.isEmpty ? "table" : kept
  }
}
