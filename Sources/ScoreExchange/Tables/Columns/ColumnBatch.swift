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

  /// The sound rows, as runs of rows that follow each other.
  var soundRuns: SoundRuns {
    var runs: [Range<Int>] = []
    var start = 0
    for row in states.indices where states[row] != .sound {
      if row > start { runs.append(start..<row) }
      start = row + 1
    }
    if count > start { runs.append(start..<count) }
    return SoundRuns(runs: runs, rowCount: count)
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

/// The rows of a batch that are read by columns; nearly always most of them.
struct SoundRuns {
  /// Rows that follow each other, in order.
  let runs: [Range<Int>]
  /// How many rows the batch has.
  let rowCount: Int

  /// How many rows are sound.
  var count: Int { runs.reduce(0) { $0 + $1.count } }

  private var areAll: Bool { runs == [0..<rowCount] }

  /// The values of the sound rows.
  func of<Value>(_ values: [Value]) -> [Value] {
    if areAll { return values }
    var kept: [Value] = []
    kept.reserveCapacity(count)
    for run in runs { kept += values[run] }
    return kept
  }

  /// The texts of the sound rows.
  func of(_ texts: TextColumn) -> TextColumn {
    if areAll { return texts }
    var kept = TextColumn()
    kept.reserveCapacity(count, byteCount: texts.byteCount)
    for run in runs { kept.append(contentsOf: texts, rows: run) }
    return kept
  }

  /// The numbers of the sound rows, where the batch begins with `first`.
  func numbers(from first: UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    for run in runs {
      numbers += first + UInt32(run.lowerBound)..<first + UInt32(run.upperBound)
    }
    return numbers
  }
}
