import Scores

/// How far an official band table lies from a conversion estimated from data, in target points.
public struct BandDistance: Hashable, Sendable {
  /// The root of the mean squared difference over the people whose score the table answers.
  public let rootMeanSquare: Double
  /// The greatest difference at a score that somebody has.
  public let maximum: Double
  /// The people whose score the table does not answer.
  public let unansweredCount: Int

  /// Compares a table with a function over the people of a distribution.
  ///
  /// - Parameters:
  ///   - table: The official table.
  ///   - function: The conversion estimated from data.
  ///   - people: The people who weigh the scores, on the function's source scale.
  /// - Throws: ``LinkingError`` with code `settings` when the scales differ, `outside` when the
  ///   table answers nobody, `overflow`.
  public init(
    _ table: BandTable, from function: EquatingFunction, over people: ScoreDistribution
  ) throws(LinkingError) {
    guard people.scale == function.sourceScale else {
      throw LinkingError(.settings, "Both need the same source scale.")
    }
    var (sum, greatest) = (CompensatedSum(), 0.0)
    var answered = 0
    for (place, count) in people.counts.enumerated() where count > 0 {
      let score = people.scale.score(at: place)
      if table.band(containing: score) == nil { continue }
      let difference = Double(try table.convert(score).exact) - function.values[place]
      sum.add(Double(count) * difference * difference)
      greatest = max(greatest, difference.magnitude)
      answered += count
    }
    if answered == 0 { throw LinkingError(.outside, "The table answers nobody's score.") }
    rootMeanSquare = (sum.value / Double(answered)).squareRoot()
    maximum = greatest
    unansweredCount = people.total - answered
  }
}
