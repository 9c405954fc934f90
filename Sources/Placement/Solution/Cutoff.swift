/// Where the line runs at one programme.
public struct Cutoff: Hashable, Sendable {
  /// Whether the line turned anybody away.
  public enum Binding: String, Hashable, Sendable, CaseIterable {
    /// Somebody eligible was turned away.
    case yes
    /// Nobody eligible was turned away.
    case no
    /// Somebody eligible was turned away and nobody admitted.
    case closed
  }

  /// Index of the programme.
  public let programme: Int
  /// Its seats as they are stated, without those added for people settled beforehand.
  public let quota: Int
  /// Wishes for it, void ones included.
  public let wishes: Int
  /// People placed there.
  public internal(set) var admitted = 0
  /// The lowest admitted score; `nil` when nobody was admitted.
  public internal(set) var score: Int64?
  /// Tie values of the last one admitted, in the tie order (a rank for `wish-rank`). The line is
  /// read key by key: the first one that differs decides.
  public internal(set) var keys: [Int128] = []
  /// How many of the admitted stand at the line: those with its score, where the tie keys decide
  /// those who are also equal to the last one in them, lots aside.
  public internal(set) var atCutoff = 0
  /// The best score of an eligible person who was turned away and has no higher wish.
  public internal(set) var nextBelow: Int64?
  /// How many of the admitted have it as their first wish (rank 1).
  public internal(set) var firstWish = 0
  /// How many people short of the lower quota the programme is; 0 when it has none.
  public internal(set) var missing = 0

  /// Whether the line turned anybody away.
  public var binding: Binding {
    if nextBelow == nil { return .no }
    return admitted == 0 ? .closed : .yes
  }

  /// Whether somebody with the cutoff's score was turned away, so that the tie keys or the rule at
  /// the line decided.
  public var isDecidedByKeys: Bool { score != nil && nextBelow == score }
}
