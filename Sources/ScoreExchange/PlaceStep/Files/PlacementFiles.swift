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

  /// Reads the tables.
  ///
  /// Pools and reserves decide who competes with whom, so a row of theirs that cannot be read is an
  /// error and no reject.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  /// - Complexity: O(bytes + wishes).
  public init(_ request: PlacementRequest, plan: WorkPlan = .allCores) throws(ExchangeError) {
    let programmes = try ProgrammeImport(request.programmes, plan: plan)
    var files = programmes.files
    var pools: PoolFile?
    var reserves: ReserveFile?
    if let source = request.pools {
      let read = try PoolFile(source, plan: plan)
      try Self.refuse(read.rejects)
      files.append(read.summary)
      pools = read
    }
    if let source = request.reserves {
      let read = try ReserveFile(source, programmes: programmes, plan: plan)
      try Self.refuse(read.rejects)
      files.append(read.summary)
      reserves = read
    }
    let read = try WishFile(
      request.wishes, programmes: programmes, groups: reserves?.groups ?? [],
      tieColumnCount: request.tieOrder.columnCount, plan: plan)
    do throws(PlacementError) {
      problem = try PlacementProblem(
        applicants: read.applicants,
        programmes: try Self.seats(programmes, pools: pools?.tree), wishes: read.wishes,
        tieOrder: request.tieOrder, lineRule: request.lineRule, pools: pools?.tree.pools ?? [],
        reserves: reserves?.blocks ?? [])
    } catch {
      throw ExchangeError(.badInput, "\(error)")
    }
    var problems: [Int: CellProblem] = [:]
    for reject in problem.rejects {
      problems[Int(read.rows[reject.row])] = CellProblem(
        reject.reason.rejectReason, reject.reason == .programmeTwice ? "programme" : "rank",
        reject.reason.message)
    }
    let wishRejects = (read.rejects + read.table.rejects(for: problems, plan: plan))
      .sorted { $0.row < $1.row }
    files.append(
      try FileSummary(
        read.table, kind: "wishes", school: nil, rowsRead: read.rowsRead, rejects: wishRejects,
        warnings: []))
    self.files = files
    rejects = programmes.rejects + wishRejects
    decimals = read.decimals
    self.programmes = programmes
  }

  /// Ends the reading of a table in which every row counts.
  static func refuse(_ rejects: [Reject]) throws(ExchangeError) {
    guard let first = rejects.first else { return }
    throw ExchangeError(.badInput, file: first.file, line: first.row, first.message)
  }

  /// The programmes with the pools they name; several names are separated by `;`.
  private static func seats(
    _ programmes: ProgrammeImport, pools: PoolTree?
  ) throws(PlacementError) -> [Programme] {
    var seats = programmes.placementProgrammes
    let tree = if let pools { pools } else { try PoolTree(rows: []) }
    for (index, entry) in programmes.programmes.enumerated() {
      guard let cell = entry.pool else { continue }
      let names = cell.split(separator: ";").map { canonicalText(String($0)) }
      seats[index].pool = try tree.innermost(of: names, programme: seats[index].code)
    }
    return seats
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
  /// - Throws: ``ExchangeError`` with `badInput` for equal people at a line whom the rule `cut`
  ///   leaves to a person; `cancelled`.
  public init(
    _ files: PlacementFiles, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    self.files = files
    do throws(PlacementError) {
      result = try DeferredAcceptance.place(
        files.problem, plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error.code == .cancelled ? .cancelled : .badInput, "\(error)")
    }
  }
}
