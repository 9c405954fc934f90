import Parallel
import Placement
import Scores

/// The wishes of an exchange with the scores that recognition gave them.
struct ScoredWishes: Sendable {
  /// The recognition row behind each wish; -1 where no rule recognises it.
  let rows: [Int32]
  private let wishes: ImportedWishes
  private let recognition: RecogniseStep
  private let applicants: ApplicantTable
  private let plan: WorkPlan

  /// Finds the recognition row of each wish: of several the one with the best score.
  ///
  /// - Complexity: O(wishes + recognition rows).
  init(
    _ wishes: ImportedWishes, _ recognition: RecogniseStep, _ programmes: [ProgrammeEntry],
    _ applicants: ApplicantTable, plan: WorkPlan
  ) {
    let scores = RecognisedScores(
      wishes.count == 0 ? [] : recognition.rows, recognition.recognisers, programmes,
      applicantCount: applicants.applicants.count)
    rows = plan.filledArray(count: wishes.count) { wish in
      scores.best(
        for: Int(wishes.applicants[wish]), Int(wishes.programmes[wish]), recognition.rows
      ).map(Int32.init) ?? -1
    }
    self.wishes = wishes
    self.recognition = recognition
    self.applicants = applicants
    self.plan = plan
  }

  /// The wishes as the placement sees them.
  ///
  /// - Complexity: O(wishes · columns).
  func table(tieColumnCount: Int) throws(PlacementError) -> WishTable {
    let eligibility = plan.filledArray(count: rows.count) { wish in
      rows[wish] >= 0 && wishes.eligibility?[wish] ?? true
    }
    return try WishTable(
      applicants: wishes.applicants, ranks: wishes.ranks, programmes: wishes.programmes,
      scores: plan.filledArray(count: rows.count) { wish in
        row(of: wish)?.score?.billionths ?? 0
      },
      ties: (0..<tieColumnCount).map { column in
        plan.filledArray(count: rows.count) { tie(column, of: $0) }
      },
      eligibility: eligibility.contains(false) ? eligibility : nil, groups: wishes.groups)
  }

  private func row(of wish: Int) -> RecognitionRow? {
    rows[wish] < 0 ? nil : recognition.rows[Int(rows[wish])]
  }

  /// What the wish itself says, or what the applicant brings to this school, as its recognition read
  /// it.
  private func tie(_ column: Int, of wish: Int) -> Int128 {
    let tie =
      wishes.ties.value(row: wish, column: column)
      ?? row(of: wish).flatMap { applicants.applications.tie(column, of: $0.application) }
    return tie?.billionths ?? WishTable.missingTie
  }
}

/// The recognised rows of each applicant.
private struct RecognisedScores {
  /// Rows by applicant.
  private var rows: [UInt32]
  /// Where the rows of each applicant begin, and where those of the last one end.
  private var starts: [UInt32]
  /// For each rule, whether it recognises for each programme.
  private let isRecognising: [[Bool]]

  init(
    _ recognised: [RecognitionRow], _ recognisers: [Recogniser], _ programmes: [ProgrammeEntry],
    applicantCount: Int
  ) {
    isRecognising = recognisers.map { recogniser in
      programmes.map {
        recogniser.school == $0.school && recogniser.rule.programmes.contains($0.code)
      }
    }
    starts = Array(repeating: 0, count: applicantCount + 2)
    // Counted two places on, so that filling moves each applicant's own start to where it belongs.
    for row in recognised where row.isRecognised { starts[row.applicant + 2] += 1 }
    for applicant in starts.indices.dropFirst() { starts[applicant] += starts[applicant - 1] }
    rows = Array(repeating: 0, count: Int(starts[applicantCount + 1]))
    for (index, row) in recognised.enumerated() where row.isRecognised {
      rows[Int(starts[row.applicant + 1])] = UInt32(index)
      starts[row.applicant + 1] += 1
    }
  }

  /// The row with the best score that recognises a wish; of equals the rule that stands first.
  func best(for applicant: Int, _ programme: Int, _ recognised: [RecognitionRow]) -> Int? {
    var best: (row: Int, score: Score)?
    for place in Int(starts[applicant])..<Int(starts[applicant + 1]) {
      let row = Int(rows[place])
      guard isRecognising[recognised[row].rule][programme], let score = recognised[row].score
      else { continue }
      if let best, best.score >= score { continue }
      best = (row, score)
    }
    return best?.row
  }
}
