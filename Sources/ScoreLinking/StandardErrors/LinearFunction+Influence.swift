import Scores

extension LinearFunction {
  /// What each person does to the value of a point, through the means and variances that the
  /// function rests on; `nil` for groups that differ.
  func influence(_ design: LinkingDesign) -> (@Sendable (_ point: Int) -> Influence)? {
    if case .anchorTest = design { return nil }
    let (from, to) = (design.from, design.to)
    let gradients = from.counts.indices.map {
      value(from.scale.points(at: Double($0))).gradient
    }
    let sides = (Self.deviations(of: from), Self.deviations(of: to))
    // One group has both scores in its statistics, of two each has its own.
    var second = (mean: 1, variance: 3)
    if case .equivalentGroups = design {
      second = (GroupMoments.count, GroupMoments.count + 2)
    }
    return { [second] point in
      let gradient = gradients[point]
      return Influence(
        from: sides.0.map { gradient[0] * $0.first + gradient[2] * $0.second },
        to: sides.1.map { gradient[second.mean] * $0.first + gradient[second.variance] * $0.second }
      )
    }
  }

  /// What a person at each score adds to the mean and to the variance.
  private static func deviations(
    of distribution: ScoreDistribution
  ) -> [(first: Double, second: Double)] {
    let moments = distribution.moments
    return distribution.counts.indices.map { place in
      let deviation = distribution.scale.points(at: Double(place)) - moments.mean
      return (deviation, deviation * deviation - moments.variance)
    }
  }
}
