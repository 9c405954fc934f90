/// What a person decided about one pair of rows.
///
/// Of several decisions about one pair the last counts; earlier ones stay in the history.
public struct LinkDecision: Sendable, Hashable {
  /// The kinds of decision.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The two rows are one person: they are linked whatever the evidence says.
    case same
    /// The two rows are two people: they are never linked.
    case different
    /// Earlier decisions about the pair no longer count.
    case undo
  }

  /// Key of the left row.
  public var left: String
  /// Key of the right row.
  public var right: String
  /// What was decided.
  public var kind: Kind
  /// Who decided.
  public var by: String
  /// When; empty where nothing is said.
  public var on: String
  /// Why, as written.
  public var reason: String

  /// Makes a decision.
  public init(
    left: String, right: String, kind: Kind, by: String = "", on: String = "", reason: String = ""
  ) {
    self.left = left
    self.right = right
    self.kind = kind
    self.by = by
    self.on = on
    self.reason = reason
  }
}
