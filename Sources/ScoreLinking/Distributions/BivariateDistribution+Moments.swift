extension BivariateDistribution {
  /// The mean product of both scores' deviations, in points of each scale, denominator n.
  ///
  /// - Complexity: O(cells).
  public var covariance: Double {
    let (fromMean, toMean) = (from.moments.mean, to.moments.mean)
    var sum = CompensatedSum()
    for cell in cells {
      sum.add(
        Double(cell.count) * (from.scale.points(at: Double(cell.from)) - fromMean)
          * (to.scale.points(at: Double(cell.to)) - toMean))
    }
    return sum.value / Double(total)
  }

  /// The product-moment correlation.
  ///
  /// - Throws: ``LinkingError`` with code `zero-variance`.
  public func correlation() throws(LinkingError) -> Double {
    let spread = (from.moments.variance * to.moments.variance).squareRoot()
    guard spread > 0 else { throw LinkingError(.zeroVariance) }
    return min(1, max(-1, covariance / spread))
  }

  /// How much less uncertain one score is when the other is known: 1 − √(1 − r²).
  ///
  /// Tests of one construct reach 0.5, for which r must be 0.866 (Dorans 2000); a link below that
  /// is a concordance, not an equating.
  ///
  /// - Throws: ``LinkingError`` with code `zero-variance`.
  public func reductionInUncertainty() throws(LinkingError) -> Double {
    let correlation = try correlation()
    return 1 - (1 - correlation * correlation).squareRoot()
  }
}
