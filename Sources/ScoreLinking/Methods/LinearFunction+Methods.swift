extension LinearFunction {
  /// The function of a method that is arithmetic on moments; `nil` for another method.
  init?(_ method: LinkingMethod, _ design: LinkingDesign) throws(LinkingError) {
    switch method {
    case .identity: self = .identity
    case .mean: self = try .mean(design)
    case .linear: self = try .linear(design)
    case .circleArc: self = try .circleArc(design)
    case .tucker, .levineObservedScore, .levineTrueScore, .chainedLinear:
      self = try .anchored(method, design)
    case .composite(let parts):
      var functions: [(function: LinearFunction, weight: Double)] = []
      for part in parts {
        guard let function = try LinearFunction(part.method, design) else { return nil }
        functions.append((function, part.weight))
      }
      self = .mean(of: functions)
    case .equipercentile, .kernel, .percentileBands, .chainedEquipercentile,
      .frequencyEstimation:
      return nil
    }
  }

  private static func anchored(
    _ method: LinkingMethod, _ design: LinkingDesign
  ) throws(LinkingError) -> LinearFunction {
    let (from, to, anchor) = try design.anchored(for: method)
    let weight = anchor.firstWeight(from.total, to.total)
    switch method {
    case .tucker: return try .synthetic(from: from, to: to, weight: weight, slope: .tucker)
    case .levineObservedScore:
      return try .synthetic(from: from, to: to, weight: weight, slope: .levine(anchor.kind))
    case .levineTrueScore: return try .levineTrueScore(from: from, to: to, kind: anchor.kind)
    default: return try .chained(from: from, to: to)
    }
  }

  /// The weighted mean of functions of one design, whose statistics therefore have one order.
  private static func mean(
    of functions: [(function: LinearFunction, weight: Double)]
  ) -> LinearFunction {
    let groups = functions.map(\.function.groups).max { $0.count < $1.count } ?? []
    return LinearFunction(
      value: { score in
        functions.reduce(Dual(0)) { $0 + $1.weight * $1.function.value(score) }
      }, groups: groups)
  }
}
