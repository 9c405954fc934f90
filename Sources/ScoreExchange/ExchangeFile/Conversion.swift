public import ScoreLinking
public import Scores

/// A rule from the scale of an assessment to another scale, as the exchange file states it.
public struct Conversion: Hashable, Sendable {
  /// Where the figures come from.
  public enum Source: Hashable, Sendable {
    /// A published table of bands.
    case bands(BandSource)
    /// An equating function estimated from data.
    case equate(EquateSettings)
  }

  /// A table of bands and how to read it.
  public struct BandSource: Hashable, Sendable {
    /// The table, with the columns from_low, from_high, to_low, to_high.
    public let table: TableSource
    /// Which ends belong; where the file says nothing, the high ends.
    public let edges: BandTable.EdgeRule
    /// Whether scores inside a band are interpolated; otherwise the band has one value.
    public let isInterpolated: Bool

    /// A table of bands.
    public init(table: TableSource, edges: BandTable.EdgeRule, isInterpolated: Bool) {
      self.table = table
      self.edges = edges
      self.isInterpolated = isInterpolated
    }
  }

  /// The name that recognition rules use.
  public let name: String
  /// The code of the assessment that is converted.
  public let from: String
  /// The name of the target scale, such as `THPT`.
  public let targetName: String
  /// The target scale.
  public let target: ScoreScale
  /// Where the figures come from.
  public let source: Source
  /// How a converted score is rounded.
  public let rounding: RoundingRule
  /// The line of the exchange file on which the conversion stands.
  public let line: Int

  /// A conversion; nothing is checked.
  public init(
    name: String, from: String, targetName: String, target: ScoreScale, source: Source,
    rounding: RoundingRule, line: Int
  ) {
    self.name = name
    self.from = from
    self.targetName = targetName
    self.target = target
    self.source = source
    self.rounding = rounding
    self.line = line
  }
}
