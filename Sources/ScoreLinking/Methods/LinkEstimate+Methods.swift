import Parallel

extension LinkEstimate {
  /// What the settings ask for, before any postsmoothing.
  static func estimated(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings, plan: WorkPlan,
    fits: inout [LoglinearFit]
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
        pair, reverse: reverse, totals: (design.from.total, design.to.total), bound: bound)
    }
    if let function = try LinearFunction(settings.method, design) {
      return LinkEstimate(function, source: design.from)
    }
    if case .composite(let parts) = settings.method {
      return try composite(parts, design, settings, plan: plan, fits: &fits)
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
  /// Where one part alone is estimated and the rest is the identity (Kim, von Davier & Haberman
  /// 2008), its standard error counts with its weight. Of several estimated parts the covariances
  /// are not known here, and so no standard error is.
  private static func composite(
    _ parts: [LinkingMethod.Part], _ design: LinkingDesign,
    _ settings: EquatingFunction.Settings, plan: WorkPlan, fits: inout [LoglinearFit]
  ) throws(LinkingError) -> LinkEstimate {
    var result = LinkEstimate(
      values: design.from.counts.map { _ in 0 }, standardErrors: nil,
      isUnsupported: design.from.counts.map { _ in false })
    let estimatedCount = parts.count { $0.method != .identity }
    for part in parts {
      var own = settings
      own.method = part.method
      var ownFits: [LoglinearFit] = []
      let estimate = try estimated(design, own, plan: plan, fits: &ownFits)
      if fits.isEmpty { fits = ownFits }
      for point in result.values.indices {
        result.values[point] += part.weight * estimate.values[point]
        if estimate.isUnsupported[point] { result.isUnsupported[point] = true }
      }
      if estimatedCount == 1, part.method != .identity {
        result.standardErrors = estimate.standardErrors?.map { $0 * part.weight }
      }
      if !estimate.bandwidths.isEmpty { result.bandwidths = estimate.bandwidths }
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
