import Foundation

extension FileSummary {
  /// The entry of a file from what became of its rows, and its digest where that is known already.
  ///
  /// - Throws: ``ExchangeError`` when the file cannot be read again for its digest.
  init(
    _ table: InputTable, kind: String, school: School?, rowsRead: Int, rejects: [Reject],
    warnings: [RowWarning], remarks: [Message] = [], sumOfTotals: Decimal? = nil,
    digest: String? = nil
  ) throws(ExchangeError) {
    let sha256 = if let digest { digest } else { try table.sha256() }
    self.init(
      file: table.name, kind: kind, school: school?.code, sha256: sha256,
      rowsRead: rowsRead, rowsAccepted: rowsRead - rejects.count, rowsRejected: rejects.count,
      rowsWarned: Set(warnings.map(\.row)).count, sumOfTotals: sumOfTotals,
      warnings: table.remarks + remarks == [] ? nil : table.remarks + remarks)
  }
}
