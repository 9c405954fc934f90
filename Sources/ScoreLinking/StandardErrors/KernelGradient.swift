/// The derivatives of a kernel distribution function by the shares, at one place.
///
/// dF/dr_j = Φ(z_j) − f(t)·[(t − m)(1 − a²)·s_j²/2 + (1 − a)·x_j] with s_j the standardised point;
/// the bandwidth counts as given (von Davier, Holland & Thayer 2004, ch. 5).
struct KernelGradient {
  let kernel: KernelDistribution
  /// Beyond five deviations a kernel changes a standard error by less than a millionth.
  private static let reach = 5.0
  /// Σ s_j²·C_j and Σ x_j·C_j for each column of a factor.
  private let squares: [Double]
  private let points: [Double]
  private let factor: CovarianceFactor?

  init(_ kernel: KernelDistribution, _ factor: CovarianceFactor? = nil) {
    self.kernel = kernel
    self.factor = factor
    let columnCount = factor?.columnCount ?? 0
    var (squares, points) = (
      [Double](repeating: 0, count: columnCount), [Double](repeating: 0, count: columnCount)
    )
    if let factor {
      for point in kernel.margin.shares.indices {
        let standard = (Double(point) - kernel.mean) / kernel.deviation
        for column in 0..<columnCount {
          let value = factor.rows[point * columnCount + column]
          squares[column] += standard * standard * value
          points[column] += Double(point) * value
        }
      }
    }
    self.squares = squares
    self.points = points
  }

  /// The gradient's product with each column of the factor.
  func projection(at place: Double, density: Double) -> [Double] {
    guard let factor else { return [] }
    let window = kernel.window(at: place, reach: Self.reach)
    let columnCount = factor.columnCount
    var result = Array(
      factor.sums[(window.lowerBound * columnCount)..<((window.lowerBound + 1) * columnCount)])
    for point in window {
      let weight = Normal.tails(kernel.standardised(place, from: point)).under
      for column in 0..<columnCount {
        result[column] += weight * factor.rows[point * columnCount + column]
      }
    }
    let (square, linear) = curvature(at: place)
    for column in 0..<columnCount {
      result[column] -= density * (square * squares[column] + linear * points[column])
    }
    return result
  }

  /// The gradient itself, point by point.
  func values(at place: Double, density: Double) -> [Double] {
    let (square, linear) = curvature(at: place)
    return kernel.margin.shares.indices.map { point in
      let standard = (Double(point) - kernel.mean) / kernel.deviation
      return Normal.tails(kernel.standardised(place, from: point)).under
        - density * (square * standard * standard + linear * Double(point))
    }
  }

  private func curvature(at place: Double) -> (square: Double, linear: Double) {
    let a = kernel.shrinkage
    return ((place - kernel.mean) * (1 - a * a) / 2, 1 - a)
  }

  /// The variance of one person's contribution.
  func personVariance(_ values: [Double]) -> Double {
    var mean = 0.0
    for (value, share) in zip(values, kernel.margin.shares) { mean += share * value }
    var sum = 0.0
    for (value, share) in zip(values, kernel.margin.shares) {
      sum += share * (value - mean) * (value - mean)
    }
    return sum
  }
}
