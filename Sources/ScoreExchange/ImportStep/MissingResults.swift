/// What is told of registered candidates who have no result.
package enum MissingResults {
  /// How many of a long list are shown.
  private static let shownCount = 10

  /// One line with how many they are and the first of them; none where everybody has a result.
  ///
  /// - Parameter candidates: Their numbers, national identifiers among them masked.
  /// - Returns: The line.
  package static func notes(_ candidates: [String]) -> [Message] {
    if candidates.isEmpty { return [] }
    let shown =
      candidates.prefix(shownCount).joined(separator: ", ")
      + (candidates.count > shownCount ? " …" : "")
    return ["\(candidates.count) registered candidates have no result: \(shown)"]
  }
}
