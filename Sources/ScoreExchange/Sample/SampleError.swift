public import Wording

/// Why a synthetic exchange could not be made.
public struct SampleError: Error, Sendable, Hashable, MessageConvertible {
  /// What kind of failure it is; new codes may be added.
  public struct Code: ErrorCode {
    /// The code as text, for example `results`.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The number of results is out of range.
    public static let results = Code(rawValue: "results")
    /// The number of applicants is out of range.
    public static let applicants = Code(rawValue: "applicants")
    /// The number of wishes is out of range.
    public static let wishes = Code(rawValue: "wishes")
    /// The share of faults is out of range.
    public static let faultRate = Code(rawValue: "fault-rate")
    /// A file or folder could not be made.
    public static let create = Code(rawValue: "create")
    /// A file could not be written.
    public static let write = Code(rawValue: "write")
    /// The caller asked the work to stop.
    public static let cancelled = Code(rawValue: "cancelled")
  }

  /// The kind of failure.
  public let code: Code

  /// The rest of the sentence that begins with the name of the value or file.
  public let detail: Message

  /// A failure of the given kind.
  ///
  /// - Parameters:
  ///   - code: The kind of failure.
  ///   - detail: What is wrong, without personal data.
  public init(_ code: Code, _ detail: Message) {
    self.code = code
    self.detail = detail
  }

  /// One sentence for a person.
  public var message: Message {
    switch code {
    case .results: "The number of results \(detail)."
    case .applicants: "The number of applicants \(detail)."
    case .wishes: "The number of wishes \(detail)."
    case .faultRate: "The share of faults \(detail)."
    case .create: "A file of the sample could not be made: \(detail)."
    case .write: "A file of the sample could not be written: \(detail)."
    case .cancelled: "The making of the sample was cancelled."
    default: "The sample could not be made (\(code.rawValue)): \(detail)."
    }
  }
}
