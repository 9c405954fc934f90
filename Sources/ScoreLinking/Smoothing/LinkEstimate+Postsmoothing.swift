import Parallel
import Scores

extension LinkEstimate {
  /// The mean of the smoothed function and of the inverse of the smoothed way back, which makes
  /// the result symmetric.
  ///
  /// Both splines are linear in the equivalents they smooth, and so the error follows from those
  /// of the shares; the spread that the splines allow and their stiffness count as given, as
  /// usual for linear smoothers. Without a plan no errors are computed.
  static func postsmoothed(
    _ pair: MarginPair, reverse: MarginPair, totals: (Int, Int), bound: Double, plan: WorkPlan?
  ) throws(LinkingError) -> LinkEstimate {
    let equivalents = Equipercentile.equivalents(from: pair.from, to: pair.to)
    let backEquivalents = Equipercentile.equivalents(from: reverse.from, to: reverse.to)
    let rough = equipercentile(pair, equivalents)
    let there = try smoothed(pair, rough, equivalents, sourceTotal: totals.0, bound: bound)
    let back = try smoothed(
      reverse, equipercentile(reverse, backEquivalents), backEquivalents, sourceTotal: totals.1,
      bound: bound)
    let scale = pair.to.scale
    let returns = pair.from.shares.indices.map { back.place(of: Double($0)) }
    let step = Double(scale.step)
    let errors = plan.flatMap { plan in
      pair.standardErrors(plan: plan) { point in
        var source = StaircaseSum(pointCount: pair.from.shares.count)
        var target = StaircaseSum(pointCount: pair.to.shares.count)
        for (offset, weight) in there.weights(at: Double(point)).enumerated() {
          let place = there.start + offset
          let slope = weight * step / 2 * equivalents[place].stepsPerShare
          source.add(Staircase(cell: place, part: 0.5), times: slope)
          target.add(equivalents[place].rank, times: -slope)
        }
        // Where the way back rises, the place that it leads to a point falls.
        let fall = -step / 2 / back.slope(at: returns[point])
        for (offset, weight) in back.weights(at: returns[point]).enumerated() {
          let place = back.start + offset
          let slope = weight * fall * backEquivalents[place].stepsPerShare
          target.add(Staircase(cell: place, part: 0.5), times: slope)
          source.add(backEquivalents[place].rank, times: -slope)
        }
        return Influence(from: source.heights, to: target.heights)
      }
    }
    return LinkEstimate(
      values: pair.from.shares.indices.map { point in
        scale.points(at: (there.value(at: Double(point)) + returns[point]) / 2)
      }, standardErrors: errors, isUnsupported: rough.isUnsupported)
  }

  private static func smoothed(
    _ pair: MarginPair, _ rough: LinkEstimate, _ equivalents: [Equivalent], sourceTotal: Int,
    bound: Double
  ) throws(LinkingError) -> PostsmoothedFunction {
    let step = Double(pair.to.scale.step)
    var errors = rough.standardErrors ?? []
    if case .independentCounts = pair.uncertainty {
      errors = lordErrors(pair, sourceTotal: sourceTotal)
    }
    return try PostsmoothedFunction(
      values: equivalents.map(\.place), errors: errors.map { $0 / step },
      ranks: zip(pair.from.under, pair.from.shares).map { 100 * ($0 + $1 / 2) },
      targetCount: pair.to.shares.count, bound: bound)
  }
}
