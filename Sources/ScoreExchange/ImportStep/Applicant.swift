public import RecordLinkage
public import Scores

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

/// What an applicant brings to one receiver.
public struct Application: Hashable, Sendable {
  /// Index of the applicant.
  public let applicant: Int
  /// The receiver; nil when the file holds people who apply to any school.
  public let school: School?
  /// The region by high school; nil for none.
  public let region: PriorityRegion?
  /// Priority groups or object codes.
  public let claims: [PriorityClaim]
  /// The year of graduation; nil where the file says nothing.
  public let graduationYear: Int?
  /// Bonus points on the receiver's scale.
  public let bonus: Score
  /// Values of `tie_1`, `tie_2` … ; nil where a cell is empty.
  public let ties: [TieValue?]
  /// Scores of the columns that composite rules ask for.
  public let components: [String: Score]
}

/// All applicants of an exchange.
package struct ApplicantTable: Sendable {
  /// The people, by id in byte order.
  package var applicants: [Applicant] = []
  /// What they bring to each school, by applicant, then in the order of the exchange file.
  package var applications: [Application] = []
  /// Each applicant's place in ``applicants`` by the id.
  package var index = TextIndex()
  /// How many tie columns the files have.
  package var tieCount = 0
}
