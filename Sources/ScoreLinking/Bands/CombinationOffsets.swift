public import Scores

/// How far the cutoffs of subject combinations stand from one another inside a programme.
///
/// HUST 2025 sets the cutoff of its engineering combinations 0.5 above that of D01 and D04.
public struct CombinationOffsets: Hashable, Sendable {
  /// The combination that the conversion table speaks about.
  public let base: String
  /// What each other combination's cutoff adds to the base's.
  public let offsets: [String: Score]

  /// Offsets from a base combination.
  ///
  /// - Parameters:
  ///   - base: The combination that the conversion table speaks about; its own offset is zero.
  ///   - offsets: Points that a combination's cutoff adds to the base's, negative when it is lower.
  public init(base: String, offsets: [String: Score]) {
    self.base = base
    self.offsets = offsets.filter { $0.key != base }
  }

  /// The score of one combination that stands level with a score of another.
  ///
  /// - Throws: ``LinkingError`` with code `settings` for a combination without an offset, or
  ///   `overflow`.
  public func score(
    levelWith score: Score, of combination: String, in other: String
  ) throws(LinkingError) -> Score {
    let (lower, upper) = (try offset(of: combination), try offset(of: other))
    do { return try score.subtracting(lower).adding(upper) } catch { throw LinkingError(error) }
  }

  private func offset(of combination: String) throws(LinkingError) -> Score {
    if combination == base { return .zero }
    guard let offset = offsets[combination] else {
      throw LinkingError(.settings, "No offset is known for combination \(combination).")
    }
    return offset
  }
}
