/// Everything that came of reading one table.
package struct TableReading<Rows: Sendable>: Sendable {
  /// The rows that can be used.
  package var rows: Rows
  /// The rows that cannot.
  package var rejects: [Reject] = []
  /// Rows that were used although something is odd.
  package var warnings: [RowWarning] = []
  /// What a person should know of the whole file.
  package var remarks: [Message] = []
  /// Rows of data in the file: those that can be used and those that cannot.
  package var rowsRead = 0
  /// How the file writes dates and numbers.
  package var habits: FileHabits

  /// The same with its rows in another form.
  func mapRows<Other: Sendable>(_ transform: (Rows) -> Other) -> TableReading<Other> {
    TableReading<Other>(
      rows: transform(rows), rejects: rejects, warnings: warnings, remarks: remarks,
      rowsRead: rowsRead, habits: habits)
  }
}
