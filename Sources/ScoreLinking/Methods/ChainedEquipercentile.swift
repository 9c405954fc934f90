import Scores

extension LinkEstimate {
  /// Equipercentile in the first group to the anchor, then in the second group from it.
  static func chained(first: MarginPair, second: MarginPair) -> LinkEstimate {
    let inner = Equipercentile.equivalents(from: first.from, to: first.to)
    let pointCount = second.from.shares.count
    let anchorStairs = inner.map { $0.staircase(pointCount: pointCount) }
    let outer = Equipercentile.chained(inner, from: first, anchor: second.from, to: second.to)
    let innerVariances = first.uncertainty.variances(
      from: first.from, inner.indices.map { Staircase(cell: $0, part: 0.5) },
      to: first.to, inner.map { $0.rank })
    let outerVariances = second.uncertainty.variances(
      from: second.from, anchorStairs,
      to: second.to, outer.map { $0.rank })
    let step = Double(second.to.scale.step)
    let errors = inner.indices.map { place in
      // An error of the anchor's place becomes one of the share under it, and so of the value.
      let slope = inner[place].stepsPerShare * second.from.shares[anchorStairs[place].cell]
      let variance = outerVariances[place] + innerVariances[place] * slope * slope
      return variance.squareRoot() * outer[place].stepsPerShare * step
    }
    return LinkEstimate(
      values: outer.map { second.to.scale.points(at: $0.place) }, standardErrors: errors,
      isUnsupported: inner.indices.map { place in
        inner[place].isInGap || outer[place].isInGap || first.from.shares[place] == 0
      })
  }
}

extension Equipercentile {
  /// Equivalents of places on the anchor, found in the second group.
  static func chained(
    _ places: [Equivalent], from first: MarginPair, anchor: Margin, to: Margin
  ) -> [Equivalent] {
    if let source = first.from.observed, let link = first.to.observed,
      let anchorCounts = anchor.observed, let target = to.observed
    {
      return exactChain(from: source, to: link, anchor: anchorCounts, target: target)
    }
    let stairs = places.map { $0.staircase(pointCount: anchor.shares.count) }
    return smooth(
      under: stairs.map { anchor.under[$0.cell] + $0.part * anchor.shares[$0.cell] },
      over: stairs.map { anchor.over[$0.cell] + (1 - $0.part) * anchor.shares[$0.cell] }, to: to)
  }

  /// The chain on counts: the share under a place of the anchor is itself a fraction of integers.
  private static func exactChain(
    from: ScoreDistribution, to link: ScoreDistribution, anchor: ScoreDistribution,
    target: ScoreDistribution
  ) -> [Equivalent] {
    var places = AnchorPlaces(from: from, to: link)
    var search = EquivalentSearch<Int128>(target)
    var (cell, under) = (0, 0)
    return from.counts.map { count in
      let place = places.next(count)
      while cell < place.cell {
        under += anchor.counts[cell]
        cell += 1
      }
      let share = Int128(under) * place.denominator + place.numerator * Int128(anchor.counts[cell])
      return search.next(share, over: place.denominator * Int128(anchor.total))
    }
  }
}

/// The places of rising percentile ranks on the anchor as a cell and a fraction of it.
private struct AnchorPlaces {
  private let total: Int128
  private let counts: [Int]
  private let sourceTotal: Int
  private var sourceUnder = 0
  private var cell = 0
  private var under = 0
  private var lastOccupied = -1

  init(from: ScoreDistribution, to: ScoreDistribution) {
    total = Int128(to.total)
    counts = to.counts
    sourceTotal = from.total
  }

  mutating func next(_ count: Int) -> (cell: Int, numerator: Int128, denominator: Int128) {
    let wanted = Int128(2 * sourceUnder + count) * total
    let denominator = Int128(2 * sourceTotal)
    sourceUnder += count
    while cell < counts.count, Int128(under + counts[cell]) * denominator <= wanted {
      if counts[cell] > 0 { lastOccupied = cell }
      under += counts[cell]
      cell += 1
    }
    let excess = cell == counts.count ? 0 : wanted - Int128(under) * denominator
    if excess == 0 {
      // The middle between the last cell with people and the next, in half cells.
      let halves = lastOccupied + 1 + cell
      let place = min(halves / 2, counts.count - 1)
      return (place, Int128(halves - 2 * place), 2)
    }
    return (cell, excess, denominator * Int128(counts[cell]))
  }
}
