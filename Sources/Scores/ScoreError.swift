// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why a text, a scale or a calculation gives no score.
///
/// Two errors are equal when their codes are. The text never repeats the input: a cell may hold
/// a person's data.
public struct ScoreError: Error, Hashable, Sendable, MessageConvertible {
  /// The kind of a ``ScoreError``; an open set, so that a new kind breaks nobody's code.
  public struct Code: ErrorCode {
    /// The stable name that reports and tests use.
    public let rawValue: String

    /// A code of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text has no characters.
    public static let empty = Code(rawValue: "empty")
    /// A character that no plain decimal has, or a digit that is missing.
    public static let syntax = Code(rawValue: "syntax")
    /// A number such as `1.2E+11`, which a spreadsheet wrote and which has lost digits.
    public static let scientificNotation = Code(rawValue: "scientific-notation")
    /// More than nine significant digits after the decimal sign.
    public static let precision = Code(rawValue: "precision")
    /// A value outside what a score or a fraction can hold.
    public static let overflow = Code(rawValue: "overflow")
    /// A fraction with denominator zero.
    public static let divisionByZero = Code(rawValue: "division-by-zero")
    /// A scale whose minimum, maximum and step do not fit together.
    public static let scale = Code(rawValue: "scale")
    /// A rounding rule that is not one of the known words, or has impossible numbers.
    public static let roundingRule = Code(rawValue: "rounding-rule")
  }

  /// What happened.
  public let code: Code
  /// What exactly, when the code leaves it open.
  public let detail: Message

  /// An error of that kind.
  ///
  /// - Parameters:
  ///   - code: What happened.
  ///   - detail: A sentence that narrows it down; it must not repeat personal data.
  public init(code: Code, detail: Message = "") {
    self.code = code
    self.detail = detail
  }

  @usableFromInline
  init(_ code: Code, _ detail: Message = "") {
    self.init(code: code, detail: detail)
  }

  /// Whether both errors are of the same kind.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  /// Feeds the code, which alone decides equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// A whole sentence for a person.
  public var message: Message {
    let sentence: Message =
      switch code {
      case .empty: "The score is empty."
      case .syntax: "The text is not a plain decimal number."
      case .scientificNotation: "The number is in scientific notation, so digits may be lost."
      case .precision: "The number has more than 9 digits after the decimal sign."
      case .overflow: "The number is too large."
      case .divisionByZero: "A division by zero has no result."
      case .scale: "Minimum, maximum and step make no scale."
      case .roundingRule:
        "A rounding rule reads `half-up N`, `half-even N`, `truncate N` or `step S after N`."
      default: "The score cannot be used (\(code.rawValue))."
      }
    return detail.isEmpty ? sentence : "\(sentence) \(detail)"
  }
}
