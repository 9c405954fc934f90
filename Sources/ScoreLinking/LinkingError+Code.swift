extension LinkingError {
  /// The kind of a ``LinkingError``; an open set, so that a new kind breaks nobody's code.
  public struct Code: ErrorCode {
    /// The stable name that reports and tests use.
    public let rawValue: String

    /// A code of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A table without bands, or a distribution without people.
    public static let empty = Code(rawValue: "empty")
    /// A band whose low end lies above its high end.
    public static let reversed = Code(rawValue: "reversed")
    /// Bands listed neither upward nor downward, or target ranges that run against the source.
    public static let order = Code(rawValue: "order")
    /// Two bands that share more than an end.
    public static let overlap = Code(rawValue: "overlap")
    /// Two bands with scores between them that belong to neither.
    public static let gap = Code(rawValue: "gap")
    /// An interpolated table with two values at one shared end.
    public static let jump = Code(rawValue: "jump")
    /// A band over a single source score where a range is needed.
    public static let zeroWidth = Code(rawValue: "zero-width")
    /// A step table with a band that has a range of values.
    public static let notAStep = Code(rawValue: "not-a-step")
    /// A word that names no known rule, design, method or setting.
    public static let settings = Code(rawValue: "settings")
    /// A score that lies outside the table or scale.
    public static let outside = Code(rawValue: "outside")
    /// A value to which several source scores belong.
    public static let notInvertible = Code(rawValue: "not-invertible")
    /// A number that is beyond what can be computed exactly.
    public static let overflow = Code(rawValue: "overflow")
    /// A score that is no point of its scale.
    public static let offLattice = Code(rawValue: "off-lattice")
    /// A frequency below zero.
    public static let negativeCount = Code(rawValue: "negative-count")
    /// Scores that do not vary where the method divides by their spread.
    public static let zeroVariance = Code(rawValue: "zero-variance")
    /// Fewer people than the method or the office asks for.
    public static let insufficientSample = Code(rawValue: "insufficient-sample")
    /// A smoothing polynomial with as many terms as there are occupied scores, or more.
    public static let degreeTooHigh = Code(rawValue: "degree-too-high")
    /// An iteration that found no answer.
    public static let notConverged = Code(rawValue: "not-converged")
    /// A conversion that would give a better score a lower value.
    public static let notMonotone = Code(rawValue: "not-monotone")
    /// A distribution cut at a floor beside one that is whole.
    public static let truncation = Code(rawValue: "truncation")
    /// Groups that share neither people nor an anchor, so that nothing links their scales.
    public static let unlinkedPopulations = Code(rawValue: "unlinked-populations")
    /// The caller asked the work to stop.
    public static let cancelled = Code(rawValue: "cancelled")

    var sentence: Message { Self.sentences[self] ?? "The scores cannot be linked (\(rawValue))." }

    private static let sentences: [Code: Message] = [
      .empty: "There is nothing to link.",
      .reversed: "The low end of a band lies above its high end.",
      .order: "The bands do not run in one direction.",
      .overlap: "Two bands share scores.",
      .gap: "Scores between two bands belong to neither.",
      .jump: "An interpolated table has two values at a shared end.",
      .zeroWidth: "A band has no width.",
      .notAStep: "A band of a step table has a range of values.",
      .settings: "A setting is unknown or impossible.",
      .outside: "The score lies outside the range.",
      .notInvertible: "Several scores convert to this value, so it cannot be converted back.",
      .overflow: "The numbers are too large to compute exactly.",
      .offLattice: "A score is not a point of its scale.",
      .negativeCount: "A count is below zero.",
      .zeroVariance: "The scores do not vary.",
      .insufficientSample: "There are too few people.",
      .degreeTooHigh: "The smoothing polynomial has too many terms for the data.",
      .notConverged: "The iteration found no answer.",
      .notMonotone: "The conversion would rank a better score lower.",
      .truncation: "One distribution is cut at a floor and the other is not.",
      .unlinkedPopulations: "Nothing links the two groups.",
      .cancelled: "The estimation was cancelled.",
    ]
  }
}
