// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why a placement could not be set up or carried out.
///
/// Two errors are equal when their codes are. Applicants' identifiers that look like national
/// identifiers are masked in ``description``; ``applicants`` holds them whole for the data files.
public struct PlacementError: Error, Hashable, Sendable, MessageConvertible {
  /// What kind of failure it is; new codes may be added.
  public struct Code: ErrorCode {
    /// The code as a word.
    public let rawValue: String

    /// A code with this word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A word of the tie order is not `tie_N`, `-tie_N` or `wish-rank`.
    public static let tieKey = Code(rawValue: "tie-key")
    /// The word for the rule at the line is not known.
    public static let lineRule = Code(rawValue: "line-rule")
    /// A quota, a lower quota or a number of reserved seats is negative or too large.
    public static let quota = Code(rawValue: "quota")
    /// An index points at no applicant, programme, pool or tie column.
    public static let index = Code(rawValue: "index")
    /// A name that must be unique stands twice.
    public static let duplicate = Code(rawValue: "duplicate")
    /// The columns of a wish table differ in length or number.
    public static let columns = Code(rawValue: "columns")
    /// More applicants, programmes or wishes than the engine can number.
    public static let size = Code(rawValue: "size")
    /// A pool is named that is not defined.
    public static let unknownPool = Code(rawValue: "unknown-pool")
    /// A pool is inside itself.
    public static let poolCycle = Code(rawValue: "pool-cycle")
    /// Pools overlap without one lying inside the other.
    public static let overlappingPools = Code(rawValue: "overlapping-pools")
    /// More seats are reserved than the programme has.
    public static let reserves = Code(rawValue: "reserves")
    /// A programme has reserved seats and stands in a pool.
    public static let reservesInPool = Code(rawValue: "reserves-in-pool")
    /// The rule `cut` met people who are equal at the line.
    public static let tieAtTheLine = Code(rawValue: "tie-at-the-line")
    /// Two algorithms that must agree do not: a fault of the engine, not of the data.
    public static let disagreement = Code(rawValue: "disagreement")
    /// The caller asked the work to stop.
    public static let cancelled = Code(rawValue: "cancelled")
  }

  /// What kind of failure it is.
  public let code: Code
  /// The programme, pool or word concerned; empty when there is none.
  public let subject: Message
  /// A further name or the values expected; empty when there is none.
  public let detail: Message
  /// The applicants concerned, whole and in order of their identifiers.
  public let applicants: [String]

  /// An error with its context.
  package init(
    _ code: Code, subject: Message = "", detail: Message = "", applicants: [String] = []
  ) {
    self.code = code
    self.subject = subject
    self.detail = detail
    self.applicants = applicants
  }

  /// Errors of the same code are equal, whatever their context.
  public static func == (left: PlacementError, right: PlacementError) -> Bool {
    left.code == right.code
  }

  /// Feeds the code to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// One sentence for a person.
  public var message: Message {
    switch code {
    case .tieKey: "unknown tie key '\(subject)': expected tie_1, -tie_1 (and so on) or wish-rank"
    case .lineRule:
      "unknown rule at the line '\(subject)': expected admit-all, reject-all, cut or lottery:SEED"
    case .quota:
      "the \(detail) of \(subject) is not a number of seats from 0 to 2147483647"
    case .index: "\(subject) \(detail) does not exist"
    case .duplicate: "\(detail) \(MaskedIdentifier(subject.description)) stands twice"
    case .columns: "the columns of the wishes do not fit together: \(detail)"
    case .size: "too many \(subject): the limit is 2147483646"
    case .unknownPool: "the pool '\(subject)' is named by \(detail) but not defined"
    case .poolCycle: "the pool '\(subject)' lies inside itself"
    case .overlappingPools:
      "the pools '\(subject)' and '\(detail)' overlap: pools must be disjoint or one inside the other, "
        + "for overlapping common quotas may have no stable placement"
    case .reserves:
      "programme \(subject) reserves more seats than its quota (\(detail))"
    case .reservesInPool:
      "programme \(subject) has reserved seats and shares the pool '\(detail)': choose one of the two"
    case .tieAtTheLine: tieSentence
    case .disagreement:
      "the two algorithms disagree about \(applicants.first.map { "\(MaskedIdentifier($0))" } ?? ""): "
        + "deferred acceptance says \(subject), cutoff iteration says \(detail); nothing is decided"
    case .cancelled: "the placement was cancelled"
    default: "placement failed: \(code.rawValue) \(subject) \(detail)"
    }
  }

  /// The same error, which says of whom it is no more.
  package var withoutNames: PlacementError {
    PlacementError(code, subject: subject, detail: detail)
  }

  private var tieSentence: Message {
    if applicants.isEmpty {
      return
        "programme \(subject) cannot be decided: some applicants are equal at the line and not all have "
        + "a seat (\(detail))"
    }
    let shown = applicants.prefix(20).map { MaskedIdentifier($0).description }
    let rest: Message =
      applicants.count > shown.count ? " and \(applicants.count - shown.count) more" : ""
    return
      "programme \(subject) cannot be decided: \(applicants.count) applicants are equal at the "
      + "line and not all have a seat (\(detail)): \(shown.joined(separator: ", "))\(rest)"
  }
}
