extension EquatingFunction.Settings {
  /// The people a group should have for this method: with fewer, a simpler method errs less.
  ///
  /// About 1 500 for percentiles as they stand, 400 when the distributions are smoothed first, 100
  /// for a line (Kolen & Brennan, ch. 8; Livingston & Kim 2009 for arcs under 100).
  public var advisedSample: Int { advisedSample(for: method) }

  private func advisedSample(for method: LinkingMethod) -> Int {
    switch method {
    case .identity: 0
    case .mean, .circleArc: 30
    case .linear, .tucker, .levineObservedScore, .levineTrueScore, .chainedLinear: 100
    case .kernel: 400
    case .equipercentile, .percentileBands, .chainedEquipercentile, .frequencyEstimation:
      presmoothing == .none && postsmoothing == .none ? 1_500 : 400
    case .composite(let parts): parts.map { advisedSample(for: $0.method) }.max() ?? 0
    }
  }
}
