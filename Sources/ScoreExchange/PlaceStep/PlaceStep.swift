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
  /// The recognition row behind each wish; -1 where no rule recognises it.
  private let recognitionRows: [Int32]
  /// What filtering rounds would come to; nil where the exchange file asks for none.
  package let rounds: RoundsReport?

  /// Places applicants by the scores that recognition gave their wishes.
  ///
  /// A wish that no rule recognises is void, and so is one that the wishes say is not eligible. Of
  /// several rules that recognise it the best score counts. Programmes may share seats, and seats may
  /// be kept for groups. Errors say who is concerned only where `namesPeople` says so.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for settings that make no sense, and for equal
  ///   people at a line that the settings leave to a person; `unproved` if the two algorithms that
  ///   place them do not agree.
  package init(
    _ exchange: Exchange, applicants: ApplicantTable, programmes: ProgrammeImport,
    seats: SeatTables, wishes: WishImport, recognition: RecogniseStep, namesPeople: Bool,
    plan: WorkPlan, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    do throws(PlacementError) {
      let order = try TieOrder(words: exchange.placement.ties)
      let scored = ScoredWishes(
        wishes.wishes, recognition, programmes.programmes, applicants, plan: plan)
      recognitionRows = scored.rows
      problem = try PlacementProblem(
        applicants: applicants.applicants.indices.map { applicants.applicants.ids[$0] },
        programmes: try seats.seats(of: programmes),
        wishes: try scored.table(tieColumnCount: order.columnCount), tieOrder: order,
        lineRule: try LineRule(parsing: exchange.placement.atTheLine), pools: seats.poolList,
        reserves: seats.reserveBlocks, plan: plan)
      var problems: [Int: CellProblem] = [:]
      for reject in problem.rejects {
        problems[reject.row] = reject.reason.problem
      }
      self.problems = problems
      result = try ProvedPlacement.place(problem, plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(namesPeople ? error : error.withoutNames)
    }
    if let filtering = exchange.placement.filtering {
      rounds = try RoundsReport(filtering, of: problem, beside: result)
    } else {
      rounds = nil
    }
  }

  /// The recognition row behind a wish; nil where no rule recognises it.
  package func recognitionRow(of wish: Int) -> Int? {
    recognitionRows[wish] < 0 ? nil : Int(recognitionRows[wish])
  }

  /// The counts of the summary.
  package func counts(_ programmes: ProgrammeImport) -> RunSummary.Placement {
    let shortages = result.cutoffs.filter { $0.missing > 0 }.map { cutoff in
      let entry = programmes.programmes[cutoff.programme]
      return RunSummary.Shortage(
        school: entry.school?.code ?? "", programme: entry.code, missing: cutoff.missing)
    }
    return RunSummary.Placement(
      wishes: problem.wishes.count - problems.count, placed: result.placedCount,
      unplaced: problem.applicantsWithWishes.count - result.placedCount,
      shortOfLowerQuota: shortages.isEmpty ? nil : shortages)
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
  /// What is told of the row: the reason, the column and a sentence.
  var problem: CellProblem {
    switch self {
    case .repeated: CellProblem(.repeated, "rank", message)
    case .programmeTwice: CellProblem(.repeated, "programme", message)
    case .rankTwice, .rank: CellProblem(.rank, "rank", message)
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
