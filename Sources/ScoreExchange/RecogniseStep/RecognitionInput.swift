public import Scores

/// What a receiver's file says of an applicant, beyond who it is.
public struct ApplicantAttributes: Hashable, Sendable {
  /// The region; nil where none is given.
  public var region: PriorityRegion?
  /// The claims for a policy group.
  public var claims: [PriorityClaim]
  /// The year of leaving school; nil where none is given.
  public var graduationYear: Int?
  /// Bonus points on the receiver's scale, before any cap.
  public var bonus: Score
  /// The columns that weighted scores need, by name.
  public var components: [String: Score]

  /// The attributes of an applicant; by default none.
  public init(
    region: PriorityRegion? = nil, claims: [PriorityClaim] = [], graduationYear: Int? = nil,
    bonus: Score = .zero, components: [String: Score] = [:]
  ) {
    self.region = region
    self.claims = claims
    self.graduationYear = graduationYear
    self.bonus = bonus
    self.components = components
  }
}

/// A result that a link gives to an applicant.
public struct LinkedResult: Hashable, Sendable {
  /// The code of the school that vouches for it.
  public let issuer: String
  /// The code of the assessment.
  public let assessment: String
  /// The name of the sitting.
  public let sitting: String
  /// The day of the sitting.
  public let sittingDate: CalendarDate
  /// The number under which the person sat.
  public let candidateNumber: String
  /// The scores of the parts in the order of the assessment; nil where none is given.
  public let parts: [Score?]
  /// The total; nil when the result has none.
  public let total: Score?
  /// Why there is no score, such as `absent` or `withheld`; empty when there is one.
  public let status: String

  /// A result.
  public init(
    issuer: String, assessment: String, sitting: String, sittingDate: CalendarDate,
    candidateNumber: String, parts: [Score?] = [], total: Score?, status: String = ""
  ) {
    self.issuer = issuer
    self.assessment = assessment
    self.sitting = sitting
    self.sittingDate = sittingDate
    self.candidateNumber = candidateNumber
    self.parts = parts
    self.total = total
    self.status = status
  }
}
