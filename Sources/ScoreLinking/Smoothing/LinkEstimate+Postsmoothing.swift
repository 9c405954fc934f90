import Parallel
import Scores

extension LinkEstimate {
  /// The mean of the smoothed function and of the inverse of the smoothed way back, which makes
  /// the result symmetric.
  ///
  /// No analytic standard error is known for it; the bootstrap gives one.
  static func postsmoothed(
    _ pair: MarginPair, reverse: MarginPair, totals: (Int, Int), bound: Double
  ) throws(LinkingError) -> LinkEstimate {
    let there = try smoothed(pair, sourceTotal: totals.0, bound: bound)
    let back = try smoothed(reverse, sourceTotal: totals.1, bound: bound)
    let scale = pair.to.scale
    let rough = equipercentile(pair)
    return LinkEstimate(
      values: pair.from.shares.indices.map { point in
        let place = Double(point)
        return scale.points(at: (there.value(at: place) + back.place(of: place)) / 2)
      }, standardErrors: nil, isUnsupported: rough.isUnsupported)
  }

  private static func smoothed(
    _ pair: MarginPair, sourceTotal: Int, bound: Double
  ) throws(LinkingError) -> PostsmoothedFunction {
    let equivalents = Equipercentile.equivalents(from: pair.from, to: pair.to)
    let step = Double(pair.to.scale.step)
    var errors = equipercentile(pair).standardErrors ?? []
    if case .independentCounts = pair.uncertainty {
      errors = lordErrors(pair, sourceTotal: sourceTotal)
    }
    return try PostsmoothedFunction(
      values: equivalents.map(\.place), errors: errors.map { $0 / step },
      ranks: zip(pair.from.under, pair.from.shares).map { 100 * ($0 + $1 / 2) },
      targetCount: pair.to.shares.count, bound: bound)
  }
}
