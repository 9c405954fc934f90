import Parallel

/// Takes the rows of a table, batch after batch, in the order of the file.
protocol RowSink<Rows> {
  associatedtype Rows: Sendable
  associatedtype Failure: Error

  /// How many batches for each thread may wait to be taken; nil: all.
  var batchesAhead: Int? { get }

  /// Forgets what was taken of the table, which is read from its beginning.
  mutating func restart()
  /// Makes room for a table: it has at most so many rows, in so many bytes.
  mutating func expect(rows: Int, bytes: Int)
  /// Takes the next rows.
  mutating func take(_ rows: Rows) throws(Failure)
  /// What is to be done with rows that were taken, beside further reading; nil: nothing.
  mutating func work() -> WorkPlan.Work<Failure>?
}

extension RowSink {
  mutating func expect(rows: Int, bytes: Int) {}
  mutating func work() -> WorkPlan.Work<Failure>? { nil }
}

/// A growing table that takes rows from many batches.
package protocol GrowingRows: Sendable {
  /// Makes room for so many rows in all.
  mutating func reserveCapacity(_ rows: Int)
  /// Takes the rows of another table behind its own.
  mutating func append(_ other: Self)
}

extension GrowingRows {
  package mutating func reserveCapacity(_ rows: Int) {}
}

/// Puts the rows of all batches into one table.
struct JoinedRows<Rows: GrowingRows>: RowSink {
  private let none: Rows
  private(set) var rows: Rows
  var batchesAhead: Int? { 8 }

  init(_ none: Rows) {
    self.none = none
    rows = none
  }

  mutating func restart() { rows = none }
  mutating func expect(rows count: Int, bytes: Int) { rows.reserveCapacity(count) }
  mutating func take(_ batch: Rows) throws(Never) { rows.append(batch) }
}

/// A growing table that begins without anything said about it.
package protocol RowCollector: GrowingRows {
  init()
}

/// A row that an array collects.
package protocol TableRow: Sendable {}

extension Array: RowCollector, GrowingRows where Element: TableRow {
  package mutating func append(_ other: [Element]) { append(contentsOf: other) }
}
