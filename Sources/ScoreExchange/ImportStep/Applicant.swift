package import RecordLinkage

/// A person who applies to receivers.
package struct Applicant: Hashable, Sendable {
  /// The applicant's number, the same at every school.
  package let id: String
  /// 12 or 9 digits, or empty.
  package let nationalID: String
  /// An old CMND, or empty.
  package let formerID: String
  /// The whole name.
  package let name: String
  /// The birth date, nil where the file has none.
  package let birthDate: CalendarDate?
  /// The sex, nil where the file says nothing.
  package let sex: Sex?
}
