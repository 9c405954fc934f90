import Parallel

/// What one more person at each score of either test does to a value, in points of the target.
///
/// Every estimated value is, to first order, a sum of such contributions. That makes it possible to
/// add up methods and to smooth their values, and to know the error of what comes out.
struct Influence {
  /// By the score of the source.
  var from: [Double]
  /// By the score of the target.
  var to: [Double]

  init(from: [Double], to: [Double]) {
    self.from = from
    self.to = to
  }

  /// No influence.
  init(fromCount: Int, toCount: Int) {
    from = [Double](repeating: 0, count: fromCount)
    to = [Double](repeating: 0, count: toCount)
  }

  /// Adds another influence so many times.
  mutating func add(_ other: Influence, times weight: Double) {
    for place in from.indices { from[place] += weight * other.from[place] }
    for place in to.indices { to[place] += weight * other.to[place] }
  }
}

/// A sum of staircases with weights, taken stair by stair and spread over the cells once.
struct StaircaseSum {
  /// What ends at each cell, and so counts in full under it.
  private var full: [Double]
  /// What of it counts at the cell itself.
  private var partial: [Double]

  init(pointCount: Int) {
    full = [Double](repeating: 0, count: pointCount)
    partial = full
  }

  mutating func add(_ stair: Staircase, times weight: Double) {
    full[stair.cell] += weight
    partial[stair.cell] += weight * stair.part
  }

  /// The height at each cell.
  var heights: [Double] {
    var result = partial
    var above = 0.0
    for cell in result.indices.reversed() {
      result[cell] += above
      above += full[cell]
    }
    return result
  }
}

extension MarginPair {
  /// The sampling variance of a value with this influence; `nil` when the design has no margins
  /// from which it follows.
  ///
  /// - Complexity: O(points), times the parameters for smoothed margins, and O(pairs) for the
  ///   pairs of one group.
  func variance(of influence: Influence) -> Double? {
    switch uncertainty {
    case .independentCounts(let fromTotal, let toTotal):
      return from.personVariance(of: influence.from) / Double(fromTotal)
        + to.personVariance(of: influence.to) / Double(toTotal)
    case .jointCounts(let pairs):
      let total = Double(pairs.total)
      var mean = 0.0
      for cell in pairs.cells {
        mean += Double(cell.count) * (influence.from[cell.from] + influence.to[cell.to])
      }
      mean /= total
      var square = 0.0
      for cell in pairs.cells {
        let deviation = influence.from[cell.from] + influence.to[cell.to] - mean
        square += Double(cell.count) * deviation * deviation
      }
      return square / (total * total)
    case .independentFactors(let first, let second):
      return (first.product(with: influence.from) + second.product(with: influence.to))
        .reduce(0) { $0 + $1 * $1 }
    case .jointFactors(let first, let second):
      return zip(first.product(with: influence.from), second.product(with: influence.to))
        .reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) }
    case .syntheticCounts: return nil
    }
  }

  /// Multiplications beyond which pairs get no standard error of this kind.
  static let greatestWork = 2_000_000_000

  /// The standard errors of all points, given what each person does to them; `nil` where they do
  /// not follow from the margins, or would take too long. Infinity says of a point that nothing is
  /// known there.
  ///
  /// - Complexity: O(points · (points + pairs)).
  func standardErrors(
    plan: WorkPlan, _ influence: @Sendable (_ point: Int) -> Influence
  ) -> [Double]? {
    let count = from.shares.count
    if case .syntheticCounts = uncertainty { return nil }
    if case .jointCounts(let pairs) = uncertainty, pairs.cells.count * count > Self.greatestWork {
      return nil
    }
    return plan.mapChunks(of: count, chunkLength: 16) { points in
      points.map { point in
        let error = variance(of: influence(point))?.squareRoot() ?? .infinity
        return error.isFinite ? error : .infinity
      }
    }.flatMap(\.self)
  }
}

extension Margin {
  /// The variance of what one person contributes.
  fileprivate func personVariance(of heights: [Double]) -> Double {
    let mean = Dot.product(shares, heights)
    var square = CompensatedSum()
    for (share, height) in zip(shares, heights) {
      square.add(share * (height - mean) * (height - mean))
    }
    return square.value
  }
}

extension CovarianceFactor {
  /// The product of each column with a vector.
  fileprivate func product(with vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount)
    for (place, value) in vector.enumerated() where value != 0 {
      for column in 0..<columnCount { result[column] += value * rows[place * columnCount + column] }
    }
    return result
  }
}
