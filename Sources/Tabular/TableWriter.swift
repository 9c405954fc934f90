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
  /// a CR, and before identifiers. ``RowBatch`` gives fields as they are; the bytes to take away
  /// are ``guardBytes``.
  public static let guardCharacter: Unicode.Scalar = "\u{200B}"

  /// The guard character as UTF-8.
  public static let guardBytes: [UInt8] = [0xE2, 0x80, 0x8B]

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
  public private(set) var bytes: [UInt8] = []
  private var isRowEmpty = true

  /// A writer with nothing written.
  public init(style: Style = .plain, delimiter: Delimiter = .comma) {
    self.style = style
    self.delimiter = delimiter
  }

  /// Writes the byte order mark, if the style has one, and the heading row.
  public mutating func writeHeader(_ headings: [String]) {
    if style == .spreadsheet { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for heading in headings { append(heading) }
    endRow()
  }

  /// Forgets what was written, and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isRowEmpty = true
  }

  /// Makes room for bytes to come.
  public mutating func reserveCapacity(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Ends the record.
  public mutating func endRow() {
    // An empty line would be no field at all: one empty field is written as quotes.
    if !isRowEmpty && lastRowIsOneEmptyField { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(PlainScanner.lineFeed)
    isRowEmpty = true
  }

  private var lastRowIsOneEmptyField: Bool {
    fieldsInRow == 1 && (bytes.isEmpty || bytes[bytes.count - 1] == PlainScanner.lineFeed)
  }

  private var fieldsInRow = 0

  /// Appends an empty field.
  public mutating func appendEmpty() { beginField() }

  /// Appends text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: String, isIdentifier: Bool = false) {
    var text = text
    text.withUTF8 { buffer in unsafe append(buffer.span, isIdentifier: isIdentifier) }
  }

  /// Appends text given as UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - text: Any bytes; they are not checked.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: Span<UInt8>, isIdentifier: Bool = false) {
    beginField()
    guard !text.isEmpty else { return }
    var needsQuotes = false
    for index in text.indices {
      let byte = text[index]
      if byte == PlainScanner.quote || byte == delimiter.rawValue || byte == PlainScanner.lineFeed
        || byte == PlainScanner.carriageReturn
      {
        needsQuotes = true
        break
      }
    }
    if needsQuotes { bytes.append(PlainScanner.quote) }
    if style == .spreadsheet && (isIdentifier || Self.startsFormula(text[0])) {
      bytes.append(contentsOf: Self.guardBytes)
    }
    guard needsQuotes else {
      unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      return
    }
    for index in text.indices {
      if text[index] == PlainScanner.quote { bytes.append(PlainScanner.quote) }
      bytes.append(text[index])
    }
    bytes.append(PlainScanner.quote)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  mutating func beginField() {
    if isRowEmpty {
      isRowEmpty = false
      fieldsInRow = 1
    } else {
      bytes.append(delimiter.rawValue)
      fieldsInRow += 1
    }
  }

  /// Appends bytes that need no quotes.
  mutating func appendRaw(_ byte: UInt8) { bytes.append(byte) }

  /// Appends what another writer of the same style and delimiter wrote; both must be between rows.
  public mutating func append(contentsOf other: TableWriter) {
    bytes.append(contentsOf: other.bytes)
  }
}
