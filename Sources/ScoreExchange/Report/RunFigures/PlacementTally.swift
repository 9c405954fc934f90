import Placement
import Scores

/// Who got a place with which of their wishes.
struct PlacementTally: Tally {
  /// Ranks that are counted one by one; later ones are counted together.
  static let greatestRank = 10

  /// For each school the applicants placed there by the rank of the wish, 1 first, and those with
  /// a later rank at the end.
  private(set) var ranksBySchool: [String: [Int]] = [:]
  /// Applicants with wishes who got no place.
  private(set) var unplaced = 0

  /// Nothing counted yet.
  init() {}

  /// The placement of a run.
  init(_ run: ExchangeRun) {
    for applicant in run.placement.problem.applicantsWithWishes {
      guard let programme = run.placement.result.programme(of: applicant),
        let rank = run.placement.result.rank(of: applicant)
      else {
        countUnplaced()
        continue
      }
      count(school: run.programmes.programmes[programme].school?.code ?? "", rank: Int(rank))
    }
  }

  /// Counts an applicant placed at a school by the wish of a rank, 1 or more.
  mutating func count(school: String, rank: Int) {
    let place = min(max(1, rank), Self.greatestRank + 1) - 1
    ranksBySchool[school, default: Self.noRanks][place] += 1
  }

  /// Counts an applicant without a place.
  mutating func countUnplaced() {
    unplaced += 1
  }

  mutating func add(_ other: Self) {
    ranksBySchool.add(other.ranksBySchool) { own, other in
      for index in own.indices { own[index] += other[index] }
    }
    unplaced += other.unplaced
  }

  /// Placed applicants by rank, at all schools.
  var ranks: [Int] {
    ranksBySchool.values.reduce(into: Self.noRanks) { sum, ranks in
      for index in sum.indices { sum[index] += ranks[index] }
    }
  }

  /// Applicants with a place.
  var placed: Int { ranks.reduce(0, +) }

  private static let noRanks = Array(repeating: 0, count: greatestRank + 1)
}

/// The line of one programme, scores as they are published.
struct CutoffFigures: Hashable, Sendable, Encodable {
  let school: String
  let programme: String
  let quota: Int
  let wishes: Int
  let admitted: Int
  /// The lowest admitted score; nil when nobody was admitted.
  let cutoff: String?
  /// The best score of somebody eligible who was turned away; nil when nobody was.
  let nextBelow: String?
  /// Admitted applicants for whom it was the first wish.
  let firstWish: Int
  let binding: String

  enum CodingKeys: String, CodingKey {
    case school
    case programme
    case quota
    case wishes
    case admitted
    case cutoff
    case nextBelow = "next_below"
    case firstWish = "first_wish"
    case binding
  }

  /// The lines of a run, in the order of `cutoffs.csv`.
  static func all(_ run: ExchangeRun) -> [CutoffFigures] {
    run.placement.result.cutoffs.map { cutoff in
      let entry = run.programmes.programmes[cutoff.programme]
      let decimals = run.recognition.decimals(of: entry.school)
      func text(_ score: Int64?) -> String? {
        score.map { Score(billionths: $0).formatted(decimals: decimals) }
      }
      return CutoffFigures(
        school: entry.school?.code ?? "", programme: entry.code, quota: cutoff.quota,
        wishes: cutoff.wishes, admitted: cutoff.admitted, cutoff: text(cutoff.score),
        nextBelow: text(cutoff.nextBelow), firstWish: cutoff.firstWish,
        binding: cutoff.binding.rawValue)
    }
  }
}
