public import Scores

/// An examination with a scale and parts, such as TSA, HSA or V-ACT.
public struct Assessment: Hashable, Sendable {
  /// The code that the exchange file gives it.
  public let code: String
  /// The school that vouches for its results.
  public let issuer: School
  /// The scale of the total.
  public let scale: ScoreScale
  /// The parts in the order of the file; their maxima add up to the scale's. Empty when the
  /// assessment is reported as a total only.
  public let parts: [AssessmentPart]
  /// How long a result counts after its sitting; nil for ever.
  public let validity: ValidityPeriod?
  /// The sittings in the order of the file.
  public let sittings: [Sitting]

  /// An assessment of these parts; nothing is checked.
  public init(
    code: String, issuer: School, scale: ScoreScale, parts: [AssessmentPart],
    validity: ValidityPeriod?, sittings: [Sitting]
  ) {
    self.code = code
    self.issuer = issuer
    self.scale = scale
    self.parts = parts
    self.validity = validity
    self.sittings = sittings
  }

  /// The sitting with this name, or nil.
  public func sitting(named name: some StringProtocol) -> Sitting? {
    sittings.first { $0.name == name }
  }

  /// The place of the part with this name among ``parts``, or nil.
  public func partIndex(named name: some StringProtocol) -> Int? {
    parts.firstIndex { $0.name == name }
  }
}

/// One part of an assessment.
public struct AssessmentPart: Hashable, Sendable {
  /// The name, which is also the column of its scores.
  public let name: String
  /// The greatest score, in points of the total's scale.
  public let maximum: Score

  /// A part with a name and a maximum.
  public init(name: String, maximum: Score) {
    self.name = name
    self.maximum = maximum
  }
}

/// One date of an assessment.
public struct Sitting: Hashable, Sendable {
  /// The name, such as `2025-1`.
  public let name: String
  /// The day; of a sitting over several days the one that the exchange file names.
  public let date: CalendarDate

  /// A sitting with a name and a day.
  public init(name: String, date: CalendarDate) {
    self.name = name
    self.date = date
  }
}
