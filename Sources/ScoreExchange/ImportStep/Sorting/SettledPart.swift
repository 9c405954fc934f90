import Parallel
import Tabular

/// Some results settled against each other.
struct SettledPart: Sendable {
  /// Those that count, until they are written.
  private(set) var table: ResultTable
  let problems: [Int: [Int: CellProblem]]
  let fileTotals: [(steps: Int64, count: Int)]
  let revisions: [ResultRevision]
  let unmatchedRegistrations: [String]
  let sittingTotals: SittingTotals

  /// Settles the rows of a table.
  ///
  /// - Parameters:
  ///   - rows: All rows of each of their keys.
  ///   - request: What is imported.
  ///   - fileCount: How many files there are.
  ///   - plan: The threads to use.
  init(_ rows: ResultTable, _ request: ResultRequest, fileCount: Int, plan: WorkPlan) {
    var table = rows
    let settlement = ResultSettlement(table, request, plan: plan)
    problems = settlement.problems
    fileTotals = settlement.totals(of: table, fileCount: fileCount)
    revisions = settlement.revisions
    unmatchedRegistrations = settlement.unmatchedRegistrations.map {
      maskedName(rows.candidateNumber[Int($0)])
    }
    if let accepted = settlement.accepted { table.select(accepted, plan: plan) }
    self.table = table
    sittingTotals = SittingTotals(table, request.assessments)
  }

  /// Writes the rows that count, and lets go of them.
  mutating func write(_ request: ResultRequest, to writer: inout TableWriter) {
    OutputTable.results(table, request.assessments).appendRows(0..<table.count, &writer)
    table = ResultTable(partCounts: [])
  }
}
