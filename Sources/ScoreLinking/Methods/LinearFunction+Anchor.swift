extension LinearFunction {
  /// How the score of a test is predicted from its anchor.
  enum AnchorSlope {
    /// The regression on the anchor (Tucker; Kolen & Brennan, ch. 4).
    case tucker
    /// The ratio of effective test lengths (Levine; Angoff 1984).
    case levine(LinkingDesign.Anchor.Kind)

    /// γ of one group: its moments are mean, anchor mean, variance, anchor variance, covariance.
    func gamma(_ m: [Dual]) throws(LinkingError) -> Dual {
      switch self {
      case .tucker:
        guard m[3].value > 0 else { throw LinkingError(.zeroVariance, "It is the anchor.") }
        return m[4] / m[3]
      case .levine(.internal):
        guard m[4].value > 0 else {
          throw LinkingError(.unlinkedPopulations, "Test and anchor do not rise together.")
        }
        return m[2] / m[4]
      case .levine(.external):
        let spread = m[3] + m[4]
        guard m[4].value > 0, spread.value > 0 else {
          throw LinkingError(.unlinkedPopulations, "Test and anchor do not rise together.")
        }
        return (m[2] + m[4]) / spread
      }
    }
  }

  /// Tucker's method, or Levine's on observed scores: a line in the synthetic population.
  static func synthetic(
    from: BivariateDistribution, to: BivariateDistribution, weight: Double, slope: AnchorSlope
  ) throws(LinkingError) -> LinearFunction {
    let groups = [GroupMoments(from), GroupMoments(to)]
    let (m, k) = (groups[0].duals(from: 0), groups[1].duals(from: GroupMoments.count))
    let (first, second) = (try slope.gamma(m), try slope.gamma(k))
    let other = 1 - weight
    let meanGap = m[1] - k[1]
    let varianceGap = m[3] - k[3]
    let source = DualMoments(
      mean: m[0] - other * (first * meanGap),
      variance: m[2] - other * (first * first * varianceGap)
        + (weight * other) * (first * first * meanGap * meanGap))
    let target = DualMoments(
      mean: k[0] + weight * (second * meanGap),
      variance: k[2] + weight * (second * second * varianceGap)
        + (weight * other) * (second * second * meanGap * meanGap))
    try requireSpread(source, target)
    return LinearFunction(value: DualMoments.line(from: source, to: target), groups: groups)
  }

  /// Levine's method on true scores, which needs no synthetic population.
  static func levineTrueScore(
    from: BivariateDistribution, to: BivariateDistribution, kind: LinkingDesign.Anchor.Kind
  ) throws(LinkingError) -> LinearFunction {
    let groups = [GroupMoments(from), GroupMoments(to)]
    let (m, k) = (groups[0].duals(from: 0), groups[1].duals(from: GroupMoments.count))
    let slope = AnchorSlope.levine(kind)
    let (first, second) = (try slope.gamma(m), try slope.gamma(k))
    let constant = k[0] + second * (m[1] - k[1])
    return LinearFunction(
      value: { constant + second / first * (Dual($0) - m[0]) }, groups: groups)
  }

  /// The line of the first group from the test to the anchor, then that of the second group from
  /// the anchor to the other test.
  static func chained(
    from: BivariateDistribution, to: BivariateDistribution
  ) throws(LinkingError) -> LinearFunction {
    let groups = [GroupMoments(from), GroupMoments(to)]
    let (m, k) = (groups[0].duals(from: 0), groups[1].duals(from: GroupMoments.count))
    let first = (DualMoments(mean: m[0], variance: m[2]), DualMoments(mean: m[1], variance: m[3]))
    let second = (DualMoments(mean: k[1], variance: k[3]), DualMoments(mean: k[0], variance: k[2]))
    try requireSpread(first.0, first.1, second.0, second.1)
    let (inner, outer) = (
      (first.1.variance / first.0.variance).squareRoot(),
      (second.1.variance / second.0.variance).squareRoot()
    )
    return LinearFunction(
      value: { score in
        let anchor = first.1.mean + inner * (Dual(score) - first.0.mean)
        return second.1.mean + outer * (anchor - second.0.mean)
      }, groups: groups)
  }
}
