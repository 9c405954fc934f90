/// Reinsch's equations (Qᵀ·D²·Q + p·T)·v = Qᵀ·y of a smoothing spline over neighbouring points: five
/// diagonals, factored by Cholesky's method.
///
/// Qᵀ takes second differences, D² holds squared standard errors, T is ⅓ beside 4⁄3, and p is the
/// stiffness.
struct SplineEquations {
  /// D², point by point.
  let squares: [Double]
  private var diagonal: [Double]
  private var near: [Double]
  private var far: [Double]

  /// Factors the equations; `nil` when they are singular.
  init?(squares: [Double], stiffness: Double) {
    self.squares = squares
    let order = squares.count - 2
    diagonal = [Double](repeating: 0, count: order)
    (near, far) = (diagonal, diagonal)
    for row in 0..<order {
      var square =
        squares[row] + 4 * squares[row + 1] + squares[row + 2] + stiffness * 4 / 3
      if row > 1 {
        far[row] = squares[row] / diagonal[row - 2]
        square -= far[row] * far[row]
      }
      if row > 0 {
        let side = -2 * (squares[row] + squares[row + 1]) + stiffness / 3
        near[row] = (side - (row > 1 ? far[row] * near[row - 1] : 0)) / diagonal[row - 1]
        square -= near[row] * near[row]
      }
      guard square > 0, square.isFinite else { return nil }
      diagonal[row] = square.squareRoot()
    }
  }

  /// Solves the equations for a right side.
  func solution(of right: [Double]) -> [Double] {
    let order = right.count
    var solution = right
    for row in 0..<order {
      if row > 0 { solution[row] -= near[row] * solution[row - 1] }
      if row > 1 { solution[row] -= far[row] * solution[row - 2] }
      solution[row] /= diagonal[row]
    }
    for row in stride(from: order - 1, through: 0, by: -1) {
      if row + 1 < order { solution[row] -= near[row + 1] * solution[row + 1] }
      if row + 2 < order { solution[row] -= far[row + 2] * solution[row + 2] }
      solution[row] /= diagonal[row]
    }
    return solution
  }

  /// A second difference spread back over its three points: element `point` of Q·v.
  static func fold(_ solution: [Double], at point: Int) -> Double {
    func part(_ index: Int) -> Double { solution.indices ~= index ? solution[index] : 0 }
    return part(point - 2) - 2 * part(point - 1) + part(point)
  }

  /// Qᵀ·y.
  static func secondDifferences(_ values: [Double]) -> [Double] {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    return zip(steps, steps.dropFirst()).map { $1 - $0 }
  }
}
