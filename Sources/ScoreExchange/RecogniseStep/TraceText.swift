internal import Scores

/// A step of a calculation in words and numbers, written straight into bytes: a national run
/// tells millions of them.
struct TraceText: ExpressibleByStringInterpolation {
  var bytes: [UInt8]

  init(stringLiteral value: String) { bytes = Array(value.utf8) }

  init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Texts with a comma between.
  init(joining texts: [TraceText]) {
    bytes = []
    for text in texts {
      if !bytes.isEmpty { bytes += [0x2C, 0x20] }
      bytes += text.bytes
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      // Most of what is put in are numbers, some are texts of their own.
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

    mutating func appendInterpolation(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func appendInterpolation(_ text: TraceText) { bytes += text.bytes }

    mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: "\(number)".utf8) }

    /// A score with at least so many digits after the point.
    mutating func appendInterpolation(_ score: Score, _ decimals: Int? = nil) {
      score.append(to: &bytes, decimals: decimals)
    }

    /// An exact value with so many digits after the point, and one more where it has one; a value
    /// with more than that is cut and marked with an ellipsis.
    mutating func appendInterpolation(_ value: ExactFraction, _ decimals: Int) {
      value.append(to: &bytes, minimum: decimals, maximum: decimals + 1)
    }

    /// A day, as `2025-01-19`.
    mutating func appendInterpolation(_ date: CalendarDate) {
      let (year, month, day) = date.components
      for digits in [year / 100, year % 100] { appendPair(digits) }
      for digits in [month, day] {
        bytes.append(0x2D)
        appendPair(digits)
      }
    }

    private mutating func appendPair(_ number: Int) {
      bytes.append(0x30 + UInt8(number / 10 % 10))
      bytes.append(0x30 + UInt8(number % 10))
    }
  }
}

extension ExactFraction {
  /// Appends the value as a decimal: exact if `maximum` digits after the point suffice, else cut
  /// after them and marked with an ellipsis.
  func append(to bytes: inout [UInt8], minimum: Int, maximum: Int) {
    let (whole, part) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    if numerator < 0 { bytes.append(0x2D) }
    bytes.append(contentsOf: (UInt64(exactly: whole).map { "\($0)" } ?? "\(whole)").utf8)
    let isExact: Bool
    // Real scores have small terms, and one word is divided far faster than two.
    if let divisor = UInt64(exactly: denominator), divisor <= .max / 10 {
      isExact = Self.appendDigits(of: UInt64(part), minimum, maximum, to: &bytes) {
        ($0 * 10).quotientAndRemainder(dividingBy: divisor)
      }
    } else {
      let divisor = denominator.magnitude
      isExact = Self.appendDigits(of: part, minimum, maximum, to: &bytes) {
        // The rest is less than the divisor, so the quotient is one digit.
        divisor.dividingFullWidth($0.multipliedFullWidth(by: 10))
      }
    }
    if !isExact { bytes.append(contentsOf: "…".utf8) }
  }

  /// Appends a point and the digits of a rest, one by each step, and says whether nothing is left.
  @inline(__always)
  private static func appendDigits<Word: UnsignedInteger>(
    of part: Word, _ minimum: Int, _ maximum: Int, to bytes: inout [UInt8],
    _ step: (Word) -> (Word, Word)
  ) -> Bool {
    var rest = part
    var count = 0
    while count < minimum || (rest != 0 && count < maximum) {
      if count == 0 { bytes.append(0x2E) }
      let (digit, next) = step(rest)
      bytes.append(0x30 + UInt8(truncatingIfNeeded: digit))
      rest = next
      count += 1
    }
    return rest == 0
  }
}
