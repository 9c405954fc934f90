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

  /// Settles the rows of a table.
  ///
  /// - Parameters:
  ///   - table: All rows of each of its keys.
  ///   - plan: The threads to use.
  /// - Returns: Those that count.
  mutating func settle(_ table: ResultTable, plan: WorkPlan) -> OutputTable {
    let part = SettledPart(table, request, fileCount: fileTotals.count, plan: plan)
    add(part)
    return .results(part.table, request.assessments)
  }

  /// Adds what was noticed of a table behind the others.
  mutating func add(_ part: SettledPart) {
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
  /// - Parameters:
  ///   - inputs: The files.
  ///   - digests: SHA-256 of each.
  ///   - plan: The threads to use.
  /// - Returns: The report.
  /// - Throws: ``ExchangeError`` when a file cannot be read again.
  func report(
    _ inputs: [ResultInput], _ digests: [String], plan: WorkPlan
  ) throws(ExchangeError) -> ImportReport {
    let outcomes = try ResultInput.outcomes(of: inputs, problems, fileTotals, digests, plan: plan)
    return ImportReport(
      files: outcomes.map(\.summary), rejects: outcomes.flatMap(\.rejects),
      warnings: outcomes.flatMap(\.warnings), revisions: revisions,
      unmatchedRegistrations: unmatchedRegistrations,
      alarms: DistributionAlarm.all(sittingTotals, request.assessments))
  }
}
