import Scores

/// The shares of people at the points of one test, observed or smoothed, with their sums from
/// either end.
///
/// Both sums are kept because a share near 1 holds no digits of how little is above it.
struct Margin {
  let scale: ScoreScale
  let shares: [Double]
  /// The share under each point.
  let under: [Double]
  /// The share over each point.
  let over: [Double]
  /// The people behind unsmoothed shares.
  let observed: ScoreDistribution?

  init(_ distribution: ScoreDistribution) {
    self.init(
      scale: distribution.scale, shares: distribution.relativeFrequencies,
      observed: distribution)
  }

  init(scale: ScoreScale, shares: [Double], observed: ScoreDistribution? = nil) {
    self.scale = scale
    self.shares = shares
    self.observed = observed
    var under = [Double](repeating: 0, count: shares.count)
    var over = under
    var sum = CompensatedSum()
    for place in shares.indices {
      under[place] = sum.value
      sum.add(shares[place])
    }
    sum = CompensatedSum()
    for place in shares.indices.reversed() {
      over[place] = sum.value
      sum.add(shares[place])
    }
    self.under = under
    self.over = over
  }

  var moments: Moments {
    Moments(shares: shares, start: Double(scale.minimum), step: Double(scale.step))
  }
}
