extension LoglinearModel {
  /// The factors of the sampling covariance of both margins of one group, each smoothed alone.
  ///
  /// Expected shares depend on the data through the kept moments φ, ψ of each score, whose errors
  /// go together as the people's scores do: with A = p(φ − E φ)·I⁻¹ / √n for either margin and R
  /// the means of the products φψ, the covariances are A·Aᵀ, B·Bᵀ and A·R·Bᵀ. Nothing is assumed
  /// about the joint distribution, nor that the models are right.
  ///
  /// - Complexity: O(points · degree² + pairs · degree²).
  static func jointFactors(
    _ pairs: BivariateDistribution, from: LoglinearModel, to: LoglinearModel
  ) throws(LinkingError) -> (from: CovarianceFactor, to: CovarianceFactor) {
    let (first, second) = (from.basis, to.basis)
    let (rows, columns) = (first.columns.count, second.columns.count)
    var products = [CompensatedSum](repeating: CompensatedSum(), count: rows * columns)
    for cell in pairs.cells {
      let share = Double(cell.count) / Double(pairs.total)
      for row in 0..<rows {
        let term = share * first.columns[row][cell.from]
        for column in 0..<columns {
          products[row * columns + column].add(term * second.columns[column][cell.to])
        }
      }
    }
    let correlations = products.map(\.value)
    // What of ψ is not explained by φ: I − RᵀR, which is zero where both scores are one.
    var rest = [Double](repeating: 0, count: columns * columns)
    for one in 0..<columns {
      for other in 0..<columns {
        rest[one * columns + other] = one == other ? 1 : 0
        for row in 0..<rows {
          rest[one * columns + other] -=
            correlations[row * columns + one] * correlations[row * columns + other]
        }
      }
    }
    let root = Cholesky(semidefinite: rest, order: columns)
    let total = Double(pairs.total)
    let own = try from.influences(first, total: total)
    let other = try to.influences(second, total: total)
    let order = rows + columns
    var fromRows: [Double] = []
    fromRows.reserveCapacity(from.shares.count * order)
    for point in from.shares.indices {
      fromRows += own[(point * rows)..<((point + 1) * rows)]
      fromRows += repeatElement(0, count: columns)
    }
    var toRows = [Double](repeating: 0, count: to.shares.count * order)
    for point in to.shares.indices {
      for column in 0..<columns {
        let influence = other[point * columns + column]
        for row in 0..<rows {
          toRows[point * order + row] += influence * correlations[row * columns + column]
        }
        for part in 0...column {
          toRows[point * order + rows + part] += influence * root.entry(column, part)
        }
      }
    }
    return (
      CovarianceFactor(columnCount: order, rows: fromRows),
      CovarianceFactor(columnCount: order, rows: toRows)
    )
  }

  /// p(φ − E φ)·I⁻¹ / √n, row by row: what each kept moment does to each share.
  private func influences(
    _ basis: OrthonormalBasis, total: Double
  ) throws(LinkingError) -> [Double] {
    let order = basis.columns.count
    let means = basis.columns.map { Dot.product($0, shares) }
    let weighted = basis.columns.map { column in zip(column, shares).map { $0 * $1 } }
    var information = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0..<order {
        information[row * order + column] =
          Dot.product(weighted[row], basis.columns[column]) - means[row] * means[column]
      }
    }
    guard let root = Cholesky(information, order: order) else {
      throw LinkingError(.degreeTooHigh, "The fitted terms cannot be told apart.")
    }
    let scale = 1 / total.squareRoot()
    var result: [Double] = []
    result.reserveCapacity(shares.count * order)
    for point in shares.indices {
      var row = (0..<order).map {
        shares[point] * (basis.columns[$0][point] - means[$0]) * scale
      }
      root.solve(&row)
      result += row
    }
    return result
  }
}
