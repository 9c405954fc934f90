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
    if settings.method.needsAnchor {
      return try anchored(design, settings, plan: plan, fits: &fits)
    }
    func pair() throws(LinkingError) -> MarginPair {
      let pair = try MarginPair(design, presmoothing: settings.presmoothing, plan: plan)
      fits = pair.fits
      return pair
    }
    switch settings.method {
    case .identity: return LinkEstimate(.identity, source: design.from)
    case .mean: return LinkEstimate(try .mean(design), source: design.from)
    case .linear: return LinkEstimate(try .linear(design), source: design.from)
    case .circleArc: return LinkEstimate(try .circleArc(design), source: design.from)
    case .equipercentile: return equipercentile(try pair())
    case .kernel(let bandwidth):
      return try kernel(
        try pair(), bandwidth, totals: (design.from.total, design.to.total), plan: plan)
    case .percentileBands(let percents):
      return try PercentileBands(try pair(), topPercents: percents).estimate()
    default: throw LinkingError(.settings, "The method is \(settings.method.name).")
    }
  }

  /// Methods for groups that differ.
  private static func anchored(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings, plan: WorkPlan,
    fits: inout [LoglinearFit]
  ) throws(LinkingError) -> LinkEstimate {
    guard case .anchorTest(let from, let to, let anchor) = design else {
      throw LinkingError(
        .settings, "The method \(settings.method.name) needs two groups with an anchor.")
    }
    let weight = anchor.firstWeight(from.total, to.total)
    func line(_ slope: LinearFunction.AnchorSlope) throws(LinkingError) -> LinkEstimate {
      LinkEstimate(
        try .synthetic(from: from, to: to, weight: weight, slope: slope), source: from.from)
    }
    switch settings.method {
    case .tucker: return try line(.tucker)
    case .levineObservedScore: return try line(.levine(anchor.kind))
    case .levineTrueScore:
      return LinkEstimate(
        try .levineTrueScore(from: from, to: to, kind: anchor.kind), source: from.from)
    case .chainedLinear:
      return LinkEstimate(try .chained(from: from, to: to), source: from.from)
    case .chainedEquipercentile:
      let first = try MarginPair(from, presmoothing: settings.presmoothing, plan: plan)
      let second = try MarginPair(
        to.transposed, presmoothing: settings.presmoothing.exchanged, plan: plan)
      fits = first.fits + second.fits
      return chained(first: first, second: second)
    case .frequencyEstimation:
      if settings.presmoothing == .none {
        return equipercentile(
          MarginPair(try SyntheticPopulation(first: from, second: to, firstWeight: weight)))
      }
      let population = try SmoothedSyntheticPopulation(
        from, to, firstWeight: weight, presmoothing: settings.presmoothing, plan: plan)
      fits = population.fits
      return equipercentile(population.margins)
    default: throw LinkingError(.settings, "The method is \(settings.method.name).")
    }
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
