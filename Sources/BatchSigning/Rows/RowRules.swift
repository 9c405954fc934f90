/// What a row must look like so that every CSV reader reads the same, and nothing in it harms.
///
/// Quoting as in RFC 4180, but no line end inside quotes; as many cells as columns; text in NFC
/// without control or invisible characters; no cell that a spreadsheet would run. What begins with a
/// minus sign and is a number may stand in a column that is none of text.
struct RowRules: Sendable {
  let columnCount: Int
  let subject: String
  /// For each column whether it holds text; none where all do.
  private let isText: [Bool]

  /// The columns of both kinds of batches that hold text, in all that any office writes; a score
  /// stands in none of them.
  private static let textColumns: Set<String> = [
    "issuer", "school", "assessment", "sitting", "candidate_number", "national_id", "name",
    "family_name", "given_name", "birth_date", "sex", "exam_date", "status", "applicant",
    "recognised", "reason", "programme",
  ]

  /// The rules of the rows of a file with these columns; those that identify a row are text under any
  /// name.
  init(columns: [String], key: [String], subject: String) {
    columnCount = columns.count
    isText = columns.map { Self.textColumns.contains($0) || key.contains($0) }
    self.subject = subject
  }

  /// The rules of a header, which has any number of columns and none but text.
  init(headerOf subject: String) {
    columnCount = 0
    isText = []
    self.subject = subject
  }

  /// Checks one row and notes where its cells are, without their quotes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - row: The row with its line feed.
  ///   - number: The row's number for errors; the header is 0.
  ///   - cells: Filled with the place of every cell.
  /// - Throws: ``SigningError`` with `E_ROW`, `E_TEXT` or `E_FORMULA`.
  func check(
    _ bytes: Span<UInt8>, _ row: Range<Int>, number: Int, cells: inout [Range<Int>]
  ) throws(SigningError) {
    guard columnCount != 1 || row.count > 1 else {
      throw problem(.row, number, "an empty line; a single empty cell is written as quotes")
    }
    if isPlain(bytes, row, cells: &cells) { return }
    cells.removeAll(keepingCapacity: true)
    let end = row.upperBound - 1
    var position = row.lowerBound
    while true {
      let mayBeNumber = cells.count < isText.count && !isText[cells.count]
      let cell = try cell(
        bytes, from: position, to: end, number: number, mayBeNumber: mayBeNumber)
      cells.append(cell.content)
      position = cell.end
      if position == end { break }
      // The cell ended at a comma.
      position += 1
    }
    guard columnCount == 0 || cells.count == columnCount else {
      throw SigningError(
        .row, subject, "row \(number): \(cells.count) cells where \(columnCount) were expected")
    }
  }

  /// Whether a row is right beyond doubt, as most are; its cells are noted then.
  private func isPlain(
    _ bytes: Span<UInt8>, _ row: Range<Int>, cells: inout [Range<Int>]
  ) -> Bool {
    guard columnCount > 0 else { return false }
    if cells.count != columnCount { cells = [Range<Int>](repeating: 0..<0, count: columnCount) }
    var places = cells.mutableSpan
    return ByteScan.plainCells(unsafe bytes.bytes, row, into: &places)
  }

  private func problem(
    _ code: SigningError.Code, _ number: Int, _ text: Message
  ) -> SigningError {
    SigningError(code, subject, "row \(number): \(text)")
  }

  private func cell(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, number: Int, mayBeNumber: Bool
  ) throws(SigningError) -> (content: Range<Int>, end: Int) {
    let isQuoted = start < end && bytes[start] == UInt8(ascii: "\"")
    var position = isQuoted ? start + 1 : start
    let contentStart = position
    var isPlain = true
    var isClosed = false
    let raw = unsafe bytes.bytes
    while true {
      position = ByteScan.endOfPlain(raw, from: position, to: end)
      guard position < end else { break }
      let byte = bytes[position]
      if byte >= 0x80 {
        let length = TextRules.plainLength(raw, at: position, to: end)
        if length > 0 {
          position += length
          continue
        }
        isPlain = false
      } else if byte < 0x20 || byte == 0x7f {
        throw problem(
          .text, number,
          byte == UInt8(ascii: "\r")
            ? "a carriage return; lines end with a line feed alone" : "a control character")
      } else if byte == UInt8(ascii: ",") {
        if !isQuoted { break }
      } else if byte == UInt8(ascii: "\"") {
        guard isQuoted else { throw problem(.row, number, "a quote inside a plain cell") }
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else {
          isClosed = true
          break
        }
        position += 1
      }
      position += 1
    }
    guard isClosed == isQuoted else { throw problem(.row, number, "a quote is not closed") }
    let content = contentStart..<position
    if isQuoted {
      position += 1
      guard position == end || bytes[position] == UInt8(ascii: ",") else {
        throw problem(.row, number, "something follows a closing quote")
      }
    }
    if !isPlain { try checkText(bytes, content, number: number) }
    if let first = content.first, Self.isFormulaStart(bytes[first]),
      !(mayBeNumber && Self.isNegativeNumber(bytes, content))
    {
      throw problem(.formula, number, "a cell begins with a sign of a formula")
    }
    return (content, position)
  }

  /// The value of a cell by its bytes between the quotes.
  static func value(_ content: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    // A doubled quote stands for one; a single one cannot be there.
    var isSecondQuote = false
    for byte in content {
      if !isSecondQuote { bytes.append(byte) }
      isSecondQuote = byte == UInt8(ascii: "\"") && !isSecondQuote
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A bit for each of `+`, `-`, `=` and `@`, counted from the first.
  private static let formulaStarts: UInt64 = 1 | 1 << 2 | 1 << 18 | 1 << 21

  /// Whether a spreadsheet takes a cell that begins so for a formula.
  static func isFormulaStart(_ byte: UInt8) -> Bool {
    let place = byte &- UInt8(ascii: "+")
    return place < 64 && formulaStarts >> UInt64(place) & 1 == 1
  }

  /// Whether a cell is nothing but a negative decimal number, which is no text.
  private static func isNegativeNumber(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard bytes[cell.lowerBound] == UInt8(ascii: "-") else { return false }
    var digits = 0
    var points = 0
    for position in cell.dropFirst() {
      switch bytes[position] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: ".") where points == 0 && digits > 0: points = 1
      default: return false
      }
    }
    return digits > 0 && bytes[cell.upperBound - 1] != UInt8(ascii: ".")
  }

  private func checkText(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, number: Int
  ) throws(SigningError) {
    var content: [UInt8] = []
    content.reserveCapacity(cell.count)
    for position in cell { content.append(bytes[position]) }
    switch TextRules.problem(in: content) {
    case nil: return
    case let text?: throw problem(.text, number, text)
    }
  }
}
