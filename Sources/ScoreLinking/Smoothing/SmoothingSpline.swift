/// A cubic smoothing spline over neighbouring points (Reinsch 1967): the smoothest curve whose
/// mean squared deviation, in standard errors, stays within a bound.
struct SmoothingSpline {
  /// The first point.
  let start: Int
  /// The curve's values at the points.
  let values: [Double]
  /// Half the curve's second derivatives at the points.
  private let bends: [Double]
  /// The equations that were solved; `nil` for a straight line through two points.
  private let equations: SplineEquations?
  private let stiffness: Double

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
    guard count > 2 else {
      self.values = values
      bends = values.map { _ in 0 }
      equations = nil
      stiffness = 0
      return
    }
    let squares = bound > 0 ? errors.map { $0 * $0 } : errors.map { _ in 0 }
    let rough = SplineEquations.secondDifferences(values)
    /// The curve for a stiffness p: its equations, their solution v, and what the curve leaves.
    func solve(
      _ stiffness: Double
    ) -> (equations: SplineEquations, solution: [Double], deviation: Double)? {
      guard let equations = SplineEquations(squares: squares, stiffness: stiffness) else {
        return nil
      }
      let solution = equations.solution(of: rough)
      var sum = 0.0
      for point in 0..<count {
        let fold = SplineEquations.fold(solution, at: point)
        sum += squares[point] * fold * fold
      }
      return (equations, solution, sum / Double(count))
    }
    var stiffness = bound > 0 ? 0.0 : 1
    guard var best = solve(stiffness) else { return nil }
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
      values[$0] - squares[$0] * SplineEquations.fold(best.solution, at: $0)
    }
    bends = [0] + best.solution.map { [stiffness] in $0 * stiffness } + [0]
    equations = best.equations
    self.stiffness = stiffness
  }

  /// The curve between two of its points.
  func value(at place: Double) -> Double {
    let parts = parts(at: place)
    return zip(parts.values, values[parts.segment...]).reduce(0) { $0 + $1.0 * $1.1 }
      + zip(parts.bends, bends[parts.segment...]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The slope of the curve between two of its points.
  func slope(at place: Double) -> Double {
    let segment = parts(at: place).segment
    if values.count == 1 { return 0 }
    let t = place - Double(start + segment)
    let (first, second) = (bends[segment], bends[segment + 1])
    return values[segment + 1] - values[segment] - (2 * first + second) / 3
      + t * (2 * first + t * (second - first))
  }

  /// How much each rough value counts in the curve at a place, for the errors and the stiffness
  /// that were used (Reinsch's curve is linear in the values).
  ///
  /// - Complexity: O(points).
  func weights(at place: Double) -> [Double] {
    let parts = parts(at: place)
    var direct = [Double](repeating: 0, count: values.count)
    var bent = direct
    for (offset, part) in parts.values.enumerated() { direct[parts.segment + offset] = part }
    for (offset, part) in parts.bends.enumerated() { bent[parts.segment + offset] = part }
    guard let equations else { return direct }
    let pulled = SplineEquations.secondDifferences(
      zip(direct, equations.squares).map { $0 * $1 })
    let right = pulled.indices.map { stiffness * bent[$0 + 1] - pulled[$0] }
    let solution = equations.solution(of: right)
    return direct.indices.map { direct[$0] + SplineEquations.fold(solution, at: $0) }
  }

  /// The segment of a place, and what the values and bends at its ends count there.
  private func parts(at place: Double) -> (segment: Int, values: [Double], bends: [Double]) {
    let last = values.count - 1
    if last == 0 { return (0, [1], []) }
    let segment = min(last - 1, max(0, Int((place - Double(start)).rounded(.down))))
    let t = place - Double(start + segment)
    return (segment, [1 - t, t], [t * (t * (1 - t / 3) - 2.0 / 3), t * (t * t - 1) / 3])
  }
}
