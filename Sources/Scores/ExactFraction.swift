/// A rational number in lowest terms over 128-bit integers.
///
/// Band interpolation and weighted totals are rational, so that their rounding can be decided
/// exactly: 25.125 is a tie, never 25.124999….
public struct ExactFraction: Hashable, Sendable {
  /// The numerator, which carries the sign.
  public let numerator: Int128
  /// The denominator; above zero and without a common divisor with the numerator.
  public let denominator: Int128

  /// Zero.
  public static let zero = ExactFraction(reducedNumerator: 0, denominator: 1)

  private init(reducedNumerator: Int128, denominator: Int128) {
    self.numerator = reducedNumerator
    self.denominator = denominator
  }

  /// The value of a score.
  public init(_ score: Score) {
    var (top, bottom) = (score.billionths, Score.billionthsPerPoint)
    // Most scores have two digits after the point or fewer, and a hundred is soon reduced.
    let (hundredths, rest) = top.quotientAndRemainder(dividingBy: Score.billionthsPerPoint / 100)
    if rest == 0 { (top, bottom) = (hundredths, 100) }
    while bottom.isMultiple(of: 2), top.isMultiple(of: 2) { (top, bottom) = (top / 2, bottom / 2) }
    while bottom.isMultiple(of: 5), top.isMultiple(of: 5) { (top, bottom) = (top / 5, bottom / 5) }
    self.init(reducedNumerator: Int128(top), denominator: Int128(bottom))
  }

  /// `numerator` divided by `denominator`, reduced.
  ///
  /// - Throws: ``ScoreError`` with code `division-by-zero`.
  public init(_ numerator: Int, _ denominator: Int) throws(ScoreError) {
    try self.init(Int128(numerator), over: Int128(denominator))
  }

  /// `numerator` divided by `denominator`, reduced.
  ///
  /// - Throws: ``ScoreError`` with code `division-by-zero`, or `overflow` when the reduced terms
  ///   do not fit 128 bits with either sign.
  public init(_ numerator: Int128, over denominator: Int128) throws(ScoreError) {
    if denominator == 0 { throw ScoreError(.divisionByZero) }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let isNegative = (numerator < 0) != (denominator < 0)
    guard let top = Int128(exactly: numerator.magnitude / divisor),
      let bottom = Int128(exactly: denominator.magnitude / divisor)
    else { throw ScoreError(.overflow) }
    self.init(reducedNumerator: isNegative ? -top : top, denominator: bottom)
  }

  static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 {
      // Two words are divided in hardware; four are not.
      if let a = UInt64(exactly: larger), let b = UInt64(exactly: smaller) {
        return UInt128(greatestCommonDivisor(a, b))
      }
      (larger, smaller) = (smaller, larger % smaller)
    }
    return max(1, larger)
  }

  static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension ExactFraction {
  /// Both terms in one word each, which is computed with far faster than two; nil where one does not
  /// fit.
  var words: (numerator: Int64, denominator: Int64)? {
    guard let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) else {
      return nil
    }
    return (top, bottom)
  }

  /// `numerator` divided by a `denominator` above zero, reduced.
  init(words numerator: Int64, over denominator: Int64) {
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let top = Int128(numerator.magnitude / divisor)
    self.init(
      reducedNumerator: numerator < 0 ? -top : top,
      denominator: Int128(denominator.magnitude / divisor))
  }
}

extension ExactFraction: Comparable {
  /// Whether one number is less than the other, decided on full 256-bit products.
  public static func < (left: Self, right: Self) -> Bool {
    if let (leftTop, leftBottom) = left.words, let (rightTop, rightBottom) = right.words {
      let leftProduct = leftTop.multipliedFullWidth(by: rightBottom)
      let rightProduct = rightTop.multipliedFullWidth(by: leftBottom)
      return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
    }
    let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
    return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
  }
}

extension ExactFraction: CustomStringConvertible {
  /// The fraction as `603/24`, or the whole number alone.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
