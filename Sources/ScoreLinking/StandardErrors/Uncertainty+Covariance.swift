extension Uncertainty {
  /// The sampling covariances of shares: first those of the source, then those of the target.
  ///
  /// - Complexity: O(stairs² + cells).
  func covariance(
    from: Margin, _ fromStairs: [Staircase], to: Margin, _ toStairs: [Staircase]
  ) -> SymmetricMatrix {
    let count = fromStairs.count
    let order = count + toStairs.count
    func own(_ row: Int, _ column: Int) -> Double? {
      if row < count, column < count {
        return from.personCovariance(fromStairs[row], fromStairs[column])
      }
      if row >= count, column >= count {
        return to.personCovariance(toStairs[row - count], toStairs[column - count])
      }
      return nil
    }
    switch self {
    case .independentCounts(let fromTotal, let toTotal):
      return SymmetricMatrix(order: order) { row, column in
        (own(row, column) ?? 0) / Double(row < count ? fromTotal : toTotal)
      }
    case .jointCounts(let pairs):
      let products = Self.meanProducts(pairs, fromStairs, toStairs)
      let fromMeans = fromStairs.map(from.share)
      let toMeans = toStairs.map(to.share)
      return SymmetricMatrix(order: order) { row, column in
        let value =
          own(row, column)
          ?? products[column][row - count] - fromMeans[column] * toMeans[row - count]
        return value / Double(pairs.total)
      }
    case .independentFactors(let first, let second), .jointFactors(let first, let second):
      let vectors =
        fromStairs.map { stair in
          (0..<first.columnCount).map { first.projection(of: stair, column: $0) }
        }
        + toStairs.map { stair in
          (0..<second.columnCount).map { second.projection(of: stair, column: $0) }
        }
      var isJoint = false
      if case .jointFactors = self { isJoint = true }
      return SymmetricMatrix(order: order) { row, column in
        if !isJoint, (row < count) != (column < count) { return 0 }
        return Dot.product(vectors[row], vectors[column])
      }
    case .syntheticCounts:
      return SymmetricMatrix(order: order) { _, _ in .nan }
    }
  }

  /// The means of products of a source's and a target's staircase over the people.
  private static func meanProducts(
    _ pairs: BivariateDistribution, _ fromStairs: [Staircase], _ toStairs: [Staircase]
  ) -> [[Double]] {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: toStairs.count), count: fromStairs.count)
    for row in pairs.from.counts.indices where pairs.from.counts[row] > 0 {
      let heights = fromStairs.map { $0.height(at: row) }
      if heights.allSatisfy({ $0 == 0 }) { continue }
      var totals = [Double](repeating: 0, count: toStairs.count)
      for cell in pairs.row(row) {
        for (index, stair) in toStairs.enumerated() {
          totals[index] += Double(cell.count) * stair.height(at: cell.to)
        }
      }
      for (first, height) in heights.enumerated() where height != 0 {
        for second in totals.indices { sums[first][second] += height * totals[second] }
      }
    }
    return sums.map { $0.map { $0 / Double(pairs.total) } }
  }
}

extension Staircase {
  /// What one person at a cell contributes.
  func height(at place: Int) -> Double {
    place < cell ? 1 : place == cell ? part : 0
  }
}

extension Margin {
  /// The share that a staircase counts.
  func share(of stair: Staircase) -> Double {
    under[stair.cell] + stair.part * shares[stair.cell]
  }

  /// The covariance of one person's contributions to two shares.
  func personCovariance(_ first: Staircase, _ second: Staircase) -> Double {
    let (low, high) = first.cell <= second.cell ? (first, second) : (second, first)
    let product =
      low.cell == high.cell
      ? under[low.cell] + low.part * high.part * shares[low.cell] : share(of: low)
    return product - share(of: low) * share(of: high)
  }
}
