/// Where on the target scale a percentile rank stands.
struct Equivalent {
  /// The place in steps from the target's minimum, −½ to points − ½.
  var place: Double
  /// The cell that holds the rank.
  var cell: Int
  /// How much of that cell lies under the rank, 0...1.
  var part: Double
  /// Steps that the place moves per unit of share: one over the share of the cell.
  var stepsPerShare: Double
  /// Whether the rank belongs to a stretch that nobody has, of which the place is the middle.
  var isInGap: Bool

  /// The rank itself as a sum over the cells.
  var rank: Staircase { Staircase(cell: cell, part: part) }

  /// The cell in which the place itself lies, which in a gap is not the one that holds the rank.
  func staircase(pointCount: Int) -> Staircase {
    guard isInGap else { return Staircase(cell: cell, part: part) }
    let own = min(pointCount - 1, max(0, Int((place + 0.5).rounded(.down))))
    return Staircase(cell: own, part: place + 0.5 - Double(own))
  }
}

/// Finds equivalents of rising ranks among exact counts in one pass over the cells.
///
/// Ties are decided on products of integers. Ranks among at most 2³⁰ people need 62 bits, so `Int`
/// is enough for them; a share that was itself found in a cell of an anchor needs `Int128`.
struct EquivalentSearch<Integer: FixedWidthInteger & SignedInteger> {
  private let counts: [Int]
  private let total: Integer
  private var cell = 0
  private var under = 0
  private var lastOccupied: Int?

  init(_ target: ScoreDistribution) {
    counts = target.counts
    total = Integer(target.total)
  }

  /// The equivalent of the share `numerator / denominator`, which must not fall between calls.
  mutating func next(_ numerator: Integer, over denominator: Integer) -> Equivalent {
    let wanted = numerator * total
    while cell < counts.count, Integer(under + counts[cell]) * denominator <= wanted {
      if counts[cell] > 0 { lastOccupied = cell }
      under += counts[cell]
      cell += 1
    }
    let excess = wanted - Integer(under) * denominator
    let lower = lastOccupied.map { Double($0) + 0.5 } ?? -0.5
    guard cell < counts.count else {
      let last = counts.count - 1
      return Equivalent(
        place: (Double(last) + 0.5 + lower) / 2, cell: last, part: 1,
        stepsPerShare: stepsPerShare(of: lastOccupied), isInGap: lastOccupied != last)
    }
    let edge = Double(cell) - 0.5
    if excess == 0, lower != edge {
      let density =
        lastOccupied == nil
        ? stepsPerShare(of: cell)
        : (stepsPerShare(of: lastOccupied) + stepsPerShare(of: cell)) / 2
      return Equivalent(
        place: (edge + lower) / 2, cell: cell, part: 0, stepsPerShare: density, isInGap: true)
    }
    let part = Double(excess) / Double(denominator * Integer(counts[cell]))
    return Equivalent(
      place: edge + part, cell: cell, part: part, stepsPerShare: stepsPerShare(of: cell),
      isInGap: false)
  }

  private func stepsPerShare(of cell: Int?) -> Double {
    cell.map { Double(total) / Double(counts[$0]) } ?? 0
  }
}
