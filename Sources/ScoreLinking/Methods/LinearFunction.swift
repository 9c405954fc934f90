/// A straight line, or an arc over one, whose coefficients are functions of sample moments.
struct LinearFunction {
  /// The value at a source score in points.
  let value: (Double) -> Dual
  /// The groups whose moments the value depends on, in the order of their statistics.
  let groups: [GroupMoments]

  /// The value and its standard error, both in points of the target scale.
  func evaluate(at score: Double) -> (value: Double, standardError: Double) {
    let result = value(score)
    var variance = 0.0
    for (place, group) in groups.enumerated() {
      variance += group.variance(of: result.gradient, from: place * GroupMoments.count)
    }
    return (result.value, variance.squareRoot())
  }
}

/// The mean and spread of one score in the population for which a line is fitted.
struct DualMoments {
  var mean: Dual
  var variance: Dual

  /// The line that gives both scores the same standardised deviate.
  static func line(from: DualMoments, to: DualMoments) -> (Double) -> Dual {
    let slope = (to.variance / from.variance).squareRoot()
    return { to.mean + slope * (Dual($0) - from.mean) }
  }
}
