extension ScoreDistribution {
  /// As many people, drawn from these with replacement.
  func resampled(_ random: inout CounterBasedGenerator) throws(LinkingError) -> ScoreDistribution {
    try ScoreDistribution(scale: scale, counts: random.resampled(counts), floor: floor)
  }
}

extension BivariateDistribution {
  /// As many people, drawn from these with replacement.
  func resampled(
    _ random: inout CounterBasedGenerator
  ) throws(LinkingError) -> BivariateDistribution {
    let counts = random.resampled(cells.map(\.count))
    let drawn = zip(cells, counts).filter { $1 > 0 }.map { cell, count in
      Cell(from: cell.from, to: cell.to, count: count)
    }
    return try BivariateDistribution(
      fromScale: from.scale, toScale: to.scale, cells: drawn, floor: from.floor)
  }
}

extension LinkingDesign {
  /// The same groups with as many people, drawn with replacement.
  func resampled(_ random: inout CounterBasedGenerator) throws(LinkingError) -> LinkingDesign {
    switch self {
    case .singleGroup(let pairs): return .singleGroup(try pairs.resampled(&random))
    case .equivalentGroups(let from, let to):
      let first = try from.resampled(&random)
      return .equivalentGroups(from: first, to: try to.resampled(&random))
    case .anchorTest(let from, let to, let anchor):
      let first = try from.resampled(&random)
      return .anchorTest(from: first, to: try to.resampled(&random), anchor: anchor)
    }
  }
}
