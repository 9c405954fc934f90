extension RoundingRule {
  /// The published score of an exact value.
  ///
  /// - Parameter value: The value in points.
  /// - Returns: The score nearest by this rule.
  /// - Throws: ``ScoreError`` with code `overflow` when the result is no score, `rounding-rule`
  ///   when the rule was made with decimals outside 0...9 or a step not above zero.
  public func rounded(_ value: ExactFraction) throws(ScoreError) -> Score {
    switch self {
    case .halfUp(let decimals):
      try Self.rounded(value, decimals: decimals) { _, half in half != .under }
    case .halfEven(let decimals):
      try Self.rounded(value, decimals: decimals) { digit, half in
        half == .over || (half == .tie && !digit.isMultiple(of: 2))
      }
    case .truncate(let decimals):
      try Self.rounded(value, decimals: decimals) { _, _ in false }
    case .step(let step, let decimals):
      try Self.rounded(
        RoundingRule.halfUp(decimals: decimals).rounded(value), toMultipleOf: step)
    }
  }

  /// The published score of a score, which may have more digits than the rule leaves.
  ///
  /// - Throws: ``ScoreError`` as the form for fractions.
  public func rounded(_ score: Score) throws(ScoreError) -> Score {
    try rounded(ExactFraction(score))
  }

  /// Where the cut-off rest lies against half a unit.
  private enum Half { case under, tie, over }

  private static func rounded(
    _ value: ExactFraction, decimals: Int, awayFromZero: (UInt128, Half) -> Bool
  ) throws(ScoreError) -> Score {
    guard (0...9).contains(decimals) else { throw ScoreError(.roundingRule) }
    var unitsPerPoint: UInt128 = 1
    for _ in 0..<decimals { unitsPerPoint *= 10 }
    if let rounded = roundedInWords(value, UInt64(unitsPerPoint), awayFromZero) { return rounded }
    let divisor = value.denominator.magnitude
    let (whole, part) = value.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    // part < divisor, so the quotient is below unitsPerPoint and the division cannot overflow.
    let (digits, rest) = divisor.dividingFullWidth(part.multipliedFullWidth(by: unitsPerPoint))
    guard whole <= UInt128(UInt64.max) else { throw ScoreError(.overflow) }
    var units = whole * unitsPerPoint + digits
    let half: Half =
      rest > divisor - rest ? .over : rest == divisor - rest ? .tie : .under
    if rest != 0, awayFromZero(units, half) { units += 1 }
    return try score(units * (1_000_000_000 / unitsPerPoint), isNegative: value.numerator < 0)
  }

  /// The same where one word holds every number on the way; nil where it does not.
  private static func roundedInWords(
    _ value: ExactFraction, _ unitsPerPoint: UInt64, _ awayFromZero: (UInt128, Half) -> Bool
  ) -> Score? {
    guard let (top, bottom) = value.words else { return nil }
    let divisor = bottom.magnitude
    let (scaled, isTooLarge) = top.magnitude.multipliedReportingOverflow(by: unitsPerPoint)
    if isTooLarge { return nil }
    var (units, rest) = scaled.quotientAndRemainder(dividingBy: divisor)
    if rest != 0 {
      let half: Half = rest > divisor - rest ? .over : rest == divisor - rest ? .tie : .under
      if awayFromZero(UInt128(units), half) { units += 1 }
    }
    let billionths = units.multipliedReportingOverflow(by: 1_000_000_000 / unitsPerPoint)
    guard !billionths.overflow, let magnitude = Int64(exactly: billionths.partialValue) else {
      return nil
    }
    return Score(billionths: top < 0 ? -magnitude : magnitude)
  }

  private static func rounded(
    _ score: Score, toMultipleOf step: Score
  ) throws(ScoreError) -> Score {
    guard step > .zero else { throw ScoreError(.roundingRule) }
    let size = step.billionths.magnitude
    let (count, rest) = score.billionths.magnitude.quotientAndRemainder(dividingBy: size)
    let steps = UInt128(count) + (rest >= size - rest ? 1 : 0)
    return try Self.score(steps * UInt128(size), isNegative: score < .zero)
  }

  private static func score(
    _ billionths: UInt128, isNegative: Bool
  ) throws(ScoreError) -> Score {
    guard let magnitude = Int64(exactly: billionths) else { throw ScoreError(.overflow) }
    return Score(billionths: isNegative ? -magnitude : magnitude)
  }
}
