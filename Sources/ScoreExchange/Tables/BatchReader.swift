import Tabular

/// Reads the rows of a table: whole columns where their cells have the usual shape, and all other
/// rows one by one.
protocol BatchReader: Sendable {
  associatedtype Rows: Sendable

  /// What the fields hold; nothing for a table that is always read row by row.
  var columnKinds: [String: ColumnKind] { get }
  /// No rows.
  var noRows: Rows { get }

  /// Reads the sound rows of a batch into `rows`, and leaves those in which cells contradict each
  /// other.
  func readColumns(_ batch: inout ColumnBatch, _ rows: inout Rows)
  /// Reads one row into `rows`, or says what is wrong with it.
  func read(_ context: inout RowContext, _ rows: inout Rows) throws(CellProblem)
  /// Notes what other rows must know of one that was refused; left out where that is nothing.
  func readRefused(_ context: RowContext, _ rows: inout Rows)
  /// Puts the rows of a batch, of which those read one by one stand behind the others, in the order of
  /// the file; left out where that order says nothing.
  func putInOrder(_ rows: inout Rows)
}

extension BatchReader {
  func readRefused(_ context: RowContext, _ rows: inout Rows) {}
  func putInOrder(_ rows: inout Rows) {}
}
