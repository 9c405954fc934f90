/// What a cell with a candidate number holds.
///
/// Schools number as they like, with letters, spaces and signs; only what a damaged file or a
/// spreadsheet leaves in such a cell is told from a number.
struct CandidateNumber {
  /// The number without the apostrophe by which a spreadsheet keeps it as text.
  let text: String

  /// Reads a cell.
  ///
  /// - Parameter cell: The cell without white space at its ends, not empty.
  /// - Throws: ``CellProblem`` with `number` for scientific notation and decimals, `text` for a quote,
  ///   a number sign or a letter or digit of another script, `value` for a day, a time, or a truth value.
  init(_ cell: String) throws(CellProblem) {
    func problem(_ reason: RejectReason, _ message: Message) -> CellProblem {
      CellProblem(reason, "candidate_number", message)
    }
    if Self.isScientific(cell) {
      throw problem(
        .number, "scientific notation has lost digits; export the column as text")
    }
    text = cell.first == "'" ? canonicalText(String(cell.dropFirst())) : cell
    guard !text.isEmpty else { throw problem(.missing, "the cell is empty") }
    if text.hasPrefix("#") {
      throw problem(
        .text,
        "the spreadsheet shows an error or a column too narrow for its number; correct it there")
    }
    if let sign = text.first(where: { $0 == "\"" || $0 == "#" }) {
      throw problem(
        .text, "no candidate number has the character \"\(String(sign))\"; correct the cell")
    }
    if let sign = text.unicodeScalars.first(where: Self.isForeign) {
      throw problem(
        .text,
        "\"\(String(sign))\" (U+\(String(sign.value, radix: 16, uppercase: true))) is no plain digit or "
          + "Latin letter, though it may look like one; type the number again")
    }
    if Self.isDecimal(text) {
      throw problem(
        .number,
        "a program took the number for a decimal, and zeros before it may be lost; export it as text"
      )
    }
    if ["TRUE", "FALSE"].contains(text) || Self.isDay(text) || Self.isTime(text) {
      throw problem(
        .value,
        "the spreadsheet took the number for a day, a time or a truth value; enter it as text")
    }
  }

  /// Whether bytes are a number as they stand; others may be one at a closer look.
  static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var (slashes, hyphens) = (0, 0)
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "+"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"): slashes += 1
      case UInt8(ascii: "-"): hyphens += 1
      default: continue
      }
    }
    guard let first = range.first.map({ bytes[$0] }) else { return false }
    let isDatelike = slashes == 2 && range.count <= 10 || hyphens == 2 && range.count == 10
    let mayBeDay = isDatelike && 0x30...0x39 ~= first
    let mayBeTruth =
      4...5 ~= range.count && (first == UInt8(ascii: "T") || first == UInt8(ascii: "F"))
    let end = range.upperBound
    let isDecimal =
      range.count > 2 && bytes[end - 1] == UInt8(ascii: "0") && bytes[end - 2] == UInt8(ascii: ".")
    return first != UInt8(ascii: "'") && !mayBeDay && !mayBeTruth && !isDecimal
  }

  /// Whether a scalar is a letter or digit of another script, or of another width: it equals none of
  /// those that a keyboard has, so that such a number is nobody else's.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return !(0xC0...0x24F ~= scalar.value || 0x1E00...0x1EFF ~= scalar.value)
    default: return false
    }
  }

  /// Whether a text is a day, as the text of a workbook or a table that a spreadsheet saved has it.
  private static func isDay(_ text: String) -> Bool {
    let day = WrittenDate(text)
    if case .day = day { return text.utf8.count >= 10 && text.contains("-") }
    return text.contains("/") && (day.resolved(.dayFirst) ?? day.resolved(.monthFirst)) != nil
  }

  private static func isTime(_ text: String) -> Bool {
    text.utf8.count == 8 && WrittenTime(text) != nil
  }

  /// Whether a cell is what a program writes that had the number as a decimal: `12345.0`.
  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.utf8.dropLast(2)
    return text.hasSuffix(".0") && !digits.isEmpty && digits.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether a cell is what a spreadsheet makes of a long number: `1.23E+11`.
  private static func isScientific(_ cell: String) -> Bool {
    guard let mark = cell.utf8.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
    let (mantissa, exponent) = (cell.utf8[..<mark], cell.utf8[mark...].dropFirst())
    func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    return exponent.count > 1 && exponent.first == 0x2B && exponent.dropFirst().allSatisfy(isDigit)
      && mantissa.first.map(isDigit) == true
      && mantissa.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
  }
}
