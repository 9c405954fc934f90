import Scores

/// Mean, spread and shape of a distribution, with the number of people as denominator.
public struct Moments: Hashable, Sendable {
  /// The mean in points.
  public let mean: Double
  /// The variance in squared points, with denominator n as in Kolen & Brennan.
  public let variance: Double
  /// The third standardised moment; 0 for scores that do not vary.
  public let skewness: Double
  /// The fourth standardised moment, 3 for a normal distribution; 0 for scores that do not vary.
  public let kurtosis: Double

  /// The standard deviation in points.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The moments of shares at equidistant places.
  init(shares: [Double], start: Double, step: Double) {
    var centre = CompensatedSum()
    for (place, share) in shares.enumerated() { centre.add(share * Double(place)) }
    var powers = [CompensatedSum](repeating: CompensatedSum(), count: 3)
    for (place, share) in shares.enumerated() where share != 0 {
      let deviation = Double(place) - centre.value
      let square = deviation * deviation
      powers[0].add(share * square)
      powers[1].add(share * square * deviation)
      powers[2].add(share * square * square)
    }
    let spread = powers[0].value
    mean = start + step * centre.value
    variance = step * step * spread
    skewness = spread > 0 ? powers[1].value / (spread * spread.squareRoot()) : 0
    kurtosis = spread > 0 ? powers[2].value / (spread * spread) : 0
  }
}

extension ScoreDistribution {
  /// Mean, spread and shape, in points.
  ///
  /// - Complexity: O(points).
  public var moments: Moments {
    Moments(
      shares: relativeFrequencies, start: Double(scale.minimum), step: Double(scale.step))
  }
}
