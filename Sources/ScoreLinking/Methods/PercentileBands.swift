import Scores

/// The ministry's procedure: scores with the same percentile rank at a few top percents, and
/// straight lines between those knots and the ends of the scales.
struct PercentileBands {
  /// One top percent with the place that it has on both scales, in steps.
  struct Knot {
    var share: Double
    var from: Equivalent
    var to: Equivalent
  }

  let pair: MarginPair
  /// From the lowest percentile rank to the highest.
  let knots: [Knot]

  init(_ pair: MarginPair, topPercents: [Double]) throws(LinkingError) {
    let percents = topPercents.sorted(by: >)
    guard !percents.isEmpty, percents.allSatisfy({ $0 > 0 && $0 < 100 }),
      zip(percents, percents.dropFirst()).allSatisfy({ $0 > $1 })
    else {
      throw LinkingError(.settings, "Top percents lie between 0 and 100, each named once.")
    }
    self.pair = pair
    let (from, to) = (Self.places(percents, on: pair.from), Self.places(percents, on: pair.to))
    knots = percents.indices.map {
      Knot(share: 1 - percents[$0] / 100, from: from[$0], to: to[$0])
    }
    try check(percents)
  }

  private static func places(_ percents: [Double], on margin: Margin) -> [Equivalent] {
    if let observed = margin.observed {
      var search = EquivalentSearch<Int128>(observed)
      // Percents are read to a millionth, so that 0.5 is a half and not a binary neighbour.
      return percents.map { percent in
        search.next(100_000_000 - Int128((percent * 1e6).rounded()), over: 100_000_000)
      }
    }
    return Equipercentile.smooth(
      under: percents.map { 1 - $0 / 100 }, over: percents.map { $0 / 100 }, to: margin)
  }

  private func check(_ percents: [Double]) throws(LinkingError) {
    let last = Double(pair.from.shares.count - 1)
    var previous = 0.0
    for (knot, percent) in zip(knots, percents) {
      guard knot.from.place > previous, knot.from.place < last else {
        throw LinkingError(
          .zeroWidth, "The top \(percent) % begin at no score of their own; name fewer percents.")
      }
      previous = knot.from.place
    }
  }

  /// The value at every source point, with the error that the knots bring with them.
  func estimate() -> LinkEstimate {
    let (source, target) = (pair.from.scale, pair.to.scale)
    let lastTarget = Double(target.pointCount - 1)
    let from = [0] + knots.map(\.from.place) + [Double(source.pointCount - 1)]
    let to = [0] + knots.map { min(lastTarget, max(0, $0.to.place)) } + [lastTarget]
    let covariance = pair.uncertainty.covariance(
      from: pair.from, knots.map { $0.from.rank },
      to: pair.to, knots.map { $0.to.rank })
    var (values, errors): ([Double], [Double]) = ([], [])
    var gradients: [[Double]] = []
    var band = 0
    for point in 0..<source.pointCount {
      while band + 2 < from.count, Double(point) > from[band + 1] { band += 1 }
      let (width, height) = (from[band + 1] - from[band], to[band + 1] - to[band])
      let share = (Double(point) - from[band]) / width
      values.append(target.points(at: to[band] + share * height))
      // A knot's error moves its place on the source back and that on the target forward.
      var gradient = [Double](repeating: 0, count: 2 * knots.count)
      for (end, weight) in [(band - 1, 1 - share), (band, share)] where knots.indices ~= end {
        gradient[end] = height / width * weight * knots[end].from.stepsPerShare
        let isInside = (0...lastTarget).contains(knots[end].to.place)
        gradient[knots.count + end] = isInside ? -weight * knots[end].to.stepsPerShare : 0
      }
      gradients.append(gradient)
      errors.append(covariance.quadraticForm(gradient).squareRoot() * Double(target.step))
    }
    return LinkEstimate(
      values: values, standardErrors: errors,
      isUnsupported: [Bool](repeating: false, count: values.count),
      influence: { [gradients] in influence(gradients[$0].map { $0 * Double(target.step) }) })
  }

  /// What each person does to a value that depends on the shares under the knots.
  private func influence(_ gradient: [Double]) -> Influence {
    var source = StaircaseSum(pointCount: pair.from.shares.count)
    var goal = StaircaseSum(pointCount: pair.to.shares.count)
    for (place, knot) in knots.enumerated() {
      source.add(knot.from.rank, times: gradient[place])
      goal.add(
        knot.to.rank, times: gradient[knots.count + place])
    }
    return Influence(from: source.heights, to: goal.heights)
  }
}
