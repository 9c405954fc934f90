import BatchSigning
import Parallel

/// The rows of one verified batch, counted.
struct AnnualTally: Tally {
  /// Results of one issuer and assessment.
  struct Key: Hashable, Sendable {
    let issuer: String
    let assessment: String
  }

  /// Results by whether they have a score.
  struct Results: Hashable, Sendable {
    var scored = 0
    /// Absent, withheld, void or withdrawn.
    var unscored = 0
  }

  private(set) var results: [Key: Results] = [:]
  /// Decisions by receiver and assessment.
  private(set) var decisions = RecognitionTally()
  /// Placed applicants by receiver and assessment.
  private(set) var placed: [RecognitionTally.Key: Int] = [:]

  /// Nothing counted yet.
  init() {}

  /// Counts the rows of a batch.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for rows that are not what `run` writes.
  init(_ batch: VerifiedBatch, folder: String, plan: WorkPlan) throws(ExchangeError) {
    let kind = batch.manifest.kind
    let table = try WrittenTable(
      bytes: batch.rows, name: "\(folder)/\(kind.rowsFileName)", plan: plan)
    switch kind {
    case .results:
      self = try table.tally(
        ["issuer", "assessment", "total", "status"], from: Self(), plan: plan
      ) { row, counts throws(ExchangeError) in
        guard let status = ResultStatus(rawValue: row[3]) else {
          throw row.damage("the status is not known")
        }
        let key = Key(issuer: row[0], assessment: row[1])
        if status == .scored && !row[2].isEmpty {
          counts.results[key, default: Results()].scored += 1
        } else {
          counts.results[key, default: Results()].unscored += 1
        }
      }
    case .outcomes:
      let receiver = batch.manifest.recipients.first ?? ""
      self = try table.tally(
        ["assessment", "recognised", "reason", "status"], from: Self(), plan: plan
      ) { row, counts throws(ExchangeError) in
        guard row[1] == "yes" || row[1] == "no" else { throw row.damage("neither yes nor no") }
        let key = RecognitionTally.Key(school: receiver, assessment: row[0])
        counts.decisions.count(key, refusal: row[1] == "yes" ? nil : row[2])
        if row[3] == "placed" { counts.placed[key, default: 0] += 1 }
      }
    }
  }

  mutating func add(_ other: Self) {
    results.add(other.results) { own, other in
      own.scored += other.scored
      own.unscored += other.unscored
    }
    decisions.add(other.decisions)
    placed.merge(other.placed, uniquingKeysWith: +)
  }

  /// Results with a score.
  var scored: Int { results.values.reduce(0) { $0 + $1.scored } }

  /// Results with and without a score.
  var resultCount: Int { results.values.reduce(0) { $0 + $1.scored + $1.unscored } }
}
