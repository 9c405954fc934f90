/// Why an input row could not be used, as one stable word.
public struct RejectReason: RawRepresentable, Hashable, Sendable, Encodable,
  CustomStringConvertible
{
  /// The word that stands in the column `reason`.
  public let rawValue: String

  /// A reason by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The word that stands in the column `reason`.
  public var description: String { rawValue }

  /// The row has another number of fields than the heading.
  public static let columns = RejectReason(rawValue: "columns")
  /// Bytes that the file's encoding does not have.
  public static let encoding = RejectReason(rawValue: "encoding")
  /// A cell that must be filled is empty.
  public static let missing = RejectReason(rawValue: "missing")
  /// A cell that must hold a number does not.
  public static let number = RejectReason(rawValue: "number")
  /// A score that is not a multiple of the scale's step.
  public static let lattice = RejectReason(rawValue: "lattice")
  /// A total outside its scale.
  public static let range = RejectReason(rawValue: "range")
  /// A part below zero or above its maximum.
  public static let partRange = RejectReason(rawValue: "part_range")
  /// Parts that do not add up to the total.
  public static let sum = RejectReason(rawValue: "sum")
  /// A cell that must hold a day of the calendar does not.
  public static let date = RejectReason(rawValue: "date")
  /// A sitting that the assessment did not have.
  public static let sitting = RejectReason(rawValue: "sitting")
  /// A national identifier that is not 9 or 12 digits.
  public static let nationalID = RejectReason(rawValue: "national_id")
  /// The number contradicts the birth year or the sex. A warning: the row is kept.
  public static let identity = RejectReason(rawValue: "identity")
  /// A number whose lost leading zeros were put back. A warning: the row is kept.
  public static let repaired = RejectReason(rawValue: "repaired")
  /// The same key with different content.
  public static let duplicate = RejectReason(rawValue: "duplicate")
  /// The same row once more.
  public static let repeated = RejectReason(rawValue: "repeated")
  /// Control characters, a cell that a spreadsheet would run, or characters no name has.
  public static let text = RejectReason(rawValue: "text")
  /// A cell of a workbook that shows an error, or a formula whose value was never stored.
  public static let cellError = RejectReason(rawValue: "cell_error")
  /// An unknown status word, or one that contradicts the scores.
  public static let status = RejectReason(rawValue: "status")
  /// A school, an assessment, a programme or an applicant that is not known.
  public static let unknown = RejectReason(rawValue: "unknown")
  /// A word that the column does not allow.
  public static let value = RejectReason(rawValue: "value")
  /// A rank that one applicant uses for two wishes.
  public static let rank = RejectReason(rawValue: "rank")
}
