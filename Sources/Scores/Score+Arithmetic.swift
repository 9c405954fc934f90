extension Score {
  /// The sum of both scores.
  ///
  /// - Throws: ``ScoreError`` with code `overflow`.
  public func adding(_ other: Score) throws(ScoreError) -> Score {
    let (value, overflow) = billionths.addingReportingOverflow(other.billionths)
    if overflow { throw ScoreError(.overflow) }
    return Score(billionths: value)
  }

  /// This score less the other.
  ///
  /// - Throws: ``ScoreError`` with code `overflow`.
  public func subtracting(_ other: Score) throws(ScoreError) -> Score {
    let (value, overflow) = billionths.subtractingReportingOverflow(other.billionths)
    if overflow { throw ScoreError(.overflow) }
    return Score(billionths: value)
  }

  /// Whether this score is a whole number of steps; only zero is a multiple of zero.
  public func isMultiple(of step: Score) -> Bool {
    billionths.isMultiple(of: step.billionths)
  }
}

extension Double {
  /// The binary number nearest to a score, for estimation only; what is published stays exact.
  public init(_ score: Score) {
    // Both are exact up to 2⁵³ billionths, so one division gives the nearest binary number.
    self = Double(score.billionths) / 1e9
  }
}
