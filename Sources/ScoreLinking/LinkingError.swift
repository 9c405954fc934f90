// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why a conversion cannot be made or applied.
///
/// Two errors are equal when their codes are. The text names table rows and scores of a scale;
/// it never names a person.
public struct LinkingError: Error, Hashable, Sendable, MessageConvertible {
  /// What happened.
  public let code: Code
  /// The rows of the table that are at fault, in its own order; empty when none is.
  public let rows: [Int]
  /// The figures of this case, as a sentence.
  public let detail: Message

  /// An error of that kind.
  ///
  /// - Parameters:
  ///   - code: What happened.
  ///   - rows: The rows of the table that are at fault.
  ///   - detail: A sentence with the figures of this case.
  public init(code: Code, rows: [Int] = [], detail: Message = "") {
    self.code = code
    self.rows = rows
    self.detail = detail
  }

  init(_ code: Code, rows: [Int] = [], _ detail: Message = "") {
    self.init(code: code, rows: rows, detail: detail)
  }

  /// Whether both errors are of the same kind.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  /// Feeds the code, which alone decides equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Whole sentences for a person.
  public var message: Message {
    var text: Message = "\(code.sentence)"
    if rows.count == 1 { text += " Row \(rows[0])." }
    if rows.count > 1 {
      text += " Rows \(rows.map(String.init).joined(separator: ", "))."
    }
    return detail.isEmpty ? text : text + " \(detail)"
  }
}
