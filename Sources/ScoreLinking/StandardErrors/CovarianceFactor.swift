/// A matrix C with C·Cᵀ the sampling covariance of smoothed shares: a row a point, a column a
/// parameter (von Davier, Holland & Thayer 2004, ch. 3).
struct CovarianceFactor {
  let columnCount: Int
  /// Row by row.
  let rows: [Double]
  /// Row i holds the sum of the rows before i.
  let sums: [Double]

  init(columnCount: Int, rows: [Double]) {
    self.columnCount = columnCount
    self.rows = rows
    var sums = [Double](repeating: 0, count: rows.count + columnCount)
    for index in rows.indices { sums[index + columnCount] = sums[index] + rows[index] }
    self.sums = sums
  }

  /// The same with points before it whose shares are zero and stay so.
  func after(_ pointCount: Int) -> CovarianceFactor {
    CovarianceFactor(
      columnCount: columnCount,
      rows: [Double](repeating: 0, count: pointCount * columnCount) + rows)
  }

  /// What a staircase makes of each column.
  func projection(of stair: Staircase, column: Int) -> Double {
    let index = stair.cell * columnCount + column
    return sums[index] + stair.part * rows[index]
  }

  func norms(of stairs: [Staircase]) -> [Double] {
    stairs.map { stair in
      var norm = 0.0
      for column in 0..<columnCount {
        let value = projection(of: stair, column: column)
        norm += value * value
      }
      return norm
    }
  }

  func normsOfDifference(
    _ stairs: [Staircase], _ other: CovarianceFactor, _ otherStairs: [Staircase]
  ) -> [Double] {
    zip(stairs, otherStairs).map { first, second in
      var norm = 0.0
      for column in 0..<columnCount {
        let value =
          projection(of: first, column: column) - other.projection(of: second, column: column)
        norm += value * value
      }
      return norm
    }
  }
}
