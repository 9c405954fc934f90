/// The variance of one person's contribution to a kernel distribution function, for observed
/// shares.
///
/// A person at point j contributes Φ(z_j) − f(t)·b_j, where b_j is what the person does to mean and
/// variance (``KernelGradient``), so the variance is Var Φ − 2f Cov(Φ, b) + f² Var b. All sums run
/// over the points that a kernel covers only in part; the rest is known from running totals.
struct KernelPersonVariance {
  private let kernel: KernelDistribution
  /// Shares r_j, r_j·(s_j² − 1) and r_j·(x_j − m), with the sums under and over each point.
  private let weights: [Margin]
  private let boxMoments: [[Double]]
  /// Σ r (s² − 1)², Σ r (s² − 1)(x − m) and Σ r (x − m)².
  private var spreads = (square: 0.0, mixed: 0.0, linear: 0.0)

  private static let reach = 5.0

  init(_ kernel: KernelDistribution) {
    self.kernel = kernel
    let margin = kernel.margin
    let deviations = margin.shares.indices.map { Double($0) - kernel.mean }
    let variance = kernel.deviation * kernel.deviation
    let squares = deviations.map { $0 * $0 / variance - 1 }
    let weights = [
      margin, Margin(scale: margin.scale, shares: zip(margin.shares, squares).map { $0 * $1 }),
      Margin(scale: margin.scale, shares: zip(margin.shares, deviations).map { $0 * $1 }),
    ]
    self.weights = weights
    boxMoments = kernel.boxes.map { boxes in weights.map { boxes.moments(of: $0.shares) } } ?? []
    for (point, share) in margin.shares.enumerated() {
      spreads.square += share * squares[point] * squares[point]
      spreads.mixed += share * squares[point] * deviations[point]
      spreads.linear += share * deviations[point] * deviations[point]
    }
  }

  /// The variance at a place with a known density, for one person.
  ///
  /// - Complexity: O(points under the kernel), or O(1) for kernels that have boxes.
  func variance(at place: Double, density: Double) -> Double {
    let window = kernel.window(at: place, reach: Self.reach)
    if window.isEmpty { return 0 }
    // The smaller tail keeps its digits; its integral is one less the other's, so only the sign
    // of the covariance differs.
    let isOver = place > kernel.mean
    let (products, square) = sums(at: place, window: window, isOver: isOver)
    let (squareSlope, linearSlope) = kernel.curvature(at: place)
    let covariance =
      (squareSlope * products[1] + linearSlope * products[2]) * (isOver ? -1 : 1)
    let own =
      squareSlope * squareSlope * spreads.square
      + 2 * squareSlope * linearSlope * spreads.mixed
      + linearSlope * linearSlope * spreads.linear
    return max(
      0, square - products[0] * products[0] - 2 * density * covariance + density * density * own)
  }

  /// The means of each weight times the integral, and of its square.
  private func sums(
    at place: Double, window: Range<Int>, isOver: Bool
  ) -> (products: [Double], square: Double) {
    if let boxes = kernel.boxes(at: place) {
      let series = boxes.series(at: kernel.centre(of: place), window: window)
      let products = weights.indices.map { index in
        let sums = boxes.sums(boxMoments[index], series)
        return (isOver ? sums.over : sums.under)
          + complete(weights[index], series.points, isOver: isOver)
      }
      let square = boxes.squaredSum(boxMoments[0], series, isOver: isOver)
      return (products, square + complete(weights[0], series.points, isOver: isOver))
    }
    var products = weights.map { complete($0, window, isOver: isOver) }
    var square = products[0]
    for point in window where kernel.margin.shares[point] != 0 {
      let tails = Normal.tails(kernel.standardised(place, from: point))
      let integral = isOver ? tails.over : tails.under
      for index in weights.indices { products[index] += weights[index].shares[point] * integral }
      square += weights[0].shares[point] * integral * integral
    }
    return (products, square)
  }

  /// The sum of a weight over the points whose kernels are complete.
  private func complete(_ weight: Margin, _ points: Range<Int>, isOver: Bool) -> Double {
    isOver ? weight.over[points.upperBound - 1] : weight.under[points.lowerBound]
  }
}
