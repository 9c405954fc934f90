import Tabular

/// The rows of a batch, column by column, and which of them must be read one by one.
struct ColumnBatch {
  /// How a row is to be read.
  enum RowState: UInt8 {
    /// With all others, by columns.
    case sound
    /// Alone: something about it needs a closer look.
    case odd
    /// Not at all: it is empty.
    case blank
  }

  let rows: RowBatch
  /// One for each row.
  private(set) var states: [RowState]
  private let columnOf: [String: Int]
  private var columns: [DecodedColumn]

  init(_ decoded: consuming DecodedBatch, columnOf: [String: Int]) {
    rows = decoded.rows
    self.columnOf = columnOf
    columns = decoded.columns
    states = Array(repeating: .sound, count: decoded.rows.rowCount)
  }

  /// How many rows there are.
  var count: Int { states.count }

  /// Takes a row out of the common reading.
  mutating func leave(_ row: Int) { states[row] = .odd }

  /// Takes out every sound row for which `isOdd` holds.
  mutating func leave(where isOdd: (Int) -> Bool) {
    for row in states.indices where states[row] == .sound && isOdd(row) { states[row] = .odd }
  }

  mutating func skip(_ row: Int) { states[row] = .blank }

  /// The sound rows; nil when all are.
  var selection: [UInt32]? {
    if states.allSatisfy({ $0 == .sound }) { return nil }
    return states.indices.compactMap { states[$0] == .sound ? UInt32($0) : nil }
  }

  /// Dates, as days from 1970-01-01, or decimals; nil where the file has no such column.
  func numbers(_ field: String) -> [Int32]? {
    guard let column = columnOf[field], case .int32(let values) = columns[column] else {
      return nil
    }
    return values
  }

  /// Identifiers or whole numbers; nil where the file has no such column.
  func wholes(_ field: String) -> [Int64]? {
    guard let column = columnOf[field], case .int64(let values) = columns[column] else {
      return nil
    }
    return values
  }

  /// Words, as what they mean; nil where the file has no such column.
  func codes(_ field: String) -> [UInt16]? {
    guard let column = columnOf[field], case .codes(let values) = columns[column] else {
      return nil
    }
    return values
  }

  /// Texts; nil where the file has no such column.
  func texts(_ field: String) -> TextColumn? {
    guard let column = columnOf[field], case .texts(let values) = columns[column] else {
      return nil
    }
    return values
  }

  /// A column by its place in the file.
  func column(_ column: Int) -> DecodedColumn { columns[column] }

  mutating func replace(_ column: Int, with values: DecodedColumn) { columns[column] = values }
}
