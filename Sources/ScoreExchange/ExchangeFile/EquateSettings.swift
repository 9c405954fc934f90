public import Scores

/// How an equating function is estimated: data, design and method, in the words of `equate`.
public struct EquateSettings: Hashable, Sendable {
  /// The data of a design.
  public enum Data: Hashable, Sendable {
    /// Both scores of the same people.
    case singleGroup(pairs: TableSource)
    /// The frequencies of two random groups of one population.
    case equivalentGroups(from: TableSource, to: TableSource)
    /// The frequencies of two groups with an anchor that is, or is not, a part of the scores.
    case anchor(from: TableSource, to: TableSource, isInternal: Bool)
  }

  /// The words of the design, such as `single-group`.
  public let design: String
  /// The data.
  public let data: Data
  /// The word of the method, such as `equipercentile`.
  public let method: String
  /// The weight of the first population in the synthetic one; nil for the method's default.
  public let weight: Score?
  /// Presmoothing in the words given; nil for none.
  public let presmoothing: String?
  /// Postsmoothing in the words given; nil for none.
  public let postsmoothing: String?
  /// The kernel's bandwidth in the words given; nil for the default.
  public let bandwidth: String?
  /// The top percents at which the method `bands` puts its knots; empty for the default.
  public let topPercents: [Score]
  /// The fewest people with whom a function is estimated; nil for the method's default.
  public let minimumSample: Int?
  /// Facts about the data, and what to compare.
  public let options: EquateOptions

  static let designs = ["single-group", "equivalent-groups", "anchor"]
}
