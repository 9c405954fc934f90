/// Rows of a sheet as they stand in its part of a workbook.
///
/// Text is written as text and never as a formula, numbers as numbers with as many decimals as they
/// have. What is written depends on the values and the number of the first row only, so rows made at
/// one time can be put one after the other.
public struct SheetMarkup: Sendable {
  /// The longest text that a cell can hold, in UTF-16 units; what is longer ends with an ellipsis.
  public static let textLimit = 32_767

  /// The markup so far.
  public private(set) var bytes: [UInt8] = []
  /// The number of characters of the longest cell of each column.
  public private(set) var widths: [Int] = []
  private var row: Int
  private var column = 0

  /// Begins rows.
  ///
  /// - Parameter firstRow: The number of the first of them; 1 is the sheet's first.
  public init(firstRow: Int = 1) { row = firstRow }

  /// Ends the row.
  public mutating func endRow() {
    if column == 0 { append("<row r=\"\(row)\">") }
    append("</row>")
    row += 1
    column = 0
  }

  /// Leaves a cell empty.
  public mutating func appendEmpty() {
    beginCell(width: 0)
    column += 1
  }

  /// Appends a heading.
  public mutating func append(heading: String) { append(heading.utf8Span.span, .heading) }

  /// Appends text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are none become U+FFFD.
  ///   - isIdentifier: Whether it stays text when somebody types into the cell, whatever it looks like.
  public mutating func append(_ text: Span<UInt8>, isIdentifier: Bool) {
    guard !text.isEmpty else { return appendEmpty() }
    // What begins like a formula becomes none when it is edited.
    let isKept = isIdentifier || [0x3D, 0x2B, 0x2D, 0x40].contains(text[0])
    append(text, isKept ? .text : .general)
  }

  private mutating func append(_ text: Span<UInt8>, _ style: CellStyle) {
    let scalars = Self.scalars(of: text)
    beginCell(width: min(scalars.count, Self.textLimit))
    append("<c r=\"\(Self.reference(column, row))\" s=\"\(style.index)\" t=\"inlineStr\"><is>")
    append("<t xml:space=\"preserve\">")
    Self.append(scalars, to: &bytes)
    append("</t></is></c>")
    column += 1
  }

  /// Appends a fixed decimal as a number.
  ///
  /// - Parameters:
  ///   - units: The number times ten to the power of `decimals`. One with more than 15 digits is
  ///     written as text, for a spreadsheet would change it.
  ///   - decimals: Digits after the point that are shown, 0 to 18.
  public mutating func append(units: Int64, decimals: Int) {
    var digits = Array("\(units.magnitude)".utf8)
    let isExact = digits.count <= CellNumber.shownDigits
    if digits.count <= decimals {
      digits = Array(repeating: 0x30, count: decimals + 1 - digits.count) + digits
    }
    if decimals > 0 { digits.insert(0x2E, at: digits.count - decimals) }
    if units < 0 { digits.insert(0x2D, at: 0) }
    guard isExact else { return append(digits.span, .text) }
    beginCell(width: digits.count)
    append("<c r=\"\(Self.reference(column, row))\" s=\"\(CellStyle.number(decimals).index)\"><v>")
    bytes += digits
    append("</v></c>")
    column += 1
  }

  private mutating func beginCell(width: Int) {
    if column == 0 { append("<row r=\"\(row)\">") }
    if column == widths.count { widths.append(0) }
    widths[column] = max(widths[column], width)
  }

  private mutating func append(_ markup: String) { bytes += markup.utf8 }

  static func reference(_ column: Int, _ row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }

  /// The characters of a text, cut to what a cell can hold.
  private static func scalars(of text: Span<UInt8>) -> [Unicode.Scalar] {
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    for index in text.indices { copy.append(text[index]) }
    let whole = String(decoding: copy, as: UTF8.self)
    guard text.count > textLimit, whole.utf16.count > textLimit else {
      return Array(whole.unicodeScalars)
    }
    var kept: [Unicode.Scalar] = []
    var length = 1
    for scalar in whole.unicodeScalars {
      length += UTF16.width(scalar)
      if length > textLimit { break }
      kept.append(scalar)
    }
    return kept + ["…"]
  }
}
