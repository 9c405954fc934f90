/// What a linkage found.
public struct LinkageResult: Sendable, Hashable {
  /// Links and pairs for review, in the order of the bytes of (left key, right key).
  public let links: [PersonLink]
  /// Number of automatic links.
  public let autoCount: Int
  /// Number of pairs in review.
  public let reviewCount: Int
  /// Right rows that have neither a link nor a pair in review.
  public let noneCount: Int
  /// Pairs that were compared field by field; what cannot reach the review is told before.
  public let comparedPairs: Int
  /// Blocks that were too large to be compared, by pass; empty when nothing was left out.
  public let capped: [CappedPass]
  /// Decisions that name a row of neither table, by their position.
  public let unmatchedDecisions: [Int]
  /// The model by which pairs were weighed.
  public let model: LinkageModel
  /// Fields of which the tables told too little to train them, where training was wanted.
  public let untrainedFields: [String]
  /// One pair of each zone and rule with its waterfall: the first of ``links``, in their order.
  public let examples: [LinkExample]
}

/// A pair as an example of how pairs like it are decided.
public struct LinkExample: Sendable, Hashable {
  /// What was decided.
  public let link: PersonLink
  /// What each field added; it holds no personal value.
  public let waterfall: ExplainedPair
}
