import Scores
import Tabular

/// Everything that came of reading one table.
package struct TableReading<Rows: Sendable>: Sendable {
  /// The rows that can be used.
  package var rows: Rows
  /// The rows that cannot.
  package var rejects: [Reject] = []
  /// Rows that were used although something is odd.
  package var warnings: [RowWarning] = []
  /// Rows of data in the file: those that can be used and those that cannot.
  package var rowsRead = 0
  /// How the file writes dates and numbers.
  package var habits: FileHabits

  /// The same with its rows in another form.
  func mapRows<Other: Sendable>(_ transform: (Rows) -> Other) -> TableReading<Other> {
    TableReading<Other>(
      rows: transform(rows), rejects: rejects, warnings: warnings, rowsRead: rowsRead,
      habits: habits)
  }
}

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
}

extension RowSink {
  mutating func expect(rows: Int, bytes: Int) {}
}

extension BatchReader {
  func putInOrder(_ rows: inout Rows) {}
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

/// What a row's reader is told and what it tells besides the row.
struct RowContext {
  let cells: RowCells
  let habits: FileHabits
  /// The row's number as a spreadsheet counts.
  let number: Int
  var evidence = HabitEvidence()
  var warnings: [CellProblem] = []
}

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
  /// Puts the rows of a batch, of which those read one by one stand behind the others, in the order of
  /// the file; left out where that order says nothing.
  func putInOrder(_ rows: inout Rows)
}

/// What a table says beforehand about the way it is written.
struct KnownHabits: Sendable {
  /// The order of day and month; nil lets the file speak.
  var dayMonthOrder: DayMonthOrder?
  /// The decimal sign; nil lets the file speak.
  var decimalSeparator: DecimalSeparator?

  /// What the exchange file says.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for a word that means nothing.
  init(_ layout: TableLayout, file: String) throws(ExchangeError) {
    dayMonthOrder = try layout.forcedDayMonthOrder(of: file)
    decimalSeparator = try layout.forcedDecimal(of: file)
  }

  init(dayMonthOrder: DayMonthOrder? = nil, decimalSeparator: DecimalSeparator? = nil) {
    self.dayMonthOrder = dayMonthOrder
    self.decimalSeparator = decimalSeparator
  }
}

/// The places of numbers in ascending order, of which two runs stand one behind the other; nil where
/// there is but one.
func fileOrder(of numbers: [UInt32]) -> [UInt32]? {
  guard let second = numbers.indices.dropFirst().first(where: { numbers[$0 - 1] > numbers[$0] })
  else { return nil }
  var order: [UInt32] = []
  order.reserveCapacity(numbers.count)
  var (left, right) = (0, second)
  while left < second || right < numbers.count {
    if right == numbers.count || left < second && numbers[left] < numbers[right] {
      order.append(UInt32(left))
      left += 1
    } else {
      order.append(UInt32(right))
      right += 1
    }
  }
  return order
}
