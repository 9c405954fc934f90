import Parallel

/// Both margins of a link, smoothed if asked for, with what is known of their errors.
struct MarginPair {
  var from: Margin
  var to: Margin
  var uncertainty: Uncertainty
  /// The models behind smoothed margins.
  var fits: [LoglinearFit] = []

  /// Margins of one group, or of two equivalent ones.
  init(
    _ design: LinkingDesign, presmoothing: Presmoothing, plan: WorkPlan
  ) throws(LinkingError) {
    switch design {
    case .singleGroup(let pairs):
      try self.init(pairs, presmoothing: presmoothing, plan: plan)
    case .equivalentGroups(let from, let to):
      try self.init(from, to, presmoothing: presmoothing)
    case .anchorTest:
      throw LinkingError(
        .unlinkedPopulations,
        "Groups that differ are linked by a method that uses the anchor.")
    }
  }

  /// Both scores of one group.
  init(
    _ pairs: BivariateDistribution, presmoothing: Presmoothing, plan: WorkPlan
  ) throws(LinkingError) {
    switch presmoothing {
    case .none:
      from = Margin(pairs.from)
      to = Margin(pairs.to)
      uncertainty = .jointCounts(pairs)
    case .loglinear, .selected:
      let first = try Self.model(of: pairs.from, presmoothing, isFrom: true)
      let second = try Self.model(of: pairs.to, presmoothing, isFrom: false)
      let factors = try LoglinearModel.jointFactors(pairs, from: first, to: second)
      from = Margin(scale: pairs.from.scale, shares: first.shares)
      to = Margin(scale: pairs.to.scale, shares: second.shares)
      uncertainty = .jointFactors(factors.from, factors.to)
      fits = [first.fit, second.fit]
    case .bivariate(let first, let second, let cross):
      let model = try BivariateLoglinearModel(
        pairs, from: first, to: second, cross: cross, plan: plan)
      from = Margin(scale: pairs.from.scale, shares: model.fromShares)
      to = Margin(scale: pairs.to.scale, shares: model.toShares)
      uncertainty = .jointFactors(model.fromFactor, model.toFactor)
      fits = [model.fit]
    }
  }

  /// The scores of two equivalent groups.
  init(
    _ from: ScoreDistribution, _ to: ScoreDistribution, presmoothing: Presmoothing
  ) throws(LinkingError) {
    self.init(counts: from, to)
    if presmoothing == .none { return }
    let first = try Self.model(of: from, presmoothing, isFrom: true)
    let second = try Self.model(of: to, presmoothing, isFrom: false)
    self.from = Margin(scale: from.scale, shares: first.shares)
    self.to = Margin(scale: to.scale, shares: second.shares)
    uncertainty = .independentFactors(first.factor, second.factor)
    fits = [first.fit, second.fit]
  }

  /// The observed scores of two equivalent groups.
  init(counts from: ScoreDistribution, _ to: ScoreDistribution) {
    self.from = Margin(from)
    self.to = Margin(to)
    uncertainty = .independentCounts(from.total, to.total)
  }

  private static func model(
    of distribution: ScoreDistribution, _ presmoothing: Presmoothing, isFrom: Bool
  ) throws(LinkingError) -> LoglinearModel {
    switch presmoothing {
    case .selected(let criterion):
      return try .selected(for: distribution, by: criterion)
    case .bivariate(let from, let to, let cross):
      if cross > 0 {
        throw LinkingError(.settings, "Cross moments need people who have both scores.")
      }
      return try LoglinearModel(distribution, degree: isFrom ? from : to)
    case .loglinear(let degree, let lumps):
      return try LoglinearModel(
        distribution, degree: degree, indicators: lumps.map { .multiples(of: $0) })
    case .none:
      throw LinkingError(.settings, "There is nothing to fit.")
    }
  }

  /// The margins of a mixture of two groups.
  init(_ population: SyntheticPopulation) {
    from = Margin(scale: population.first.from.scale, shares: population.fromShares)
    to = Margin(scale: population.second.from.scale, shares: population.toShares)
    uncertainty = .syntheticCounts(population)
  }
}
