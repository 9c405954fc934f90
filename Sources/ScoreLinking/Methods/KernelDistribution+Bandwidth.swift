import Scores

extension KernelBandwidth {
  /// The width in steps of a margin's scale.
  func steps(for margin: Margin, total: Int) throws(LinkingError) -> Double {
    let moments = Moments(shares: margin.shares, start: 0, step: 1)
    guard moments.variance > 0 else { throw LinkingError(.zeroVariance) }
    switch self {
    case .points(let points):
      guard points > 0, points.isFinite else {
        throw LinkingError(.settings, "A bandwidth is above zero.")
      }
      // From far fewer deviations on the function is the linear one to the last digit; a width that
      // leaves nothing of the points beside it would not be.
      return min(points / Double(margin.scale.step), 1e9 * moments.standardDeviation)
    case .ruleOfThumb:
      let size = 100 * Power.value(Double(total), 0.4) - 81
      return 9 * moments.standardDeviation / size.squareRoot()
    case .penalty:
      return Self.leastPenalty(margin, deviation: moments.standardDeviation)
    }
  }

  /// Σ (r − f)² over the points, both a share a step, so that the width found does not depend on
  /// the unit of the scale.
  private static func penalty(_ margin: Margin, _ width: Double) -> Double {
    let kernel = KernelDistribution(margin, width: width)
    var sum = 0.0
    for (point, share) in margin.shares.enumerated() {
      let difference = share - kernel.density(at: Double(point))
      sum += difference * difference
    }
    return sum
  }

  /// A coarse search for the basin, then golden section in it.
  private static func leastPenalty(_ margin: Margin, deviation: Double) -> Double {
    var best = (width: 0.2, penalty: Double.infinity)
    var width = 0.2
    var worse = 0
    while width <= max(3, 2 * deviation), worse < 6 {
      let penalty = penalty(margin, width)
      if penalty < best.penalty {
        best = (width, penalty)
        worse = 0
      } else {
        worse += 1
      }
      width *= 1.2
    }
    let ratio = 0.618_033_988_749_894_8
    var (low, high) = (best.width / 1.2, best.width * 1.2)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (leftPenalty, rightPenalty) = (penalty(margin, left), penalty(margin, right))
    while high - low > 1e-7 * high {
      if leftPenalty < rightPenalty {
        (high, right, rightPenalty) = (right, left, leftPenalty)
        left = high - ratio * (high - low)
        leftPenalty = penalty(margin, left)
      } else {
        (low, left, leftPenalty) = (left, right, rightPenalty)
        right = low + ratio * (high - low)
        rightPenalty = penalty(margin, right)
      }
    }
    return (low + high) / 2
  }
}
