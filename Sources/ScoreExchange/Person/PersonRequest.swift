/// Whose data is asked for in the output folder of a run.
public struct PersonRequest: Hashable, Sendable {
  /// Numbers of applicants.
  public var applicants: Set<String>
  /// National identifiers of people who sat.
  public var nationalIDs: Set<String>

  /// A request for one person under all the numbers by which she is known.
  ///
  /// - Parameters:
  ///   - applicants: Numbers of applicants.
  ///   - nationalIDs: National identifiers of people who sat.
  public init(applicants: Set<String> = [], nationalIDs: Set<String> = []) {
    self.applicants = Set(applicants.map(canonicalText))
    self.nationalIDs = Set(nationalIDs.map(canonicalText))
  }
}
