/// Who stands at the line of one programme, and where its people come from.
public struct ProgrammeExplanation: Hashable, Sendable {
  /// The line and the figures.
  public let cutoff: Cutoff
  /// How many of the admitted came from each rank, by rank.
  public let admittedByRank: [RankCount]
  /// The admitted who stand at the line, as ``Cutoff/atCutoff`` counts them, as indices.
  public let atLine: [Int]
  /// Those who would come first if there were more seats, as indices: the best of the eligible
  /// who were turned away and have nothing better; several when they are equal.
  public let firstRefused: [Int]

  /// A rank, and how many were admitted by it.
  public struct RankCount: Hashable, Sendable {
    /// The rank of the wish.
    public let rank: Int
    /// How many people.
    public let count: Int
  }
}

extension PlacementResult {
  /// Who stands at the line of a programme.
  ///
  /// - Parameters:
  ///   - programme: Index of the programme.
  ///   - problem: The problem of which this is the result.
  /// - Returns: The line, with people in the order of the problem.
  /// - Complexity: O(wishes).
  public func explanation(
    ofProgramme programme: Int, in problem: PlacementProblem
  ) -> ProgrammeExplanation {
    let cutoff = cutoffs[programme]
    var ranks: [Int: Int] = [:]
    var atLine: [Int] = []
    var firstRefused: [Int] = []
    var bestKey = UInt64.max
    for applicant in problem.applicants.indices {
      let wishes = problem.wishRange(of: applicant)
      let end = placed[applicant] < 0 ? wishes.upperBound : Int(placed[applicant])
      if programmes[applicant] == Int32(programme) {
        ranks[Int(self.ranks[applicant]), default: 0] += 1
        if problem.isAtLine(row: Int(rows[applicant]), cutoff) { atLine.append(applicant) }
      }
      for wish in wishes.lowerBound..<end {
        let entry = problem.packed[wish]
        guard !entry.isVoid, entry.key <= bestKey, problem.programme(ofWish: wish) == programme
        else { continue }
        if entry.key < bestKey { firstRefused = [] }
        bestKey = entry.key
        firstRefused.append(applicant)
      }
    }
    return ProgrammeExplanation(
      cutoff: cutoff,
      admittedByRank: ranks.sorted { $0.key < $1.key }.map {
        ProgrammeExplanation.RankCount(rank: $0.key, count: $0.value)
      },
      atLine: atLine, firstRefused: firstRefused)
  }
}
