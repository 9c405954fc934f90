public import RecordLinkage

extension LinkCaution {
  /// The reasons in words, the left rows being applicants and the right ones results.
  public var words: [String] {
    let texts: [(LinkCaution, String)] = [
      (.severalLeft, "another applicant claims this result"),
      (.severalRight, "another result of this source claims this applicant"),
      (.relativeOrNamesake, "a relative or namesake could be meant"),
      (.decisionsConflict, "decisions contradict each other"),
    ]
    return texts.filter { contains($0.0) }.map(\.1)
  }
}
