import Parallel
import Tabular

/// What is noticed while results are settled, one table after the other in the order of outputs.
struct SettledResults {
  private let request: ResultRequest
  private var problems: [Int: [Int: CellProblem]] = [:]
  private var fileTotals: [(steps: Int64, count: Int)]
  private var revisions: [ResultRevision] = []
  private var unmatchedRegistrations: [String] = []
  private var sittingTotals: SittingTotals

  /// Nothing settled.
  init(_ request: ResultRequest, fileCount: Int) {
    self.request = request
    fileTotals = Array(repeating: (steps: 0, count: 0), count: fileCount)
    sittingTotals = SittingTotals(request.assessments)
  }

  /// One table settled.
  private struct Part: Sendable {
    let table: ResultTable
    let problems: [Int: [Int: CellProblem]]
    let fileTotals: [(steps: Int64, count: Int)]
    let revisions: [ResultRevision]
    let unmatchedRegistrations: [String]
    let sittingTotals: SittingTotals

    init(_ rows: ResultTable, _ request: ResultRequest, fileCount: Int, plan: WorkPlan) {
      var table = rows
      let settlement = ResultSettlement(table, request, plan: plan)
      problems = settlement.problems
      fileTotals = settlement.totals(of: table, fileCount: fileCount)
      revisions = settlement.revisions
      unmatchedRegistrations = settlement.unmatchedRegistrations.map {
        rows.candidateNumber[Int($0)]
      }
      if let accepted = settlement.accepted { table.select(accepted, plan: plan) }
      self.table = table
      sittingTotals = SittingTotals(table, request.assessments)
    }
  }

  /// Settles the rows of a table.
  ///
  /// - Parameters:
  ///   - table: All rows of each of its keys.
  ///   - plan: The threads to use.
  /// - Returns: Those that count.
  mutating func settle(_ table: ResultTable, plan: WorkPlan) -> OutputTable {
    let part = Part(table, request, fileCount: fileTotals.count, plan: plan)
    add(part)
    return .results(part.table, request.assessments)
  }

  /// Settles and formats the rows of several tables concurrently.
  ///
  /// - Parameters:
  ///   - tables: All rows of each of their keys, in the order of outputs.
  ///   - style: Who is going to open the output.
  ///   - plan: The threads to use.
  /// - Returns: The lines of those that count, a writer for each table.
  mutating func settle(
    _ tables: [ResultTable], style: TableWriter.Style, plan: WorkPlan
  ) -> [TableWriter] {
    let (request, fileCount) = (self.request, fileTotals.count)
    let parts = plan.map(count: tables.count) { index in
      let part = Part(tables[index], request, fileCount: fileCount, plan: .sequential)
      var writer = TableWriter(style: style)
      OutputTable.results(part.table, request.assessments).appendRows(
        0..<part.table.count, &writer)
      return (part: part, writer: writer)
    }
    for (part, _) in parts { add(part) }
    return parts.map(\.writer)
  }

  private mutating func add(_ part: Part) {
    for (file, found) in part.problems { problems[file, default: [:]].merge(found) { $1 } }
    for (file, totals) in part.fileTotals.enumerated() {
      fileTotals[file].steps += totals.steps
      fileTotals[file].count += totals.count
    }
    revisions += part.revisions
    unmatchedRegistrations += part.unmatchedRegistrations
    sittingTotals.add(part.sittingTotals)
  }

  /// What there is to tell of the files.
  ///
  /// - Throws: ``ExchangeError`` when a file cannot be read again.
  func report(_ inputs: [ResultInput], plan: WorkPlan) throws(ExchangeError) -> ImportReport {
    let digests = try ResultInput.digests(of: inputs, plan: plan)
    let outcomes = try ResultInput.outcomes(of: inputs, problems, fileTotals, digests, plan: plan)
    return ImportReport(
      files: outcomes.map(\.summary), rejects: outcomes.flatMap(\.rejects),
      warnings: outcomes.flatMap(\.warnings), revisions: revisions,
      unmatchedRegistrations: unmatchedRegistrations,
      alarms: DistributionAlarm.all(sittingTotals, request.assessments))
  }
}
