extension ExactFraction {
  /// The sum.
  ///
  /// - Throws: ``ScoreError`` with code `overflow`.
  public func adding(_ other: ExactFraction) throws(ScoreError) -> ExactFraction {
    if other.numerator == 0 { return self }
    return try combined(with: other, { $0.addingReportingOverflow($1) }) {
      $0.addingReportingOverflow($1)
    }
  }

  /// This number less the other.
  ///
  /// - Throws: ``ScoreError`` with code `overflow`.
  public func subtracting(_ other: ExactFraction) throws(ScoreError) -> ExactFraction {
    try combined(with: other, { $0.subtractingReportingOverflow($1) }) {
      $0.subtractingReportingOverflow($1)
    }
  }

  /// The product.
  ///
  /// - Throws: ``ScoreError`` with code `overflow`.
  public func multiplied(by other: ExactFraction) throws(ScoreError) -> ExactFraction {
    if let left = words, let right = other.words {
      let top = left.numerator.multipliedReportingOverflow(by: right.numerator)
      let bottom = left.denominator.multipliedReportingOverflow(by: right.denominator)
      if !top.overflow, !bottom.overflow {
        return ExactFraction(words: top.partialValue, over: bottom.partialValue)
      }
    }
    // Reducing crosswise first keeps every product that is representable from overflowing.
    let first = try ExactFraction(numerator, over: other.denominator)
    let second = try ExactFraction(other.numerator, over: denominator)
    let (top, topOverflow) = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let (bottom, bottomOverflow) = first.denominator.multipliedReportingOverflow(
      by: second.denominator)
    if topOverflow || bottomOverflow { throw ScoreError(.overflow) }
    return try ExactFraction(top, over: bottom)
  }

  /// This number divided by the other.
  ///
  /// - Throws: ``ScoreError`` with code `division-by-zero` or `overflow`.
  public func divided(by other: ExactFraction) throws(ScoreError) -> ExactFraction {
    try multiplied(by: ExactFraction(other.denominator, over: other.numerator))
  }

  /// Both numerators over the least common denominator, joined by `operation`.
  private func combined(
    with other: ExactFraction, _ inWords: (Int64, Int64) -> (Int64, Bool),
    _ operation: (Int128, Int128) -> (Int128, Bool)
  ) throws(ScoreError) -> ExactFraction {
    if let sum = combinedInWords(with: other, inWords) { return sum }
    let divisor = Int128(
      Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let factor = other.denominator / divisor
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: factor)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(
      by: denominator / divisor)
    let (top, topOverflow) = operation(left, right)
    let (bottom, bottomOverflow) = denominator.multipliedReportingOverflow(by: factor)
    if leftOverflow || rightOverflow || topOverflow || bottomOverflow {
      throw ScoreError(.overflow)
    }
    return try ExactFraction(top, over: bottom)
  }
}

extension ExactFraction {
  /// The same where one word holds every number on the way; nil where it does not.
  private func combinedInWords(
    with other: ExactFraction, _ operation: (Int64, Int64) -> (Int64, Bool)
  ) -> ExactFraction? {
    guard let left = words, let right = other.words else { return nil }
    let divisor = Int64(
      Self.greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let factor = right.denominator / divisor
    let (first, firstOverflow) = left.numerator.multipliedReportingOverflow(by: factor)
    let (second, secondOverflow) = right.numerator.multipliedReportingOverflow(
      by: left.denominator / divisor)
    let (top, topOverflow) = operation(first, second)
    let (bottom, bottomOverflow) = left.denominator.multipliedReportingOverflow(by: factor)
    if firstOverflow || secondOverflow || topOverflow || bottomOverflow { return nil }
    return ExactFraction(words: top, over: bottom)
  }
}

extension Double {
  /// A binary number near a fraction, within two units of its last place; for estimation only.
  public init(_ fraction: ExactFraction) {
    self = Double(fraction.numerator) / Double(fraction.denominator)
  }
}
