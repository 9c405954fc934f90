public import Parallel
import Scores

/// How far a conversion and the one estimated the other way round are from being inverses.
///
/// An equating must be symmetric (Dorans & Holland 2000); regression is not, and rounding a table
/// before turning it round is not either. What is left here comes from straight lines between
/// points.
public struct SymmetryCheck: Hashable, Sendable {
  /// The root of the mean squared distance between a score and its way there and back, over the
  /// people whose value lies on the target scale, in source points.
  public let rootMeanSquare: Double
  /// The greatest such distance at a score that somebody has.
  public let maximum: Double

  /// Estimates the way back and compares.
  ///
  /// - Parameters:
  ///   - function: The conversion.
  ///   - design: The data it was estimated from.
  ///   - plan: How many threads may work.
  /// - Throws: ``LinkingError`` as estimating the way back, with code `outside` when no value lies
  ///   on the target scale.
  public init(
    of function: EquatingFunction, from design: LinkingDesign, plan: WorkPlan = .allCores
  ) throws(LinkingError) {
    var settings = function.settings
    settings.presmoothing = settings.presmoothing.exchanged
    let back = try EquatingFunction(design.reversed, settings, plan: plan)
    let target = function.targetScale
    let (start, step) = (Double(target.minimum), Double(target.step))
    var (sum, people, greatest) = (CompensatedSum(), 0.0, 0.0)
    for (place, count) in design.from.counts.enumerated() where count > 0 {
      let position = (function.values[place] - start) / step
      guard position >= 0, position <= Double(target.pointCount - 1) else { continue }
      let low = min(Int(position), max(0, target.pointCount - 2))
      let high = min(low + 1, target.pointCount - 1)
      let value =
        back.values[low] + (position - Double(low)) * (back.values[high] - back.values[low])
      let difference = value - function.sourceScale.points(at: Double(place))
      sum.add(Double(count) * difference * difference)
      people += Double(count)
      greatest = max(greatest, difference.magnitude)
    }
    if people == 0 { throw LinkingError(.outside, "No value lies on the target scale.") }
    rootMeanSquare = (sum.value / people).squareRoot()
    maximum = greatest
  }
}
