import BatchSigning
import Placement
import Scores

/// What a stranger needs to check a placement with a short program: the files by their digests, the
/// rules, and how far down its list each programme goes.
///
/// With it, everybody must sit at her first wish in reach; a placement of which that is true, and
/// whose seats the rule gives to exactly these people, is stable (Azevedo and Leshno, "A supply and
/// demand framework for two-sided matching markets", 2016). People settled beforehand stand in files
/// of their own, also named by their digests: who is placed elsewhere asks for nothing, who is frozen
/// keeps her seat and comes before everybody else in it.
public struct PlacementCertificate: Encodable, Sendable {
  /// Where one programme's line runs, for people of one group.
  public struct Line: Encodable, Sendable {
    /// The school's code; empty where the table names none.
    public let school: String
    /// The programme's code.
    public let programme: String
    /// The group for which seats are kept; nil for people of no such group.
    public let group: String?
    /// `all`, `none`, or `through`: up to score, keys and lot.
    public let reach: String
    /// The last score in reach.
    public let score: String?
    /// The tie values that go with it, in the tie order.
    public let keys: [String]?
    /// The lot that goes with it, in a lottery.
    public let lot: String?
  }

  /// `placement-certificate/1`.
  public let format: String
  /// The tie order, as `--ties` takes it.
  public let ties: String
  /// The rule at the line, as `--at-the-line` takes it.
  public let atTheLine: String
  /// SHA-256 of each file, by kind; `placements` is the plain form of what was placed.
  public let sha256: [String: String]
  /// Applicants with wishes.
  public let applicants: Int
  /// How many of them have a place.
  public let placed: Int
  /// The lines, by school and programme, then group.
  public let lines: [Line]

  private enum CodingKeys: String, CodingKey {
    case format, ties, sha256, applicants, placed, lines
    case atTheLine = "at_the_line"
  }

  /// The certificate of a placement.
  ///
  /// - Parameter placement: The placement.
  /// - Complexity: O(wishes).
  public init(of placement: FilePlacement) {
    let (files, problem) = (placement.files, placement.files.problem)
    format = "placement-certificate/1"
    ties = "\(problem.tieOrder)"
    atTheLine = "\(problem.lineRule)"
    var digests: [String: String] = [:]
    for file in files.files where !file.sha256.isEmpty { digests[file.kind] = file.sha256 }
    digests["placements"] = SHA256.digest(of: placement.placementsCSV()).hex
    sha256 = digests
    applicants = placement.placementsTable.rowCount
    placed = placement.result.placedCount
    lines = placement.result.lineReaches(in: problem).map { Self.line($0, files) }
  }

  private static func line(_ reach: LineReach, _ files: PlacementFiles) -> Line {
    let problem = files.problem
    let entry = files.programmes.programmes[reach.programme]
    var (score, keys, lot): (String?, [String]?, String?)
    let word: String
    switch reach.extent {
    case .all: word = "all"
    case .nobody: word = "none"
    case .through(let row):
      word = "through"
      score = Score(billionths: problem.wishes.score(row: row)).formatted()
      keys = problem.tieOrder.keys.map { key in
        key.column.map { key.text(of: problem.wishes.tie(column: $0, row: row)) }
          ?? String(problem.wishes.rank(row: row))
      }
      if case .lottery(let seed) = problem.lineRule {
        lot =
          LotteryDigest(
            seed: seed, programme: problem.programmes[reach.programme].code,
            applicant: problem.applicants[problem.wishes.applicant(row: row)]
          ).description
      }
    }
    return Line(
      school: entry.school?.code ?? "", programme: entry.code,
      group: reach.group.map { files.groups[$0] }, reach: word, score: score, keys: keys, lot: lot)
  }
}
