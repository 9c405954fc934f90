/// The derivatives of a kernel distribution function by the shares, at one place.
///
/// dF/dr_j = Φ(z_j) − f(t)·[(t − m)(1 − a²)·s_j²/2 + (1 − a)·x_j] with s_j the standardised point;
/// the bandwidth counts as given (von Davier, Holland & Thayer 2004, ch. 5).
///
/// Over the mean it is given less one, −(1 − Φ(z_j)) for Φ(z_j), so that the thin tail keeps its digits;
/// shares add up to one, so that no variance depends on a constant.
struct KernelGradient {
  let kernel: KernelDistribution
  /// Beyond five deviations a kernel changes a standard error by less than a millionth.
  private static let reach = 5.0
  /// Σ s_j²·C_j and Σ x_j·C_j for each column of a factor.
  private let squares: [Double]
  private let points: [Double]
  private let factor: CovarianceFactor?
  /// The boxes' moments of each column, if the kernel has boxes.
  private let columnMoments: [[Double]]

  init(_ kernel: KernelDistribution, _ factor: CovarianceFactor? = nil) {
    self.kernel = kernel
    self.factor = factor
    let columnCount = factor?.columnCount ?? 0
    var (squares, points) = (
      [Double](repeating: 0, count: columnCount), [Double](repeating: 0, count: columnCount)
    )
    var columnMoments: [[Double]] = []
    if let factor {
      for point in kernel.margin.shares.indices {
        let standard = (Double(point) - kernel.mean) / kernel.deviation
        for column in 0..<columnCount {
          let value = factor.rows[point * columnCount + column]
          squares[column] += standard * standard * value
          points[column] += Double(point) * value
        }
      }
      if let boxes = kernel.boxes {
        columnMoments = (0..<columnCount).map { column in
          boxes.moments(
            of: kernel.margin.shares.indices.map { factor.rows[$0 * columnCount + column] })
        }
      }
    }
    self.squares = squares
    self.points = points
    self.columnMoments = columnMoments
  }

  /// The gradient's product with each column of the factor.
  func projection(at place: Double, density: Double) -> [Double] {
    guard let factor else { return [] }
    let window = kernel.window(at: place, reach: Self.reach)
    let columnCount = factor.columnCount
    let isOver = place > kernel.mean
    var result: [Double]
    if let boxes = kernel.boxes(at: place), !window.isEmpty {
      let series = boxes.series(at: kernel.centre(of: place), window: window)
      let complete = factor.sum(isOver, series.points)
      result = (0..<columnCount).map { column in
        let sums = boxes.sums(columnMoments[column], series)
        return complete[column] + (isOver ? -sums.over : sums.under)
      }
    } else {
      result = factor.sum(isOver, window)
      for point in window {
        let tails = Normal.tails(kernel.standardised(place, from: point))
        let weight = isOver ? -tails.over : tails.under
        for column in 0..<columnCount {
          result[column] += weight * factor.rows[point * columnCount + column]
        }
      }
    }
    let (square, linear) = kernel.curvature(at: place)
    for column in 0..<columnCount {
      result[column] -= density * (square * squares[column] + linear * points[column])
    }
    return result
  }

  /// The gradient itself, point by point.
  func values(at place: Double, density: Double) -> [Double] {
    let (square, linear) = kernel.curvature(at: place)
    let window = kernel.window(at: place, reach: Self.reach)
    let isOver = place > kernel.mean
    return kernel.margin.shares.indices.map { point in
      let standard = (Double(point) - kernel.mean) / kernel.deviation
      let tails =
        window ~= point
        ? Normal.tails(kernel.standardised(place, from: point))
        : point < window.lowerBound ? (under: 1, over: 0) : (under: 0, over: 1)
      let integral = isOver ? -tails.over : tails.under
      return integral - density * (square * standard * standard + linear * Double(point))
    }
  }
}

extension KernelDistribution {
  /// By how much a place moves when the variance and when the mean of the shares change.
  func curvature(at place: Double) -> (square: Double, linear: Double) {
    ((place - mean) * (1 - shrinkage * shrinkage) / 2, 1 - shrinkage)
  }
}

extension CovarianceFactor {
  /// The sums of each column over the points whose kernels are complete: those before a range, or less
  /// those behind it, which is the same but for the sum of all, and that is nothing.
  fileprivate func sum(_ isOver: Bool, _ points: Range<Int>) -> [Double] {
    func upTo(_ point: Int) -> ArraySlice<Double> {
      sums[point * columnCount..<(point + 1) * columnCount]
    }
    guard isOver else { return Array(upTo(points.lowerBound)) }
    let count = rows.count / max(1, columnCount)
    return zip(upTo(points.upperBound), upTo(count)).map { $0 - $1 }
  }
}
