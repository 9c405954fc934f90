/// Equipercentile equivalents of every point of a source scale (Kolen & Brennan, ch. 2).
enum Equipercentile {
  /// The equivalent of each source point: one merge of both cumulative distributions.
  ///
  /// - Complexity: O(source points + target points).
  static func equivalents(from: Margin, to: Margin) -> [Equivalent] {
    if let source = from.observed, let target = to.observed {
      return exact(from: source, to: target)
    }
    return smooth(
      under: zip(from.under, from.shares).map { $0 + $1 / 2 },
      over: zip(from.over, from.shares).map { $0 + $1 / 2 }, to: to)
  }

  /// The equivalents of counts.
  static func exact(
    from: ScoreDistribution, to: ScoreDistribution
  ) -> [Equivalent] {
    var search = EquivalentSearch<Int>(to)
    let denominator = 2 * from.total
    var under = 0
    return from.counts.map { count in
      defer { under += count }
      return search.next(2 * under + count, over: denominator)
    }
  }

  /// Equivalents of rising shares, each given by what lies under and over it.
  ///
  /// The lower half is sought from below and the upper half from above, so that both tails keep
  /// their digits.
  static func smooth(under: [Double], over: [Double], to: Margin) -> [Equivalent] {
    let last = to.shares.count - 1
    var result: [Equivalent] = []
    result.reserveCapacity(under.count)
    var cell = 0
    for share in under {
      if share > 0.5 { break }
      while cell < last, to.under[cell + 1] <= share { cell += 1 }
      let excess = share - to.under[cell]
      result.append(
        gap(atLowerEdgeOf: cell, distance: excess, share: share, to)
          ?? gap(atUpperEdgeOf: cell, distance: to.shares[cell] - excess, share: share, to)
          ?? equivalent(cell: cell, part: part(excess, of: to.shares[cell]), to: to))
    }
    let lowerCount = result.count
    cell = last
    var upper: [Equivalent] = []
    for index in stride(from: under.count - 1, through: lowerCount, by: -1) {
      while cell > 0, to.over[cell - 1] <= over[index] { cell -= 1 }
      let excess = over[index] - to.over[cell]
      upper.append(
        gap(atUpperEdgeOf: cell, distance: excess, share: over[index], to)
          ?? gap(
            atLowerEdgeOf: cell, distance: to.shares[cell] - excess, share: over[index], to)
          ?? equivalent(cell: cell, part: 1 - part(excess, of: to.shares[cell]), to: to))
    }
    return result + upper.reversed()
  }

  /// How far a share computed in another order may lie from an equal one, of itself.
  private static let rounding = 1e-13

  /// The middle of the empty stretch under a cell, for a rank at the cell's lower edge.
  private static func gap(
    atLowerEdgeOf cell: Int, distance: Double, share: Double, _ to: Margin
  ) -> Equivalent? {
    guard cell > 0, to.shares[cell] > 0, to.shares[cell - 1] == 0,
      distance.magnitude <= rounding * share
    else { return nil }
    var start = cell
    while start > 0, to.shares[start - 1] == 0 { start -= 1 }
    return gap(start..<cell, to)
  }

  /// The middle of the empty stretch over a cell, for a rank at the cell's upper edge.
  private static func gap(
    atUpperEdgeOf cell: Int, distance: Double, share: Double, _ to: Margin
  ) -> Equivalent? {
    let count = to.shares.count
    guard cell + 1 < count, to.shares[cell] > 0, to.shares[cell + 1] == 0,
      distance.magnitude <= rounding * share
    else { return nil }
    var end = cell + 1
    while end < count, to.shares[end] == 0 { end += 1 }
    return gap((cell + 1)..<end, to)
  }

  private static func gap(_ cells: Range<Int>, _ to: Margin) -> Equivalent {
    let sides = [cells.lowerBound - 1, cells.upperBound].filter(to.shares.indices.contains)
    return Equivalent(
      place: Double(cells.lowerBound + cells.upperBound - 1) / 2,
      cell: min(cells.upperBound, to.shares.count - 1),
      part: cells.upperBound < to.shares.count ? 0 : 1,
      stepsPerShare: sides.reduce(0) { $0 + 1 / to.shares[$1] } / Double(sides.count),
      isInGap: true)
  }

  private static func part(_ excess: Double, of share: Double) -> Double {
    share > 0 ? min(1, max(0, excess / share)) : 0.5
  }

  private static func equivalent(cell: Int, part: Double, to: Margin) -> Equivalent {
    let share = to.shares[cell]
    return Equivalent(
      place: Double(cell) - 0.5 + part, cell: cell, part: part,
      stepsPerShare: share > 0 ? 1 / share : 0, isInGap: share == 0)
  }
}
