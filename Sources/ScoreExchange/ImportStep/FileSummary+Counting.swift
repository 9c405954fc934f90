import Foundation

extension FileSummary {
  /// The entry of a file from what became of its rows.
  ///
  /// - Throws: ``ExchangeError`` when the file cannot be read again for its digest.
  init(
    _ table: InputTable, kind: String, school: School?, rowsRead: Int, rejects: [Reject],
    warnings: [RowWarning], sumOfTotals: Decimal? = nil
  ) throws(ExchangeError) {
    self.init(
      file: table.name, kind: kind, school: school?.code, sha256: try table.sha256(),
      rowsRead: rowsRead, rowsAccepted: rowsRead - rejects.count, rowsRejected: rejects.count,
      rowsWarned: Set(warnings.map(\.row)).count, sumOfTotals: sumOfTotals)
  }
}
