public import Parallel
public import Placement
import Scores

/// The tables of a placement that stands alone, read and checked.
public struct PlacementFiles: Sendable {
  /// The problem that the tables state; applicants in byte order.
  public let problem: PlacementProblem
  /// The counts of each file.
  public let files: [FileSummary]
  /// The rows that could not be used, by file and row.
  public let rejects: [Reject]
  /// Decimals with which scores are written: the most that one in the file has.
  public let decimals: Int
  package let programmes: ProgrammeImport
  /// Names of the groups that seats are kept for.
  package let groups: [String]
  /// The scenarios of the request, opened once: standard input cannot be read again.
  let scenarios: InputTable?

  /// Reads the tables.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  /// - Complexity: O(bytes + wishes).
  public init(_ request: PlacementRequest, plan: WorkPlan = .allCores) throws(ExchangeError) {
    let programmes = try ProgrammeImport(
      request.programmes, acceptsAnySchool: true, plan: plan)
    let seats = try SeatTables(
      pools: request.pools, reserves: request.reserves, programmes: programmes, plan: plan)
    var files = programmes.files + seats.files
    scenarios = try request.scenarios.map { source throws(ExchangeError) in
      try InputTable(source, schema: .scenarios)
    }
    let read = try WishFile(
      request.wishes, programmes: programmes, groups: seats.groups,
      tieColumns: Set(request.tieOrder.keys.compactMap(\.column))
        .union(scenarios.map { ScenarioFile.tieColumns($0, plan: plan) } ?? []), plan: plan)
    let problem: PlacementProblem
    do throws(PlacementError) {
      problem = try PlacementProblem(
        applicants: read.applicants,
        programmes: try seats.seats(of: programmes), wishes: read.wishes,
        tieOrder: request.tieOrder, lineRule: request.lineRule, pools: seats.poolList,
        reserves: seats.reserveBlocks, plan: plan)
    } catch {
      throw ExchangeError(.badInput, "\(error)")
    }
    let settlements = try SettlementFiles(
      placedElsewhere: request.placedElsewhere, frozen: request.frozen, problem: problem,
      programmes: programmes, plan: plan)
    do throws(PlacementError) {
      self.problem =
        settlements.settlements.isEmpty ? problem : try problem.settling(settlements.settlements)
    } catch {
      throw ExchangeError(.badInput, "\(error)")
    }
    var problems: [Int: CellProblem] = [:]
    for reject in problem.rejects {
      problems[read.rows[reject.row]] = reject.reason.problem
    }
    let wishRejects = (read.rejects + read.table.rejects(for: problems, plan: plan))
      .sorted { $0.row < $1.row }
    files.append(
      try FileSummary(
        read.table, kind: "wishes", school: nil, rowsRead: read.rowsRead, rejects: wishRejects,
        warnings: []))
    self.files = files + settlements.files
    rejects = programmes.rejects + wishRejects
    decimals = read.decimals
    self.programmes = programmes
    groups = seats.groups
  }
}

/// A placement of tables that stand alone.
public struct FilePlacement: Sendable {
  /// The tables.
  public let files: PlacementFiles
  /// Who is placed where, and the cutoffs.
  public let result: PlacementResult

  /// Places the applicants of the tables.
  ///
  /// The result is found in two ways that must agree.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for equal people at a line whom the rule `cut`
  ///   leaves to a person; `unproved` if the two ways do not agree; `cancelled`.
  public init(
    _ files: PlacementFiles, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    self.files = files
    do throws(PlacementError) {
      result = try ProvedPlacement.place(
        files.problem, plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error)
    }
  }
}
