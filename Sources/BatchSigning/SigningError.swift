// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why something could not be signed, or why something signed was refused.
///
/// Two errors are equal if their codes are; the rest is for people.
public struct SigningError: Error, Sendable, MessageConvertible {
  /// The stable reason.
  public let code: Code
  /// What it is about: a file, a school, a certificate. Never a person's data.
  public let subject: String
  /// What was found there, and what was expected.
  public let detail: Message

  /// An error about `subject`.
  ///
  /// - Parameters:
  ///   - code: The stable reason.
  ///   - subject: A file name, a school's code or a certificate; may be empty.
  ///   - detail: What was found; may be empty.
  public init(_ code: Code, _ subject: String = "", _ detail: Message = "") {
    self.code = code
    self.subject = subject
    self.detail = detail
  }

  /// One sentence: the subject, what is wrong, and the detail.
  public var message: Message {
    var text: Message = subject.isEmpty ? "" : "\(subject): "
    text += "\(code.explanation)"
    if !detail.isEmpty { text += " (\(detail))" }
    // Names in what is refused are a stranger's.
    return text.printable
  }
}

extension SigningError: Equatable {
  /// Whether both have one code.
  public static func == (left: SigningError, right: SigningError) -> Bool {
    left.code == right.code
  }
}
