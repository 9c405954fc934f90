import Parallel

extension LinkEstimate {
  /// What the settings ask for; without errors where only the values count.
  static func estimated(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings, plan: WorkPlan,
    withErrors: Bool = true, fits: inout [LoglinearFit]
  ) throws(LinkingError) -> LinkEstimate {
    if case .cubicSpline(let bound) = settings.postsmoothing {
      guard settings.method == .equipercentile else {
        throw LinkingError(.settings, "Postsmoothing is for the method equipercentile.")
      }
      let pair = try MarginPair(design, presmoothing: settings.presmoothing, plan: plan)
      let reverse = try MarginPair(
        design.reversed, presmoothing: settings.presmoothing.exchanged, plan: plan)
      fits = pair.fits
      return try postsmoothed(
        pair, reverse: reverse, totals: (design.from.total, design.to.total), bound: bound,
        plan: withErrors ? plan : nil)
    }
    if let function = try LinearFunction(settings.method, design) {
      return LinkEstimate(function, design)
    }
    if case .composite(let parts) = settings.method {
      return try composite(
        parts, design, settings, plan: plan, withErrors: withErrors, fits: &fits)
    }
    if settings.method.needsAnchor {
      return try anchored(design, settings, plan: plan, fits: &fits)
    }
    let pair = try MarginPair(design, presmoothing: settings.presmoothing, plan: plan)
    fits = pair.fits
    switch settings.method {
    case .equipercentile: return equipercentile(pair)
    case .kernel(let bandwidth):
      return try kernel(
        pair, bandwidth, totals: (design.from.total, design.to.total), plan: plan)
    case .percentileBands(let percents):
      return try PercentileBands(pair, topPercents: percents).estimate()
    default: throw LinkingError(.settings, "The method is \(settings.method.name).")
    }
  }

  /// Methods on distributions for groups that differ.
  private static func anchored(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings, plan: WorkPlan,
    fits: inout [LoglinearFit]
  ) throws(LinkingError) -> LinkEstimate {
    let (from, to, anchor) = try design.anchored(for: settings.method)
    if settings.method == .chainedEquipercentile {
      let first = try MarginPair(from, presmoothing: settings.presmoothing, plan: plan)
      let second = try MarginPair(
        to.transposed, presmoothing: settings.presmoothing.exchanged, plan: plan)
      fits = first.fits + second.fits
      return chained(first: first, second: second)
    }
    let weight = anchor.firstWeight(from.total, to.total)
    if settings.presmoothing == .none {
      return equipercentile(
        MarginPair(try SyntheticPopulation(first: from, second: to, firstWeight: weight)))
    }
    let population = try SmoothedSyntheticPopulation(
      from, to, firstWeight: weight, presmoothing: settings.presmoothing, plan: plan)
    fits = population.fits
    return equipercentile(population.margins)
  }

  /// The weighted mean of several methods' values.
  ///
  /// A person's influence on the mean is the mean of the influences, so that methods on the same
  /// people have their covariance counted (Holland & Strawderman 2011). Where one part alone is
  /// estimated and the rest is the identity, its error counts with its weight.
  private static func composite(
    _ parts: [LinkingMethod.Part], _ design: LinkingDesign,
    _ settings: EquatingFunction.Settings, plan: WorkPlan, withErrors: Bool,
    fits: inout [LoglinearFit]
  ) throws(LinkingError) -> LinkEstimate {
    var result = LinkEstimate(
      values: design.from.counts.map { _ in 0 }, standardErrors: nil,
      isUnsupported: design.from.counts.map { _ in false })
    var estimates: [(estimate: LinkEstimate, weight: Double)] = []
    for part in parts {
      var own = settings
      own.method = part.method
      var ownFits: [LoglinearFit] = []
      let estimate = try estimated(design, own, plan: plan, withErrors: withErrors, fits: &ownFits)
      if fits.isEmpty { fits = ownFits }
      for point in result.values.indices {
        result.values[point] += part.weight * estimate.values[point]
        if estimate.isUnsupported[point] { result.isUnsupported[point] = true }
      }
      if part.method != .identity { estimates.append((estimate, part.weight)) }
      if !estimate.bandwidths.isEmpty { result.bandwidths = estimate.bandwidths }
    }
    if estimates.count == 1, let only = estimates.first {
      result.standardErrors = only.estimate.standardErrors?.map { $0 * only.weight }
      return result
    }
    // A model of degree 1 keeps no variance, and lines would rest on other data than margins.
    let influences = estimates.compactMap(\.estimate.influence)
    guard withErrors, influences.count == estimates.count,
      fits.allSatisfy({ $0.parameterCount > 1 })
    else { return result }
    let pair = try MarginPair(design, presmoothing: settings.presmoothing, plan: plan)
    let weights = estimates.map(\.weight)
    result.standardErrors = pair.standardErrors(plan: plan) { point in
      var sum = Influence(fromCount: pair.from.shares.count, toCount: pair.to.shares.count)
      for (influence, weight) in zip(influences, weights) {
        sum.add(influence(point), times: weight)
      }
      return sum
    }
    return result
  }
}

extension LinkingDesign {
  /// The data of groups that differ, which a method needs.
  func anchored(
    for method: LinkingMethod
  ) throws(LinkingError) -> (
    from: BivariateDistribution, to: BivariateDistribution, anchor: Anchor
  ) {
    guard case .anchorTest(let from, let to, let anchor) = self else {
      throw LinkingError(
        .settings, "The method \(method.name) needs two groups with an anchor.")
    }
    return (from, to, anchor)
  }
}

extension Presmoothing {
  /// The same smoothing of pairs whose scores are exchanged.
  var exchanged: Presmoothing {
    if case .bivariate(let from, let to, let cross) = self {
      return .bivariate(from: to, to: from, cross: cross)
    }
    return self
  }
}
