internal import Scores
internal import Tabular

/// The bytes of a trace, with the forms in which traces write numbers and days.
struct TraceOutput: Sendable {
  private(set) var bytes = ByteOutput()

  var isEmpty: Bool { bytes.isEmpty }

  /// What was written.
  var text: String { String(decoding: bytes.bytes, as: UTF8.self) }

  /// Forgets what was written, and keeps the memory.
  mutating func removeAll() { bytes.removeAll() }

  mutating func append(_ text: String) { bytes.append(text.utf8Span.span) }

  mutating func append(_ text: Span<UInt8>) { bytes.append(text) }

  mutating func append(_ other: TraceOutput) { bytes.append(contentsOf: other.bytes) }

  /// A part of another text.
  mutating func append(_ other: TraceOutput, from start: Int, to end: Int) {
    bytes.append(contentsOf: other.bytes, from: start, to: end)
  }

  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(0x2D) }
    bytes.append(UInt64(number.magnitude), leastDigits: 1, scaleDigits: 0)
  }

  /// A score with at least so many digits after the point.
  mutating func append(_ score: Score, _ decimals: Int = 0) {
    let (units, digits) = score.units(decimals: decimals)
    if units < 0 { bytes.append(0x2D) }
    bytes.append(units.magnitude, leastDigits: digits + 1, scaleDigits: digits)
  }

  /// A day, as `2025-01-19`.
  mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.components
    bytes.append(year: year, month: month, day: day)
  }

  /// An exact value with so many digits after the point, and one more where it has one; a value with
  /// more than that is cut and marked with an ellipsis.
  mutating func append(_ value: ExactFraction, _ decimals: Int) {
    if value.numerator < 0 { bytes.append(0x2D) }
    // Real scores have small terms, and one word is divided far faster than two.
    let unit = UInt64(Score.unitsPerPoint(decimals: decimals)) * 10
    if let top = UInt64(exactly: value.numerator.magnitude),
      let bottom = UInt64(exactly: value.denominator),
      case let (scaled, isTooLarge) = top.multipliedReportingOverflow(by: unit), !isTooLarge
    {
      append(scaled.quotientAndRemainder(dividingBy: bottom), decimals)
    } else {
      appendLong(value, decimals)
    }
  }

  /// A quotient with one digit more than was asked for, which is left out where nothing is left.
  private mutating func append(_ value: (quotient: UInt64, remainder: UInt64), _ decimals: Int) {
    if value.remainder == 0, value.quotient.isMultiple(of: 10) {
      bytes.append(value.quotient / 10, leastDigits: decimals + 1, scaleDigits: decimals)
      return
    }
    bytes.append(value.quotient, leastDigits: decimals + 2, scaleDigits: decimals + 1)
    if value.remainder != 0 { append("…") }
  }

  /// The same for terms of any size.
  private mutating func appendLong(_ value: ExactFraction, _ decimals: Int) {
    let divisor = value.denominator.magnitude
    var (whole, rest) = value.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    append("\(whole)")
    var count = 0
    while count < decimals || (rest != 0 && count == decimals) {
      if count == 0 { bytes.append(0x2E) }
      // The rest is less than the divisor, so the quotient is one digit.
      (whole, rest) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      bytes.append(0x30 + UInt8(truncatingIfNeeded: whole))
      count += 1
    }
    if rest != 0 { append("…") }
  }
}
