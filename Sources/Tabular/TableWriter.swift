internal import Workbooks

/// Writes records as CSV into memory: UTF-8, LF, quotes only where RFC 4180 needs them.
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
  private(set) var output = ByteOutput()
  /// Whether the rows are those of a workbook, and no CSV.
  private let isSheet: Bool
  private(set) var sheet: SheetMarkup

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

  private var fieldsInRow = 0

  /// Appends an empty field.
  public mutating func appendEmpty() {
    if isSheet { return sheet.appendEmpty() }
    beginField()
  }

  /// Appends text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: String, isIdentifier: Bool = false) {
    append(text.utf8Span.span, isIdentifier: isIdentifier)
  }

  /// Appends text given as UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - text: Any bytes; they are not checked.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: Span<UInt8>, isIdentifier: Bool = false) {
    if isSheet { return sheet.append(text, isIdentifier: isIdentifier) }
    guard !text.isEmpty else { return beginField() }
    if ByteOutput.needsQuotes(text, delimiter: delimiter.rawValue) {
      return appendQuoted(text, isGuarded: isIdentifier || Self.startsFormula(text[0]))
    }
    if style == .spreadsheet, isIdentifier || Self.startsFormula(text[0]) {
      beginField()
      appendGuard()
      output.append(text)
      return
    }
    if fieldsInRow > 0 { output.append(delimiter.rawValue, text) } else { output.append(text) }
    fieldsInRow += 1
  }

  /// Appends one of the texts that were looked at before.
  mutating func append(_ text: Span<UInt8>, needsQuotes: Bool) {
    if needsQuotes || style != .plain || isSheet { return append(text) }
    if let separator = nextSeparator() {
      output.append(separator, text)
    } else {
      output.append(text)
    }
  }

  /// Appends text made of pieces.
  package mutating func append(_ text: ByteOutput) {
    text.withText { append($0) }
  }

  /// Appends a day of a year of four digits, as in `2007-02-14`.
  package mutating func append(year: Int, month: Int, day: Int) {
    if isSheet {
      var text = ByteOutput()
      text.append(year: year, month: month, day: day)
      return append(text)
    }
    output.append(year: year, month: month, day: day, after: nextSeparator())
  }

  /// Appends text given in two pieces, as UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - head: Any bytes.
  ///   - tail: What stands behind them.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  package mutating func append(
    _ head: Span<UInt8>, _ tail: Span<UInt8>, isIdentifier: Bool = false
  ) {
    let isPlain =
      style == .plain && !isSheet && fieldsInRow > 0
      && !ByteOutput.needsQuotes(head, delimiter: delimiter.rawValue)
      && !ByteOutput.needsQuotes(tail, delimiter: delimiter.rawValue)
    guard isPlain else {
      var whole = ByteOutput()
      whole.append(head)
      whole.append(tail)
      return whole.withText { append($0, isIdentifier: isIdentifier) }
    }
    output.append(delimiter.rawValue, head)
    output.append(tail)
    fieldsInRow += 1
  }

  private mutating func appendQuoted(_ text: Span<UInt8>, isGuarded: Bool) {
    beginField()
    output.append(PlainScanner.quote)
    if isGuarded { appendGuard() }
    var start = 0
    while start < text.count {
      let place = ByteOutput.firstPlace(of: PlainScanner.quote, in: text, from: start)
      let end = min(place + 1, text.count)
      output.append(text.extracting(start..<end))
      if place < text.count { output.append(PlainScanner.quote) }
      start = end
    }
    output.append(PlainScanner.quote)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  private mutating func beginField() {
    if let separator = nextSeparator() { output.append(separator) }
  }

  /// Counts a field; says what stands before it, if anything does.
  private mutating func nextSeparator() -> UInt8? {
    fieldsInRow += 1
    return fieldsInRow > 1 ? delimiter.rawValue : nil
  }

  /// Keeps a spreadsheet from taking the field for a formula or a number.
  private mutating func appendGuard() {
    guard style == .spreadsheet else { return }
    output.append(Self.guardBytes.span)
  }

  /// Appends what another writer of the same style and delimiter wrote, which is CSV; both must be
  /// between rows.
  public mutating func append(contentsOf other: TableWriter) {
    output.append(contentsOf: other.output)
  }

  /// Appends an integer.
  public mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    guard let units = Int64(exactly: number) else {
      // A sheet would change so long a number, and keeps it as text.
      return append(number.description, isIdentifier: isSheet)
    }
    append(units: units, scaleDigits: 0)
  }

  /// Appends a fixed decimal, always with all its digits, as in `80.50`.
  ///
  /// - Parameters:
  ///   - units: The number times ten to the power of `scaleDigits`.
  ///   - scaleDigits: Digits after the point, 0 to 18.
  public mutating func append(units: Int64, scaleDigits: Int) {
    if isSheet {
      return sheet.append(units: units, decimals: max(0, min(18, scaleDigits)))
    }
    var separator = nextSeparator()
    if units < 0 {
      if let separator { output.append(separator) }
      separator = nil
      appendGuard()
      output.append(0x2D)
    }
    let scaleDigits = max(0, min(18, scaleDigits))
    output.append(
      units.magnitude, leastDigits: scaleDigits + 1, scaleDigits: scaleDigits, after: separator)
  }

  /// Appends a number that was written before, where it stands in a table of text only.
  ///
  /// - Parameter shortText: At most seven bytes, the first lowest, and in the highest how many they are.
  /// - Returns: Whether it was appended.
  @inline(__always)
  mutating func append(shortText: UInt64) -> Bool {
    if isSheet { return false }
    output.append(shortText: shortText, after: nextSeparator())
    return true
  }

  /// Appends fields that were written before.
  package mutating func append(_ fields: WrittenFields) {
    guard style == .plain, delimiter == .comma, !isSheet else {
      for (text, isIdentifier) in zip(fields.texts, fields.areIdentifiers) {
        append(text, isIdentifier: isIdentifier)
      }
      return
    }
    if fieldsInRow > 0 { output.append(delimiter.rawValue) }
    output.append(contentsOf: fields.plain)
    fieldsInRow += fields.texts.count
  }

  /// Appends an identifier of digits, with zeros in front.
  ///
  /// - Parameters:
  ///   - identifier: The digits as a number.
  ///   - width: How many digits to write, at least; 1 to 20.
  public mutating func append(identifier: UInt64, width: Int) {
    if isSheet {
      let digits = "\(identifier)"
      return append(
        String(repeating: "0", count: max(0, width - digits.count)) + digits, isIdentifier: true)
    }
    var separator = nextSeparator()
    if style == .spreadsheet {
      if let separator { output.append(separator) }
      separator = nil
      appendGuard()
    }
    output.append(
      identifier, leastDigits: max(1, min(20, width)), scaleDigits: 0, after: separator)
  }
}
