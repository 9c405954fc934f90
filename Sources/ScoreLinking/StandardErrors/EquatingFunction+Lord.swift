import Scores

extension EquatingFunction {
  /// Lord's (1982) standard errors of equipercentile equating with two groups, in target points.
  ///
  /// They add to the delta-method error the spread inside a source point's own cell, f/(4 n g²),
  /// and are what the textbooks print; ``standardErrors`` is nearer to the bootstrap.
  ///
  /// - Parameter design: The data that the function was estimated from.
  /// - Returns: One error a source point, or `nil` for another method, design, or smoothed data.
  public func lordStandardErrors(_ design: LinkingDesign) -> [Double]? {
    guard case .equivalentGroups(let from, let to) = design, settings.method == .equipercentile,
      settings.presmoothing == .none, settings.postsmoothing == .none
    else { return nil }
    let pair = MarginPair(counts: from, to)
    return LinkEstimate.lordErrors(pair, sourceTotal: from.total)
  }
}

extension LinkEstimate {
  /// Lord's errors of unsmoothed margins of two groups.
  static func lordErrors(_ pair: MarginPair, sourceTotal: Int) -> [Double] {
    let step = Double(pair.to.scale.step)
    let equivalents = Equipercentile.equivalents(from: pair.from, to: pair.to)
    let deltas = equipercentile(pair).standardErrors ?? []
    return equivalents.indices.map { point in
      let slope = equivalents[point].stepsPerShare * step
      let spread = pair.from.shares[point] * slope * slope / (4 * Double(sourceTotal))
      return (deltas[point] * deltas[point] + spread).squareRoot()
    }
  }
}
