/// A cubic smoothing spline over neighbouring points (Reinsch 1967): the smoothest curve whose
/// mean squared deviation, in standard errors, stays within a bound.
struct SmoothingSpline {
  /// The first point.
  let start: Int
  /// The curve's values at the points.
  let values: [Double]
  /// Half the curve's second derivatives at the points.
  private let bends: [Double]

  /// Fits a curve; `nil` when its equations cannot be solved.
  ///
  /// - Parameters:
  ///   - values: The rough values at successive points.
  ///   - errors: Their standard errors.
  ///   - bound: The mean squared deviation allowed, in squared standard errors.
  ///   - start: The first point.
  init?(_ values: [Double], errors: [Double], bound: Double, start: Int) {
    self.start = start
    let count = values.count
    guard count > 2, bound > 0 else {
      self.values = values
      bends = Self.interpolationBends(values)
      return
    }
    let squares = errors.map { $0 * $0 }
    let rough = Self.secondDifferences(values)
    /// The curve for a stiffness p: what it leaves, and its solution v.
    func solve(_ stiffness: Double) -> (deviation: Double, solution: [Double])? {
      guard let solution = Self.solve(squares: squares, stiffness: stiffness, rough) else {
        return nil
      }
      var sum = 0.0
      for point in 0..<count {
        let fold = Self.fold(solution, at: point)
        sum += squares[point] * fold * fold
      }
      return (sum / Double(count), solution)
    }
    guard var best = solve(0) else { return nil }
    var stiffness = 0.0
    if best.deviation > bound {
      // The deviation falls as the stiffness grows, over many powers of ten.
      var (low, high) = (-80.0, 80.0)
      for _ in 0..<120 {
        let middle = (low + high) / 2
        guard let here = solve(Exponential.value(middle)) else { return nil }
        if here.deviation > bound { low = middle } else { high = middle }
      }
      stiffness = Exponential.value(high)
      guard let found = solve(stiffness) else { return nil }
      best = found
    }
    self.values = values.indices.map {
      values[$0] - squares[$0] * Self.fold(best.solution, at: $0)
    }
    bends = [0] + best.solution.map { $0 * stiffness } + [0]
  }

  /// The curve between two of its points.
  func value(at place: Double) -> Double {
    let last = values.count - 1
    let segment = min(max(0, last - 1), max(0, Int((place - Double(start)).rounded(.down))))
    if last == 0 { return values[0] }
    let t = place - Double(start + segment)
    let cubic = (bends[segment + 1] - bends[segment]) / 3
    let slope =
      values[segment + 1] - values[segment] - (2 * bends[segment] + bends[segment + 1]) / 3
    return values[segment] + t * (slope + t * (bends[segment] + t * cubic))
  }

  /// A second difference spread back over its three points.
  private static func fold(_ solution: [Double], at point: Int) -> Double {
    func part(_ index: Int) -> Double { solution.indices ~= index ? solution[index] : 0 }
    return part(point - 2) - 2 * part(point - 1) + part(point)
  }

  private static func secondDifferences(_ values: [Double]) -> [Double] {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    return zip(steps, steps.dropFirst()).map { $1 - $0 }
  }

  private static func interpolationBends(_ values: [Double]) -> [Double] {
    guard values.count > 2 else { return values.map { _ in 0 } }
    let rough = secondDifferences(values)
    let flat = values.map { _ in 0.0 }
    return [0] + (solve(squares: flat, stiffness: 1, rough) ?? rough.map { _ in 0 }) + [0]
  }

  /// Solves (Qᵀ·D²·Q + p·T)·v = Qᵀ·y, five diagonals, by Cholesky's method.
  private static func solve(
    squares: [Double], stiffness: Double, _ right: [Double]
  ) -> [Double]? {
    let order = right.count
    var (diagonal, near, far) = (right, right, right)
    for row in 0..<order {
      diagonal[row] =
        squares[row] + 4 * squares[row + 1] + squares[row + 2] + stiffness * 4 / 3
      near[row] = row > 0 ? -2 * (squares[row] + squares[row + 1]) + stiffness / 3 : 0
      far[row] = row > 1 ? squares[row] : 0
    }
    var solution = right
    for row in 0..<order {
      if row > 1 { far[row] /= diagonal[row - 2] }
      if row > 0 {
        near[row] = (near[row] - (row > 1 ? far[row] * near[row - 1] : 0)) / diagonal[row - 1]
      }
      let square =
        diagonal[row] - (row > 0 ? near[row] * near[row] : 0)
        - (row > 1 ? far[row] * far[row] : 0)
      guard square > 0, square.isFinite else { return nil }
      diagonal[row] = square.squareRoot()
      var value = solution[row]
      if row > 0 { value -= near[row] * solution[row - 1] }
      if row > 1 { value -= far[row] * solution[row - 2] }
      solution[row] = value / diagonal[row]
    }
    for row in stride(from: order - 1, through: 0, by: -1) {
      var value = solution[row]
      if row + 1 < order { value -= near[row + 1] * solution[row + 1] }
      if row + 2 < order { value -= far[row + 2] * solution[row + 2] }
      solution[row] = value / diagonal[row]
    }
    return solution
  }
}
