/// Why a step of the exchange could not be done.
///
/// Problems of single rows are not errors: they are rejects, and the run goes on. An error means that
/// the step has no result.
public struct ExchangeError: Error, Hashable, Sendable, MessageConvertible {
  /// What kind of failure this is; each kind has an exit status of its own in the tool.
  public struct Code: ErrorCode {
    /// The stable word of this code.
    public let rawValue: String

    /// A code by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The request itself makes no sense.
    public static let usage = Code(rawValue: "usage")
    /// An input is there and cannot be used as it is.
    public static let badInput = Code(rawValue: "bad-input")
    /// An input is not there or may not be read.
    public static let inputMissing = Code(rawValue: "input-missing")
    /// An output cannot be made.
    public static let outputImpossible = Code(rawValue: "output-impossible")
    /// Reading or writing failed half way.
    public static let inputOutput = Code(rawValue: "input-output")
    /// A key, a certificate or the calendar forbids it.
    public static let notPermitted = Code(rawValue: "not-permitted")
    /// Two independent computations of one result differ, so none of them is used.
    public static let unproved = Code(rawValue: "unproved")
    /// The caller asked to stop.
    public static let cancelled = Code(rawValue: "cancelled")
  }

  /// The kind of failure.
  public let code: Code
  /// The file concerned, as the exchange file names it; nil where none is.
  public let file: String?
  /// The line in that file, 1 for the first; nil where none is known.
  public let line: Int?
  /// What is wrong and what to do, in one line.
  public let reason: Message

  /// An error of a kind, at a place.
  public init(_ code: Code, file: String? = nil, line: Int? = nil, _ reason: Message) {
    self.code = code
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// One line: `file:line: reason`.
  public var message: Message {
    switch (file, line) {
    case (let file?, let line?): "\(file):\(line): \(reason)"
    case (let file?, nil): "\(file): \(reason)"
    default: reason
    }
  }
}
