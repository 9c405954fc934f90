/// What there is to tell of an import besides its results.
public struct ImportReport: Sendable {
  /// The counts of each file.
  public let files: [FileSummary]
  /// The rows that could not be used, by file, then by row.
  public let rejects: [Reject]
  /// Rows that are used although something about them is odd.
  public let warnings: [RowWarning]
  /// What amendments and withdrawals changed, in the order of the results.
  public let revisions: [ResultRevision]
  /// Candidate numbers on registration lists for which there is no result, in their order; national
  /// identifiers among them are masked.
  public let unmatchedRegistrations: [String]
  /// Figures that cannot be reconciled with what was published about a sitting.
  public let alarms: [DistributionAlarm]

  /// Writes the rejects into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeRejects(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try OutputTable.rejects(rejects).write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: .sequential)
  }
}
