public import Scores

/// An official conversion: bands of one scale and the range of another that each stands for.
///
/// Inside a band an interpolated table follows the chord, y = c + (x − a)(d − c)/(b − a), the form
/// that the Vietnamese universities print; a step table gives one value for the whole band. All
/// arithmetic is exact.
///
/// **Ends.** Only an end that two bands share needs a rule (``EdgeRule``); every other end belongs
/// to its band, so the lowest and the highest score of a table always do.
///
/// **Gaps.** An interpolated table may have none. A step table may, for offices print `50–51`,
/// `52–53` while scores have decimals. A score between two bands is then cut down to the digits
/// the table is printed with, as a reader of the table would do: 51.75 counts as 51, and 74.20
/// between the bands `72–73` and `75–76` counts as 74, which the table does not answer.
public struct BandTable: Hashable, Sendable {
  /// One row: the scores from `fromLow` to `fromHigh` become `toLow` to `toHigh`.
  public struct Band: Hashable, Sendable {
    /// The lowest source score.
    public let fromLow: Score
    /// The highest source score.
    public let fromHigh: Score
    /// The value of the lowest source score.
    public let toLow: Score
    /// The value of the highest source score.
    public let toHigh: Score
    /// The row of the table as people count it, for messages and traces.
    public let row: Int

    /// A band from four scores.
    ///
    /// - Parameters:
    ///   - fromLow: The lowest source score.
    ///   - fromHigh: The highest source score.
    ///   - toLow: The value of the lowest source score.
    ///   - toHigh: The value of the highest source score; equal to `toLow` in a step table.
    ///   - row: The row of the table as people count it.
    public init(fromLow: Score, fromHigh: Score, toLow: Score, toHigh: Score, row: Int) {
      self.fromLow = fromLow
      self.fromHigh = fromHigh
      self.toLow = toLow
      self.toHigh = toHigh
      self.row = row
    }
  }

  /// Which of two bands a score belongs to that is an end of both.
  public enum EdgeRule: String, Hashable, Sendable, CaseIterable {
    /// a ≤ x < b: the upper band. Words: `left-closed`.
    case leftClosed = "left-closed"
    /// a < x ≤ b: the lower band. Words: `right-closed`.
    case rightClosed = "right-closed"

    /// The rule of these words, `left-closed` or `right-closed`.
    ///
    /// - Throws: ``LinkingError`` with code `settings`.
    public init(parsing words: String) throws(LinkingError) {
      guard let rule = EdgeRule(rawValue: words) else {
        throw LinkingError(.settings, "Edges are `left-closed` or `right-closed`.")
      }
      self = rule
    }
  }

  /// The bands, lowest source score first, whatever the order they were listed in.
  public let bands: [Band]
  /// Which band a shared end belongs to.
  public let edges: EdgeRule
  /// Whether values inside a band lie on the chord; otherwise the table is one of steps.
  public let isInterpolated: Bool
  /// The finest digit in which the source scores are printed, as a score.
  let printedUnit: Score

  /// A table from its rows, which must be consistent.
  ///
  /// - Parameters:
  ///   - bands: The rows, in any order.
  ///   - edges: Which band a shared end belongs to.
  ///   - isInterpolated: Whether values inside a band lie on the chord.
  /// - Throws: ``LinkingError`` that names the rows, with code `empty`, `reversed`, `zero-width`,
  ///   `order`, `overlap`, `gap`, `jump` or `not-a-step`.
  public init(bands: [Band], edges: EdgeRule, isInterpolated: Bool) throws(LinkingError) {
    self.bands = try Self.validated(bands, isInterpolated: isInterpolated)
    self.edges = edges
    self.isInterpolated = isInterpolated
    let decimals = bands.reduce(0) {
      max($0, $1.fromLow.fractionDigitCount, $1.fromHigh.fractionDigitCount)
    }
    var unit: Int64 = 1_000_000_000
    for _ in 0..<decimals { unit /= 10 }
    self.printedUnit = Score(billionths: unit)
  }

  /// The scores that the table converts, from its lowest to its highest end.
  public var sourceRange: ClosedRange<Score> {
    bands[0].fromLow...bands[bands.count - 1].fromHigh
  }

  /// The values that the table gives, from its lowest to its highest.
  public var targetRange: ClosedRange<Score> {
    bands[0].toLow...bands[bands.count - 1].toHigh
  }
}
