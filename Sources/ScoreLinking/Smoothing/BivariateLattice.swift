import Parallel

/// A fitted or tentative loglinear surface: polynomials of both scores and their coefficients.
struct BivariateLattice: Sendable {
  /// Orthonormal terms of the first score, from the first power on.
  let fromTerms: [[Double]]
  /// Orthonormal terms of the second score.
  let toTerms: [[Double]]
  let cross: Int
  /// Coefficients of the first score's terms, the second's, and the products row by row.
  var coefficients: [Double]

  var parameterCount: Int { fromTerms.count + toTerms.count + cross * cross }
  var fromCount: Int { fromTerms[0].count }
  var toCount: Int { toTerms[0].count }

  /// The place of the product of the i-th and j-th term among the coefficients.
  func place(_ i: Int, _ j: Int) -> Int { fromTerms.count + toTerms.count + i * cross + j }

  /// The same surface with first and second score exchanged.
  var transposed: BivariateLattice {
    var swapped = Array(coefficients[fromTerms.count..<(fromTerms.count + toTerms.count)])
    swapped += coefficients[..<fromTerms.count]
    for j in 0..<cross {
      for i in 0..<cross { swapped.append(coefficients[place(i, j)]) }
    }
    return BivariateLattice(
      fromTerms: toTerms, toTerms: fromTerms, cross: cross, coefficients: swapped)
  }

  /// Sums over the second score for each first score, normalised over the whole lattice.
  struct RowSums: Sendable {
    /// Σ p over each row.
    var shares: [Double]
    /// Σ p·ψⱼ over each row, row by row.
    var means: [Double]
    /// Σ p·ψᵢ·ψⱼ over each row for i up to the cross degree, row by row.
    var products: [Double]
    /// Σ p over each column.
    var columnShares: [Double]
    /// log Σ exp over the lattice.
    var logNormaliser: Double
  }

  /// The logarithms of one row, up to the normaliser.
  func fillLogs(_ row: Int, into logs: inout [Double]) {
    var base = 0.0
    for (index, term) in fromTerms.enumerated() { base += coefficients[index] * term[row] }
    for place in logs.indices { logs[place] = base }
    for (j, term) in toTerms.enumerated() {
      var factor = coefficients[fromTerms.count + j]
      if j < cross {
        for i in 0..<cross { factor += coefficients[place(i, j)] * fromTerms[i][row] }
      }
      for place in logs.indices { logs[place] += factor * term[place] }
    }
  }

  /// Rows that one task computes; fixed, so that sums do not depend on the number of threads.
  private static let chunkLength = 64

  func rowSums(plan: WorkPlan) -> RowSums {
    let parts = plan.mapChunks(of: fromCount, chunkLength: Self.chunkLength) { rows in
      partialSums(rows)
    }
    let greatest = parts.map(\.logNormaliser).max() ?? 0
    var result = RowSums(
      shares: [], means: [], products: [],
      columnShares: [Double](repeating: 0, count: toCount), logNormaliser: 0)
    var sum = CompensatedSum()
    for part in parts {
      let scale = Exponential.value(part.logNormaliser - greatest)
      result.shares += part.shares.map { $0 * scale }
      result.means += part.means.map { $0 * scale }
      result.products += part.products.map { $0 * scale }
      for place in part.columnShares.indices {
        result.columnShares[place] += part.columnShares[place] * scale
      }
    }
    for share in result.shares { sum.add(share) }
    let total = sum.value
    for index in result.shares.indices { result.shares[index] /= total }
    for index in result.means.indices { result.means[index] /= total }
    for index in result.products.indices { result.products[index] /= total }
    for index in result.columnShares.indices { result.columnShares[index] /= total }
    result.logNormaliser = greatest + Logarithm.natural(total)
    return result
  }

  /// Sums of some rows, relative to their greatest cell, whose logarithm stands as normaliser.
  private func partialSums(_ rows: Range<Int>) -> RowSums {
    let pairCount = cross * toTerms.count
    var result = RowSums(
      shares: [], means: [], products: [],
      columnShares: [Double](repeating: 0, count: toCount), logNormaliser: -Double.infinity)
    var tables: [[Double]] = []
    for row in rows {
      var logs = [Double](repeating: 0, count: toCount)
      fillLogs(row, into: &logs)
      result.logNormaliser = max(result.logNormaliser, logs.max() ?? 0)
      tables.append(logs)
    }
    for var cells in tables {
      var share = 0.0
      for place in cells.indices {
        cells[place] = Exponential.value(cells[place] - result.logNormaliser)
        share += cells[place]
        result.columnShares[place] += cells[place]
      }
      result.shares.append(share)
      for term in toTerms { result.means.append(Dot.product(cells, term)) }
      for i in 0..<(pairCount > 0 ? cross : 0) {
        var weighted = cells
        for place in weighted.indices { weighted[place] *= toTerms[i][place] }
        for term in toTerms { result.products.append(Dot.product(weighted, term)) }
      }
    }
    return result
  }

  /// The factor of a margin's sampling covariance from the sums over its rows.
  ///
  /// `isTransposed` tells that this lattice is the exchanged one, while root and means keep the
  /// order of the original parameters.
  func marginFactor(
    _ sums: RowSums, root: Cholesky, means: [Double], total: Double, isTransposed: Bool
  ) -> CovarianceFactor {
    let order = parameterCount
    let scale = 1 / total.squareRoot()
    var rows = [Double](repeating: 0, count: fromCount * order)
    for row in 0..<fromCount {
      let (start, share) = (row * order, sums.shares[row])
      let rowMeans = Array(sums.means[(row * toTerms.count)..<((row + 1) * toTerms.count)])
      let first = fromTerms.map { $0[row] }
      let (firstStart, secondStart) = isTransposed ? (toTerms.count, 0) : (0, fromTerms.count)
      for index in first.indices { rows[start + firstStart + index] = share * first[index] }
      for index in rowMeans.indices { rows[start + secondStart + index] = rowMeans[index] }
      for i in 0..<cross {
        for j in 0..<cross {
          let place = isTransposed ? place(j, i) : place(i, j)
          rows[start + place] = first[i] * rowMeans[j]
        }
      }
      for index in 0..<order {
        rows[start + index] = (rows[start + index] - share * means[index]) * scale
      }
      root.solveLower(&rows, at: start)
    }
    return CovarianceFactor(columnCount: order, rows: rows)
  }

  func likelihoodRatio(_ pairs: BivariateDistribution, logNormaliser: Double) -> Double {
    var sum = CompensatedSum()
    var logs = [Double](repeating: 0, count: toCount)
    var filled = -1
    let total = Double(pairs.total)
    for cell in pairs.cells {
      if cell.from != filled {
        fillLogs(cell.from, into: &logs)
        filled = cell.from
      }
      let count = Double(cell.count)
      sum.add(count * (Logarithm.natural(count / total) - logs[cell.to] + logNormaliser))
    }
    return 2 * sum.value
  }
}
