package import Parallel
package import Placement
import Scores

/// The placement of an exchange.
package struct PlaceStep: Sendable {
  /// The problem that was solved; applicants and programmes stand as in their tables.
  package let problem: PlacementProblem
  /// Who is placed where, and the cutoffs.
  package let result: PlacementResult
  /// Wishes that contradict others, by index of the wish.
  let problems: [Int: CellProblem]
  /// The recognition row behind each wish; nil where no rule recognises it.
  package let recognitionRow: [Int?]
  /// What filtering rounds would come to; nil where the exchange file asks for none.
  package let rounds: RoundsReport?

  /// Places applicants by the scores that recognition gave their wishes.
  ///
  /// A wish that no rule recognises is void, and so is one that the wishes say is not eligible. Of several rules that recognise it the best score
  /// counts. Programmes may share seats, and seats may be kept for groups.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for settings that make no sense, and for equal
  ///   people at a line that the settings leave to a person; `unproved` if the two algorithms that
  ///   place them do not agree.
  package init(
    _ exchange: Exchange, applicants: ApplicantTable, programmes: ProgrammeImport,
    seats: SeatTables, wishes: WishImport, recognition: RecogniseStep, plan: WorkPlan,
    cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    do throws(PlacementError) {
      let order = try TieOrder(words: exchange.placement.ties)
      let scores = RecognisedScores(recognition)
      var table = WishTable(tieColumnCount: order.columnCount)
      table.reserveCapacity(wishes.wishes.count)
      var rows: [Int?] = []
      for (index, wish) in wishes.wishes.enumerated() {
        let programme = programmes.programmes[Int(wish.programme)]
        let row = scores.best(for: Int(wish.applicant), programme, recognition)
        rows.append(row)
        // Those that the applicant brings to this school, as its recognition read them.
        let ownTies = row.map { applicants.applications[recognition.rows[$0].application].ties }
        let ties = (0..<order.columnCount).map { column in
          (wishes.ties[index][at: column] ?? nil) ?? (ownTies?[at: column] ?? nil)
        }
        table.append(
          applicant: wish.applicant, rank: wish.rank, programme: wish.programme,
          score: row.flatMap { recognition.rows[$0].score?.billionths } ?? 0,
          ties: ties.map { $0?.billionths ?? 0 }, isEligible: row != nil && wish.isEligible,
          group: wish.group)
      }
      recognitionRow = rows
      problem = try PlacementProblem(
        applicants: applicants.applicants.map(\.id),
        programmes: try seats.seats(of: programmes), wishes: table, tieOrder: order,
        lineRule: try LineRule(parsing: exchange.placement.atTheLine), pools: seats.poolList,
        reserves: seats.reserveBlocks, plan: plan)
      var problems: [Int: CellProblem] = [:]
      for reject in problem.rejects {
        problems[reject.row] = CellProblem(
          reject.reason.rejectReason,
          reject.reason == .programmeTwice ? "programme" : "rank", reject.reason.message)
      }
      self.problems = problems
      result = try ProvedPlacement.place(problem, plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error)
    }
    if let filtering = exchange.placement.filtering {
      rounds = try RoundsReport(filtering, of: problem, beside: result)
    } else {
      rounds = nil
    }
  }

  /// The counts of the summary.
  package var counts: RunSummary.Placement {
    let withWishes = Set(
      problem.wishes.applicants.indices.lazy.filter { self.problems[$0] == nil }
        .map { problem.wishes.applicants[$0] })
    return RunSummary.Placement(
      wishes: problem.wishes.count - problems.count, placed: result.placedCount,
      unplaced: withWishes.count - result.placedCount)
  }
}

/// The recognised rows of each applicant.
private struct RecognisedScores {
  private var rowsOfApplicant: [Int: [Int]] = [:]

  init(_ recognition: RecogniseStep) {
    for (index, row) in recognition.rows.enumerated() where row.isRecognised {
      rowsOfApplicant[row.applicant, default: []].append(index)
    }
  }

  /// The row with the best score that recognises a wish; of equals the rule that stands first.
  func best(for applicant: Int, _ programme: ProgrammeEntry, _ recognition: RecogniseStep) -> Int? {
    var best: Int?
    for index in rowsOfApplicant[applicant] ?? [] {
      let row = recognition.rows[index]
      let recogniser = recognition.recognisers[row.rule]
      guard recogniser.school == programme.school,
        recogniser.rule.programmes.contains(programme.code), let score = row.score
      else { continue }
      if let current = best.flatMap({ recognition.rows[$0].score }), current >= score {
        continue
      }
      best = index
    }
    return best
  }
}

extension ProgrammeImport {
  /// The programmes as the engine sees them. A code that several schools use is told apart by the
  /// school, also in the lottery.
  var placementProgrammes: [Programme] {
    var isShared = [Bool](repeating: false, count: programmes.count)
    for (one, other) in zip(order, order.dropFirst())
    where programmes[one].code == programmes[other].code {
      (isShared[one], isShared[other]) = (true, true)
    }
    return zip(programmes, isShared).map { entry, isShared in
      Programme(
        code: isShared ? "\(entry.school?.code ?? "")/\(entry.code)" : entry.code,
        quota: entry.quota, floor: entry.floor?.billionths, lowerQuota: entry.lowerQuota)
    }
  }
}

extension ExchangeError {
  /// What a placement that could not be made means to an exchange.
  init(_ error: PlacementError) {
    let code: Code =
      switch error.code {
      case .cancelled: .cancelled
      case .disagreement: .unproved
      default: .badInput
      }
    self.init(code, "\(error)")
  }
}

extension WishReject.Reason {
  var rejectReason: RejectReason {
    switch self {
    case .repeated, .programmeTwice: .repeated
    case .rankTwice, .rank: .rank
    }
  }

  var message: Message {
    switch self {
    case .repeated: "the same wish stands in an earlier row"
    case .programmeTwice: "this applicant wishes for this programme at an earlier rank"
    case .rankTwice: "this applicant has another wish with this rank; nobody knows which is meant"
    case .rank: "the rank must be 1 or more"
    }
  }
}

extension Array {
  fileprivate subscript(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
