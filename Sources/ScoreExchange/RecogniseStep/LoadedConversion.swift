public import ScoreLinking
public import Scores

/// A conversion with its figures at hand.
public struct LoadedConversion: Sendable {
  /// The figures.
  public enum Table: Sendable {
    /// A table of bands.
    case bands(BandTable)
    /// A value for each point of the source scale, rounded and as published; nil where the
    /// conversion has none.
    case points(of: ScoreScale, [Score?])
  }

  /// What the exchange file says of it.
  public let definition: Conversion
  /// The figures.
  public let table: Table

  /// A conversion with its figures.
  public init(_ definition: Conversion, table: Table) {
    self.definition = definition
    self.table = table
  }
}
