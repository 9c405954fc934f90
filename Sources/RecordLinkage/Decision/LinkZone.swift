/// What is done with a pair.
public enum LinkZone: String, Sendable, Hashable, CaseIterable {
  /// Linked without a person looking at it, or by a person's decision.
  case auto
  /// Only a person may decide.
  case review
}
