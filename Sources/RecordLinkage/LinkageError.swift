// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why a linkage could not be made.
///
/// Two errors are equal when their codes are; no text holds a personal value.
public struct LinkageError: Error, Sendable, Hashable, MessageConvertible {
  /// What went wrong, as a word that stays the same between versions.
  public struct Code: ErrorCode {
    /// The word.
    public let rawValue: String

    /// Wraps a word; unknown words are kept.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The caller asked the work to stop.
    public static let cancelled = Code(rawValue: "cancelled")
    /// A table holds more rows or text than one linkage can address.
    public static let tooLarge = Code(rawValue: "too-large")
    /// The estimation of the model did not settle.
    public static let notConverged = Code(rawValue: "not-converged")
    /// The data held no pair from which a level could be estimated.
    public static let untrainedLevel = Code(rawValue: "untrained-level")
    /// A stored model cannot be read or is not usable.
    public static let invalidModel = Code(rawValue: "invalid-model")
    /// The two tables do not name the same further fields.
    public static let fieldMismatch = Code(rawValue: "field-mismatch")
  }

  /// What went wrong.
  public let code: Code
  /// A field, a level or a place in a model, for the message; never a personal value.
  public let subject: Message

  init(_ code: Code, subject: Message = "") {
    self.code = code
    self.subject = subject
  }

  /// Whether both errors have the same code.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  /// Hashes the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// One sentence for a person.
  public var message: Message {
    switch code {
    case .cancelled: "The linkage was cancelled."
    case .tooLarge: "The \(subject) is too large for one linkage (2^28 rows, 4 GiB of text)."
    case .notConverged:
      "The estimation of the linkage model did not settle (\(subject)); "
        + "give more rows or a stored model."
    case .untrainedLevel:
      "No pair of records shows the agreement \(subject), so its weight cannot be estimated; "
        + "give more rows or a stored model."
    case .invalidModel: "The linkage model cannot be used: \(subject)."
    case .fieldMismatch: "The two tables do not compare the same further fields (\(subject))."
    default: "The linkage failed (\(code.rawValue))."
    }
  }
}
