public import Parallel

/// What an import of results files on their own gives, all of it in memory.
///
/// ``ResultFile`` is for files of any size.
public struct ImportedResults: Sendable {
  /// Everything but the results.
  public let report: ImportReport
  package let assessments: [Assessment]
  package let table: ResultTable
  private let plan: WorkPlan

  /// Reads results files and nothing else.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes + rows log rows).
  public init(
    _ request: ResultRequest, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let imported = try ResultImport(request, plan: plan, cancellation: cancellation)
    report = ImportReport(
      files: imported.files, rejects: imported.rejects, warnings: imported.warnings,
      revisions: imported.revisions, unmatchedRegistrations: imported.unmatchedRegistrations,
      alarms: DistributionAlarm.all(
        SittingTotals(imported.table, request.assessments), request.assessments))
    table = imported.table
    assessments = request.assessments
    self.plan = plan
  }

  /// Number of results that count.
  public var count: Int { table.count }
  /// The counts of each file.
  public var files: [FileSummary] { report.files }
  /// The rows that could not be used, by file, then by row.
  public var rejects: [Reject] { report.rejects }
  /// Rows that are used although something about them is odd.
  public var warnings: [RowWarning] { report.warnings }
  /// What amendments and withdrawals changed, in the order of the results.
  public var revisions: [ResultRevision] { report.revisions }
  /// Candidate numbers on registration lists for which there is no result, in their order.
  public var unmatchedRegistrations: [String] { report.unmatchedRegistrations }
  /// Figures that cannot be reconciled with what was published about a sitting.
  public var alarms: [DistributionAlarm] { report.alarms }

  /// The table `results.csv`.
  package var resultsTable: OutputTable { .results(table, assessments) }

  /// Writes the results into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeResults(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try resultsTable.write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// Writes the rejects into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeRejects(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try report.writeRejects(to: path, isForSpreadsheet: isForSpreadsheet)
  }

  /// The bytes of `results.csv`.
  public func resultsCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    resultsTable.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }
}
