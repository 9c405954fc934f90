import ScoreExchange

/// What `place --json` prints.
struct PlaceReport: Encodable {
  let files: [FileSummary]
  let placed: Int
  let unplaced: Int
  let wishes: Int
  private let short: [Shortage]
  private let answers: PlacementAnswers?

  /// A programme with fewer people than its lower quota, which is reported and never enforced.
  private struct Shortage: Encodable {
    let programme: String
    let missing: Int
  }

  private enum CodingKeys: String, CodingKey {
    case files, placed, unplaced, wishes, answers
    case short = "short_of_lower_quota"
  }

  init(_ placement: FilePlacement, _ answers: PlacementAnswers?) {
    let problem = placement.files.problem
    files = placement.files.files
    placed = placement.result.placedCount
    unplaced = placement.unplacedCount
    wishes = problem.wishCounts.reduce(0, +)
    short = placement.result.cutoffs.filter { $0.missing > 0 }.map {
      Shortage(programme: problem.programmes[$0.programme].code, missing: $0.missing)
    }
    self.answers = answers
  }
}
