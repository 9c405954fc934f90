/// The covariance of two shares of one group, followed along rising cells without a matrix.
///
/// For the cells (i, j) at hand it keeps how many people stand under, at and over each; both only
/// rise, so every stored pair is looked at a bounded number of times.
struct JointStaircases {
  private let pairs: BivariateDistribution
  private let columns: BivariateDistribution
  private var from = 0
  private var to = 0
  private var underFrom = 0
  private var underTo = 0
  /// People under both cells.
  private var underBoth = 0
  /// People at the target's cell and under the source's.
  private var atToUnderFrom = 0

  init(_ pairs: BivariateDistribution) {
    self.pairs = pairs
    columns = pairs.transposed
  }

  /// The variance of a person's difference of contributions, divided by the number of people.
  ///
  /// - Complexity: O(points + cells).
  consuming func variances(_ fromStairs: [Staircase], _ toStairs: [Staircase]) -> [Double] {
    var results: [Double] = []
    results.reserveCapacity(fromStairs.count)
    for (first, second) in zip(fromStairs, toStairs) {
      advanceTo(second.cell)
      advanceFrom(first.cell)
      results.append(variance(first, second))
    }
    return results
  }

  private mutating func advanceFrom(_ cell: Int) {
    while from < cell {
      for pair in pairs.row(from) {
        if pair.to < to { underBoth += pair.count }
        if pair.to == to { atToUnderFrom += pair.count }
      }
      underFrom += pairs.from.counts[from]
      from += 1
    }
  }

  private mutating func advanceTo(_ cell: Int) {
    while to < cell {
      underBoth += atToUnderFrom
      underTo += pairs.to.counts[to]
      to += 1
      atToUnderFrom = 0
      for pair in columns.row(to) where pair.to < from { atToUnderFrom += pair.count }
    }
  }

  private func variance(_ first: Staircase, _ second: Staircase) -> Double {
    var underFromRow = 0
    var atBoth = 0
    for pair in pairs.row(from) {
      if pair.to < to { underFromRow += pair.count }
      if pair.to == to { atBoth += pair.count }
    }
    let (atFrom, atTo) = (pairs.from.counts[from], pairs.to.counts[to])
    let total = pairs.total
    // Rows: under, at, over the source's cell; columns: the same for the target's.
    // Where both are under, or both over, the contributions are equal and need no term.
    let counts = SIMD8<Double>(
      Double(atToUnderFrom), Double(underFrom - underBoth - atToUnderFrom),
      Double(underFromRow), Double(atBoth), Double(atFrom - underFromRow - atBoth),
      Double(underTo - underBoth - underFromRow), Double(atTo - atToUnderFrom - atBoth), 0)
    let differences = SIMD8<Double>(
      1 - second.part, 1, first.part - 1, first.part - second.part, first.part, -1,
      -second.part, 0)
    let mean = (counts * differences).sum()
    let square = (counts * differences * differences).sum()
    // The mean difference is zero but for rounding: both shares are the same percentile rank.
    return max(0, square / Double(total) - (mean / Double(total)) * (mean / Double(total)))
      / Double(total)
  }
}
