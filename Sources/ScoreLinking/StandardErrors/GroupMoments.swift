/// The first two moments of one group's two scores, with the sampling covariance of the five.
///
/// The covariance is that of the influence functions of the moments, so it assumes nothing about
/// the shape of the distribution.
struct GroupMoments {
  /// Means of the first and second score, their variances, and their covariance.
  let values: [Double]
  /// Sampling covariances of ``values``, row by row.
  let covariance: [Double]

  static let count = 5

  /// The moments of both scores of one group.
  init(_ pairs: BivariateDistribution) {
    let (from, to) = (pairs.from, pairs.to)
    let points = pairs.cells.lazy.map { cell in
      (
        from.scale.points(at: Double(cell.from)), to.scale.points(at: Double(cell.to)),
        Double(cell.count)
      )
    }
    self.init(
      points, means: (from.moments.mean, to.moments.mean), total: Double(pairs.total))
  }

  /// The moments of a group with one score; what belongs to a second one is zero.
  init(_ distribution: ScoreDistribution) {
    let points = distribution.counts.enumerated().lazy.filter { $0.element > 0 }.map {
      (distribution.scale.points(at: Double($0.offset)), 0.0, Double($0.element))
    }
    self.init(
      points, means: (distribution.moments.mean, 0), total: Double(distribution.total))
  }

  private init(
    _ points: some Sequence<(Double, Double, Double)>, means: (Double, Double), total: Double
  ) {
    // Products of the deviations up to the fourth order hold everything that is needed.
    var products = [CompensatedSum](repeating: CompensatedSum(), count: 25)
    for (first, second, count) in points {
      let (a, b) = (first - means.0, second - means.1)
      var power = count
      for i in 0..<5 {
        var term = power
        for j in 0..<(5 - i) {
          products[5 * i + j].add(term)
          term *= b
        }
        power *= a
      }
    }
    let mean = products.map { $0.value / total }
    func product(_ i: Int, _ j: Int) -> Double { mean[5 * i + j] }
    values = [means.0, means.1, product(2, 0), product(0, 2), product(1, 1)]
    // Each moment's influence is a product of deviations less its mean.
    let exponents = [(1, 0), (0, 1), (2, 0), (0, 2), (1, 1)]
    covariance = exponents.flatMap { first in
      exponents.map { second in
        let joint = product(first.0 + second.0, first.1 + second.1)
        return (joint - product(first.0, first.1) * product(second.0, second.1)) / total
      }
    }
  }

  /// The moments as statistics from a place onward.
  func duals(from place: Int) -> [Dual] {
    values.enumerated().map { Dual($0.element, statistic: place + $0.offset) }
  }

  /// The sampling variance of a quantity whose derivatives begin at a place.
  func variance(of gradient: SIMD16<Double>, from place: Int) -> Double {
    var (sum, size) = (0.0, 0.0)
    for i in 0..<Self.count {
      for j in 0..<Self.count {
        let term = gradient[place + i] * covariance[Self.count * i + j] * gradient[place + j]
        sum += term
        size += abs(term)
      }
    }
    // Where the terms take each other away, as for scores that determine one another, rounding is all
    // that is left.
    return sum > size * Self.roundingShare ? sum : 0
  }

  /// The share of a sum's terms that their rounding errors may make up.
  private static let roundingShare = 0x1p-44
}
