public import Scores

/// What an estimate may be told beside its settings: facts about the data, and what to compare.
public struct EquateOptions: Hashable, Sendable {
  /// Two groups: the score under which people of the first group were left out.
  public var fromFloor: Score?
  /// Two groups: the score under which people of the second group were left out.
  public var toFloor: Score?
  /// The scale of the anchor; nil for the coarsest one that holds every anchor score in the files.
  public var anchorScale: ScoreScale?
  /// The heading of a column that names each row's group, such as a region or a year; each group
  /// is then linked alone and compared with everybody.
  public var groupColumn: String?

  /// Options without any of them.
  public init() {}
}
