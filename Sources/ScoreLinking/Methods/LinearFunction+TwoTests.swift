import Scores

extension LinearFunction {
  /// Moments of source and target when one group or two equivalent ones sat them.
  private static func moments(
    _ design: LinkingDesign
  ) throws(LinkingError) -> (from: DualMoments, to: DualMoments, groups: [GroupMoments]) {
    switch design {
    case .singleGroup(let pairs):
      let group = GroupMoments(pairs)
      let m = group.duals(from: 0)
      return (
        DualMoments(mean: m[0], variance: m[2]), DualMoments(mean: m[1], variance: m[3]), [group]
      )
    case .equivalentGroups(let from, let to):
      let groups = [GroupMoments(from), GroupMoments(to)]
      let (m, k) = (groups[0].duals(from: 0), groups[1].duals(from: GroupMoments.count))
      return (
        DualMoments(mean: m[0], variance: m[2]), DualMoments(mean: k[0], variance: k[2]), groups
      )
    case .anchorTest:
      throw LinkingError(
        .unlinkedPopulations,
        "Groups that differ are linked by a method that uses the anchor.")
    }
  }

  /// y = x.
  static var identity: LinearFunction {
    LinearFunction(value: { Dual($0) }, groups: [])
  }

  /// y = x + (mean of Y − mean of X).
  static func mean(_ design: LinkingDesign) throws(LinkingError) -> LinearFunction {
    let (from, to, groups) = try moments(design)
    return LinearFunction(value: { Dual($0) - from.mean + to.mean }, groups: groups)
  }

  /// The line that gives both scores the same standardised deviate.
  static func linear(_ design: LinkingDesign) throws(LinkingError) -> LinearFunction {
    let (from, to, groups) = try moments(design)
    try requireSpread(from, to)
    return LinearFunction(value: DualMoments.line(from: from, to: to), groups: groups)
  }

  /// The arc through both ends of the scales and the point of the means.
  ///
  /// The simplified form of Livingston and Kim (2009): the straight line between the ends, plus
  /// an arc of a circle that is zero at both ends and right at the mean of the source.
  static func circleArc(_ design: LinkingDesign) throws(LinkingError) -> LinearFunction {
    let (source, target) = (design.from.scale, design.to.scale)
    let (low, high) = (Double(source.minimum), Double(source.maximum))
    let (bottom, top) = (Double(target.minimum), Double(target.maximum))
    let (middle, value, groups) = try middlePoint(design)
    guard middle.value > low, middle.value < high else {
      throw LinkingError(.zeroVariance, "Everybody stands at an end of the scale.")
    }
    let slope = (top - bottom) / (high - low)
    func base(_ score: Dual) -> Dual { Dual(bottom) + slope * (score - Dual(low)) }
    let height = value - base(middle)
    // A flat arc has a centre infinitely far away; the line is its limit.
    if height.value.magnitude < 1e-12 * (top - bottom) {
      return LinearFunction(value: { base(Dual($0)) + arcLimit($0) }, groups: groups)
    }
    func arcLimit(_ score: Double) -> Dual {
      let share = (score - low) * (high - score)
      return share * (height / ((middle - Dual(low)) * (Dual(high) - middle)))
    }
    let centre = Dual((low + high) / 2)
    let run = middle - centre
    let half = Dual((high - low) / 2)
    // The circle through (low, 0), (middle, height) and (high, 0).
    let centreHeight = (run * run + height * height - half * half) / (2 * height)
    let radiusSquare = half * half + centreHeight * centreHeight
    let sign: Double = height.value > 0 ? 1 : -1
    return LinearFunction(
      value: { score in
        if score <= low || score >= high { return base(Dual(score)) }
        let distance = Dual(score) - centre
        let root = sign * (radiusSquare - distance * distance).squareRoot()
        // Of a flat arc both terms of the sum are great and alike; their product is the chord's.
        let arc =
          sign * centreHeight.value < 0
          ? (half * half - distance * distance) / (root - centreHeight) : centreHeight + root
        return base(Dual(score)) + arc
      }, groups: groups)
  }

  /// The means that stand level: of both tests, or of the source and its chained linear value.
  private static func middlePoint(
    _ design: LinkingDesign
  ) throws(LinkingError) -> (from: Dual, to: Dual, groups: [GroupMoments]) {
    guard case .anchorTest(let from, let to, _) = design else {
      let (from, to, groups) = try moments(design)
      return (from.mean, to.mean, groups)
    }
    let (first, second) = (GroupMoments(from), GroupMoments(to))
    let (m, k) = (first.duals(from: 0), second.duals(from: GroupMoments.count))
    guard second.values[3] > 0 else { throw LinkingError(.zeroVariance) }
    return (m[0], k[0] + (k[2] / k[3]).squareRoot() * (m[1] - k[1]), [first, second])
  }

  static func requireSpread(_ moments: DualMoments...) throws(LinkingError) {
    for moment in moments where !(moment.variance.value > 0) {
      throw LinkingError(.zeroVariance)
    }
  }
}
