/// A small symmetric matrix, row by row.
struct SymmetricMatrix {
  let order: Int
  private var values: [Double]

  init(order: Int, _ value: (Int, Int) -> Double) {
    self.order = order
    values = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        values[row * order + column] = value(row, column)
        values[column * order + row] = values[row * order + column]
      }
    }
  }

  /// vᵀ·M·v, not below zero.
  func quadraticForm(_ vector: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<order where vector[row] != 0 {
      for column in 0..<order where vector[column] != 0 {
        sum += vector[row] * values[row * order + column] * vector[column]
      }
    }
    return max(0, sum)
  }
}
