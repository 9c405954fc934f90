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
  /// The standard error of the value at each point of a table of points, on the target scale; nil
  /// where none is known, and empty for bands.
  public let standardErrors: [Double?]

  /// A conversion with its figures.
  public init(_ definition: Conversion, table: Table, standardErrors: [Double?] = []) {
    self.definition = definition
    self.table = table
    self.standardErrors = standardErrors
  }
}
