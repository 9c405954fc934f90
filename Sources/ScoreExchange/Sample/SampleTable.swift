/// The bytes of a table under construction, in one dialect.
struct SampleTable {
  /// Stands for bytes that mean nothing in the encoding: itself in UTF-8, half of a surrogate pair
  /// in UTF-16.
  static let badByte: UInt8 = 0xFF

  let dialect: SampleDialect
  /// What was written, in the encoding of the dialect.
  private(set) var bytes: [UInt8] = []
  private var row: [UInt8] = []
  private var isRowEmpty = true

  init(_ dialect: SampleDialect) {
    self.dialect = dialect
  }

  /// Writes the byte order mark, the separator line and the headings.
  mutating func begin(headings: [String]) {
    switch dialect.encoding {
    case .utf8: break
    case .utf8WithMark: bytes += [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: bytes += [0xFF, 0xFE]
    }
    if dialect.hasSeparatorLine {
      row += Array("sep=".utf8) + [dialect.delimiter]
      endRow()
    }
    for heading in headings { field(heading) }
    endRow()
  }

  /// Appends a field that may need quotes.
  mutating func field(_ text: [UInt8]) {
    separate()
    let special: (UInt8) -> Bool = { [dialect] in
      $0 == dialect.delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard dialect.quotesEverything || text.contains(where: special) else {
      row += text
      return
    }
    row.append(0x22)
    for byte in text {
      if byte == 0x22 { row.append(0x22) }
      row.append(byte)
    }
    row.append(0x22)
  }

  /// Appends a field that may need quotes, its letters taken apart if the dialect does so.
  mutating func field(_ text: String) {
    field(Array((dialect.isDecomposed ? SampleLetters.decomposed(text) : text).utf8))
  }

  /// Appends a number of 0 or more, with zeros before it.
  mutating func number(_ value: Int, width: Int = 0) {
    plain { $0.append(number: value, width: width) }
  }

  /// Appends a score given in hundredths.
  mutating func score(_ hundredths: Int) {
    plain { [dialect] in dialect.append(score: hundredths, to: &$0) }
  }

  /// Appends a date in the dialect's form.
  mutating func date(_ date: SampleDate) {
    plain { [dialect] in dialect.append(date, to: &$0) }
  }

  /// Appends what `body` writes, which must not need quotes.
  mutating func plain(_ body: (inout [UInt8]) -> Void) {
    separate()
    if dialect.quotesEverything { row.append(0x22) }
    body(&row)
    if dialect.quotesEverything { row.append(0x22) }
  }

  /// Ends the row.
  mutating func endRow() {
    if dialect.endsLinesWithCRLF { row.append(0x0D) }
    row.append(0x0A)
    if dialect.encoding == .utf16LittleEndian { appendAsUTF16() } else { bytes += row }
    row.removeAll(keepingCapacity: true)
    isRowEmpty = true
  }

  private mutating func separate() {
    if !isRowEmpty { row.append(dialect.delimiter) }
    isRowEmpty = false
  }

  private mutating func appendAsUTF16() {
    var index = 0
    while index < row.count {
      let first = UInt16(row[index])
      // Nothing in a sample lies beyond the basic plane: three bytes at most.
      let length = first < 0x80 || row[index] == Self.badByte ? 1 : first < 0xE0 ? 2 : 3
      var unit = first
      switch length {
      case 1: unit = row[index] == Self.badByte ? 0xDC00 : first
      case 2: unit = (first & 0x1F) << 6 | UInt16(row[index + 1] & 0x3F)
      default:
        unit =
          (first & 0x0F) << 12 | UInt16(row[index + 1] & 0x3F) << 6
          | UInt16(row[index + 2] & 0x3F)
      }
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      index += length
    }
  }
}
