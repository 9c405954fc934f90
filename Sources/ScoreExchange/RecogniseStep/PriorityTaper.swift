public import Scores

/// How priority points of the scale of 30 count on a scale that ends at M.
///
/// Points p of 30 are p × M / 30 there. From a total of T = 3M/4 on they are multiplied by
/// (M − T) / (M / 4), so that nobody passes the end of the scale. On 30 this is
/// (30 − T) / 7.5 × p, as Circular 08/2022/TT-BGDĐT, article 7, prints it; on other scales the
/// schools that publish figures do the same (HUST begins at 75 of 100, HCMUT gives at most 9.17).
public struct PriorityTaper: Hashable, Sendable {
  /// The end of the scale, M.
  public let maximum: ExactFraction
  /// The total above which points taper, three quarters of M.
  public let threshold: ExactFraction
  /// A quarter of M.
  let quarter: ExactFraction
  private let perPoint: ExactFraction

  /// The taper of a scale that ends at `maximum`, which is above zero.
  ///
  /// - Throws: `ScoreError` with code `overflow`.
  public init(maximum: ExactFraction) throws(ScoreError) {
    self.maximum = maximum
    quarter = try maximum.divided(by: ExactFraction(4, 1))
    threshold = try maximum.subtracting(quarter)
    perPoint = try maximum.divided(by: ExactFraction(30, 1))
  }

  /// Points of 30 on this scale, before the taper.
  ///
  /// - Throws: `ScoreError` with code `overflow`.
  public func full(_ points: Score) throws(ScoreError) -> ExactFraction {
    try ExactFraction(points).multiplied(by: perPoint)
  }

  /// What a total leaves of points.
  ///
  /// - Parameters:
  ///   - full: Points on this scale, as ``full(_:)`` gives them; not negative.
  ///   - total: The total with bonus points, on this scale.
  /// - Returns: The exact points; zero from the end of the scale on.
  /// - Throws: `ScoreError` with code `overflow`.
  public func tapered(
    _ full: ExactFraction, total: ExactFraction
  ) throws(ScoreError) -> ExactFraction {
    guard threshold < total else { return full }
    guard total < maximum else { return .zero }
    return try maximum.subtracting(total).divided(by: quarter).multiplied(by: full)
  }
}
