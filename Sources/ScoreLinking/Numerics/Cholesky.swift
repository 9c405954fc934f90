/// The lower triangular root of a symmetric positive definite matrix.
struct Cholesky {
  let order: Int
  /// Row by row; only the lower triangle counts.
  private var lower: [Double]

  /// Factors a matrix given row by row; `nil` when it is not positive definite.
  init?(_ matrix: [Double], order: Int) {
    self.order = order
    lower = matrix
    for column in 0..<order {
      for row in column..<order {
        var sum = lower[row * order + column]
        for k in 0..<column { sum -= lower[row * order + k] * lower[column * order + k] }
        if row == column {
          guard sum > 0, sum.isFinite else { return nil }
          lower[row * order + column] = sum.squareRoot()
        } else {
          lower[row * order + column] = sum / lower[column * order + column]
        }
      }
    }
  }

  /// Factors a matrix that may be singular; a direction in which nothing is left gets zeros.
  init(semidefinite matrix: [Double], order: Int) {
    self.order = order
    lower = matrix
    for column in 0..<order {
      for row in column..<order {
        var sum = lower[row * order + column]
        for k in 0..<column { sum -= lower[row * order + k] * lower[column * order + k] }
        let pivot = lower[column * order + column]
        if row == column {
          lower[row * order + column] = sum > 1e-14 ? sum.squareRoot() : 0
        } else {
          lower[row * order + column] = pivot > 0 ? sum / pivot : 0
        }
      }
    }
  }

  /// An element of the root; the column is at most the row.
  func entry(_ row: Int, _ column: Int) -> Double { lower[row * order + column] }

  /// Solves L·x = b in place.
  func solveLower(_ vector: inout [Double], at start: Int = 0) {
    for row in 0..<order {
      var sum = vector[start + row]
      for k in 0..<row { sum -= lower[row * order + k] * vector[start + k] }
      vector[start + row] = sum / lower[row * order + row]
    }
  }

  /// Solves L·Lᵀ·x = b in place.
  func solve(_ vector: inout [Double]) {
    solveLower(&vector)
    for row in stride(from: order - 1, through: 0, by: -1) {
      var sum = vector[row]
      for k in (row + 1)..<max(order, row + 1) { sum -= lower[k * order + row] * vector[k] }
      vector[row] = sum / lower[row * order + row]
    }
  }
}
