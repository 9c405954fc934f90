public import Parallel

/// What an import of results files on their own gives.
public struct ImportedResults: Sendable {
  /// The counts of each file.
  public let files: [FileSummary]
  /// The rows that could not be used.
  public let rejects: [Reject]
  /// Rows that are used although something about them is odd.
  public let warnings: [RowWarning]
  /// What amendments and withdrawals changed, in the order of the results.
  public let revisions: [ResultRevision]
  /// Candidate numbers on registration lists for which there is no result, in their order.
  public let unmatchedRegistrations: [String]
  /// Figures that cannot be reconciled with what was published about a sitting.
  public let alarms: [DistributionAlarm]
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
    files = imported.files
    rejects = imported.rejects
    warnings = imported.warnings
    table = imported.table
    revisions = imported.revisions
    unmatchedRegistrations = imported.unmatchedRegistrations
    alarms = DistributionAlarm.all(imported.table, request.assessments)
    assessments = request.assessments
    self.plan = plan
  }

  /// Number of results that count.
  public var count: Int { table.count }

  /// The tables `results.csv` and `rejects.csv`.
  package var resultsTable: OutputTable { .results(table, assessments) }
  package var rejectsTable: OutputTable { .rejects(rejects) }

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
    try rejectsTable.write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// The bytes of `results.csv`.
  public func resultsCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    resultsTable.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }
}
