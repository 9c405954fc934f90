public import RecordLinkage

/// A person who applies to receivers.
public struct Applicant: Hashable, Sendable {
  /// The applicant's number, the same at every school.
  public let id: String
  /// 12 or 9 digits, or empty.
  public let nationalID: String
  /// An old CMND, or empty.
  public let formerID: String
  /// The whole name.
  public let name: String
  /// The birth date, nil where the file has none.
  public let birthDate: CalendarDate?
  /// The sex, nil where the file says nothing.
  public let sex: Sex?
}
