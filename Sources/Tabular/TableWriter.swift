internal import Workbooks

/// Writes records into memory, as CSV: UTF-8, LF, quotes only where RFC 4180 needs them. Inside this
/// module it also writes the rows of a workbook, so that one table is written once for both.
///
/// Fields are appended one by one; ``endRow()`` ends a record. What is written depends on the values
/// only, so buffers made concurrently can be put one after the other.
public struct TableWriter: Sendable {
  /// Who is going to open the table.
  public enum Style: Hashable, Sendable {
    /// Programs: nothing is added to any value.
    case plain
    /// Excel and other spreadsheets: the file begins with a byte order mark; text that a spreadsheet
    /// would take for a formula, and text of digits that it would take for a number, is kept as text
    /// by a ``TableWriter/guardCharacter`` in front of it.
    case spreadsheet
  }

  /// ZERO WIDTH SPACE (U+200B), which a spreadsheet keeps and does not show.
  ///
  /// It stands before a field of ``Style/spreadsheet`` that begins with `=`, `+`, `-`, `@`, a tab or
  /// a CR, and before identifiers. ``RowBatch`` gives fields as they are; ``removingGuard(_:)`` takes
  /// it away.
  public static let guardCharacter: Unicode.Scalar = "\u{200B}"

  /// The guard character as UTF-8.
  static let guardBytes: [UInt8] = [0xE2, 0x80, 0x8B]

  /// A field without the guard in front of it, if there is one.
  public static func removingGuard(_ field: String) -> String {
    guard field.unicodeScalars.first == guardCharacter else { return field }
    return String(String.UnicodeScalarView(field.unicodeScalars.dropFirst()))
  }

  /// Who is going to open the table.
  public let style: Style
  /// What stands between fields.
  public let delimiter: Delimiter
  /// What was written so far.
  ///
  /// - Complexity: O(bytes), for it is a copy.
  public var bytes: [UInt8] { output.bytes }
  /// How many bytes were written so far.
  public var byteCount: Int { output.count }
  var output = ByteOutput()
  /// Whether the rows are those of a workbook, and no CSV.
  let isSheet: Bool
  var sheet: SheetMarkup

  /// A writer with nothing written.
  ///
  /// - Parameters:
  ///   - style: Who is going to open the table.
  ///   - delimiter: What stands between fields.
  public init(style: Style = .plain, delimiter: Delimiter = .comma) {
    self.style = style
    self.delimiter = delimiter
    isSheet = false
    sheet = SheetMarkup(firstRow: 1)
  }

  /// A writer of rows of a workbook, the first of which has a number in its sheet, from 1.
  init(sheetFromRow firstRow: Int) {
    style = .plain
    delimiter = .comma
    isSheet = true
    sheet = SheetMarkup(firstRow: firstRow)
  }

  /// Writes the byte order mark, if the style has one, and the heading row.
  public mutating func writeHeader(_ headings: [String]) {
    if style == .spreadsheet { for byte in [0xEF, 0xBB, 0xBF] as [UInt8] { output.append(byte) } }
    for heading in headings { append(heading) }
    endRow()
  }

  /// Forgets what was written, and keeps the memory.
  public mutating func removeAll() {
    output.removeAll()
    fieldsInRow = 0
  }

  /// Makes room for bytes to come.
  public mutating func reserveCapacity(_ byteCount: Int) {
    output.reserveCapacity(byteCount)
  }

  /// Ends the record.
  public mutating func endRow() {
    if isSheet { return sheet.endRow() }
    // An empty line would be no field at all: one empty field is written as quotes.
    if fieldsInRow == 1 && (output.last ?? PlainScanner.lineFeed) == PlainScanner.lineFeed {
      output.append(PlainScanner.quote)
      output.append(PlainScanner.quote)
    }
    output.append(PlainScanner.lineFeed)
    fieldsInRow = 0
  }

  /// How many fields the record at hand has.
  var fieldsInRow = 0

  /// Appends an empty field.
  public mutating func appendEmpty() {
    if isSheet { return sheet.appendEmpty() }
    beginField()
  }

  mutating func beginField() {
    if let separator = nextSeparator() { output.append(separator) }
  }

  /// Counts a field; says what stands before it, if anything does.
  mutating func nextSeparator() -> UInt8? {
    fieldsInRow += 1
    return fieldsInRow > 1 ? delimiter.rawValue : nil
  }

  /// Keeps a spreadsheet from taking the field for a formula or a number.
  mutating func appendGuard() {
    guard style == .spreadsheet else { return }
    output.append(Self.guardBytes.span)
  }

  /// Appends what another writer of the same style and delimiter wrote, which is CSV; both must be
  /// between rows.
  public mutating func append(contentsOf other: TableWriter) {
    output.append(contentsOf: other.output)
  }
}
