public import Parallel
import Placement

/// What a scenario would do: who moves, and by which chain.
public struct ScenarioReport: Encodable, Sendable {
  /// One person who moves; the identifier is masked where it looks like a national one.
  public struct Move: Encodable, Sendable {
    /// The applicant.
    public let applicant: String
    /// School and code of the programme before; nil for none.
    public let from: String?
    /// School and code of the programme after; nil for none.
    public let to: String?
    /// Whether the applicant prefers the place after.
    public let isBetter: Bool

    private enum CodingKeys: String, CodingKey {
      case applicant, from, to
      case isBetter = "is_better"
    }

    var message: Message {
      let (from, to) =
        (from.map { "\($0)" } ?? "unplaced", to.map { "\($0)" } ?? "unplaced") as (Message, Message)
      return "\(applicant) \(from) -> \(to)"
    }
  }

  /// The scenario's name.
  public let scenario: String
  /// How many people have a place under it.
  public let placed: Int
  /// How many people move.
  public let moved: Int
  /// How many of them prefer the place after.
  public let better: Int
  /// The moves strung together: the place that one goes to is the one that the next leaves.
  public let chains: [[Move]]

  /// The report in words: a line for the counts, then a line a chain.
  public var lines: [Message] {
    ["\(scenario): \(moved) move, \(better) to a higher wish; \(placed) placed"]
      + chains.map { chain in "  \(Message(chain.map(\.message), separator: "; "))" }
  }
}

extension FilePlacement {
  /// Tries the scenarios of a file, one on each thread.
  ///
  /// Where the order of wishes is a key, a last scenario named `without wish-rank` takes it out: who
  /// moves then has a place that hangs on the order of wishes.
  ///
  /// - Parameters:
  ///   - source: Rows of scenario, change (`quota`, `close`, `pool_quota`, `ties`, `at_the_line`),
  ///     school, programme, pool and value; changes of one scenario are made together. Nil: those of
  ///     the request, from a file that is open already.
  ///   - plan: Threads; the reports are the same for any number.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: One report a scenario, in the order of the file.
  /// - Throws: ``ExchangeError`` for a row that cannot be read, a change that is not possible, or
  ///   equal people at a line under the rule `cut`.
  public func reports(
    onScenarios source: TableSource? = nil, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(ExchangeError) -> [ScenarioReport] {
    let problem = files.problem
    let table =
      try source.map { source throws(ExchangeError) in
        try InputTable(source, schema: .scenarios)
      } ?? files.scenarios
    var scenarios =
      try table.map { table throws(ExchangeError) in
        try ScenarioFile(table, of: files, plan: plan).scenarios
      } ?? []
    if let scenario = Scenario.withoutWishOrder(problem) { scenarios.append(scenario) }
    do throws(PlacementError) {
      return try result.outcomes(
        of: scenarios, in: problem, plan: plan, cancellation: cancellation
      ).map(report)
    } catch {
      throw ExchangeError(error)
    }
  }

  private func report(_ outcome: ScenarioOutcome) -> ScenarioReport {
    ScenarioReport(
      scenario: outcome.scenario.name, placed: outcome.result.placedCount,
      moved: outcome.change.moves.count, better: outcome.change.betterCount,
      chains: outcome.change.chains.map { chain in
        chain.map { move in
          ScenarioReport.Move(
            applicant: MaskedIdentifier(files.problem.applicants[move.applicant]).description,
            from: move.from.map(label), to: move.to.map(label), isBetter: move.isBetter)
        }
      })
  }

  /// School and code of a programme.
  func label(_ programme: Int) -> String { files.programmes.programmes[programme].label }
}
