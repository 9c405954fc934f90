/// The lattice on which an assessment reports: every score from a minimum to a maximum by a step.
///
/// A TSA total stands on 0...100 by 0.01 and so has 10 001 points.
public struct ScoreScale: Hashable, Sendable {
  /// The lowest score.
  public let minimum: Score
  /// The highest score.
  public let maximum: Score
  /// The distance between neighbouring scores; more than zero.
  public let step: Score
  /// How many scores the scale has; at least 1.
  public let pointCount: Int

  /// The most points a scale may have; tables are as long as their scale.
  public static let greatestPointCount = 10_000_000

  /// A scale from `minimum` to `maximum` by `step`, all in points.
  ///
  /// - Throws: ``ScoreError`` with code `scale` when the step is not above zero, the maximum lies
  ///   under the minimum or off the lattice, or there are more than ``greatestPointCount`` points.
  public init(minimum: Score, maximum: Score, step: Score) throws(ScoreError) {
    let (width, overflow) = maximum.billionths.subtractingReportingOverflow(minimum.billionths)
    if overflow { throw ScoreError(.scale, "The range is too wide.") }
    if step.billionths <= 0 { throw ScoreError(.scale, "The step must be above zero.") }
    if width < 0 { throw ScoreError(.scale, "The maximum lies under the minimum.") }
    if !width.isMultiple(of: step.billionths) {
      throw ScoreError(.scale, "The maximum is not a whole number of steps above the minimum.")
    }
    let stepCount = width / step.billionths
    if stepCount >= Self.greatestPointCount {
      throw ScoreError(.scale, "There are more than \(Self.greatestPointCount) points.")
    }
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.pointCount = Int(stepCount) + 1
  }

  /// The place of a score on the scale, 0 for the minimum.
  ///
  /// - Returns: `nil` for a score outside the range or between two points.
  @inlinable
  public func index(of score: Score) -> Int? {
    if score < minimum || score > maximum { return nil }
    // Within the range the difference fits, for the whole width does.
    let distance = score.billionths - minimum.billionths
    let (index, rest) = distance.quotientAndRemainder(dividingBy: step.billionths)
    return rest == 0 ? Int(index) : nil
  }

  /// The score at a place; places outside the scale give its nearest end.
  ///
  /// - Parameter index: 0 for the minimum to ``pointCount`` − 1 for the maximum.
  /// - Returns: The score at that place.
  @inlinable
  public func score(at index: Int) -> Score {
    let place = Int64(min(max(0, index), pointCount - 1))
    return Score(billionths: minimum.billionths + place * step.billionths)
  }

  /// Whether the score is from minimum to maximum, on the lattice or not.
  @inlinable
  public func contains(_ score: Score) -> Bool {
    minimum <= score && score <= maximum
  }

  /// Whether the score is one of the scale's points.
  @inlinable
  public func isOnLattice(_ score: Score) -> Bool {
    index(of: score) != nil
  }

  /// Digits after the point that show every score of the scale exactly: 0...9.
  public var decimals: Int {
    max(minimum.fractionDigitCount, maximum.fractionDigitCount, step.fractionDigitCount)
  }
}
