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
      let part = part(share - to.under[cell], of: to.shares[cell])
      result.append(equivalent(cell: cell, part: part, to: to))
    }
    let lowerCount = result.count
    cell = last
    var upper: [Equivalent] = []
    for index in stride(from: under.count - 1, through: lowerCount, by: -1) {
      while cell > 0, to.over[cell - 1] <= over[index] { cell -= 1 }
      let part = 1 - part(over[index] - to.over[cell], of: to.shares[cell])
      upper.append(equivalent(cell: cell, part: part, to: to))
    }
    return result + upper.reversed()
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
