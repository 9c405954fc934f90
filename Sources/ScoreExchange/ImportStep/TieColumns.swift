import Scores
import Tabular

/// Values of `tie_1`, `tie_2` … or of the component columns of many rows.
package struct TieColumns: Sendable {
  /// How many columns there are.
  let width: Int
  /// In billionths, row by row.
  private var values: [Int64] = []
  /// Values that take more than eight bytes, by their place in ``values``.
  private var wide: [Int: Int128] = [:]
  private static let none = Int64.min
  private static let wideMark = Int64.max

  /// No rows, of so many columns.
  init(width: Int) { self.width = width }

  /// Makes room for so many rows in all.
  mutating func reserveCapacity(_ rows: Int) { values.reserveCapacity(rows * width) }

  /// The value in a row; nil where the cell is empty or there is no such column.
  func value(row: Int, column: Int) -> TieValue? {
    guard column < width else { return nil }
    let place = row * width + column
    switch values[place] {
    case Self.none: return nil
    case Self.wideMark: return wide[place].map(TieValue.init(billionths:))
    case let value: return TieValue(billionths: Int128(value))
    }
  }

  /// The values of a row that was appended as scores.
  func scores(ofRow row: Int) -> [Score?] {
    (0..<width).map { column in
      value(row: row, column: column).flatMap { Int64(exactly: $0.billionths) }
        .map(Score.init(billionths:))
    }
  }

  /// Appends a row; columns that it lacks are empty.
  mutating func append(_ row: [TieValue?]) {
    for column in 0..<width {
      guard let value = column < row.count ? row[column] : nil else {
        values.append(Self.none)
        continue
      }
      if let narrow = Int64(exactly: value.billionths), narrow != Self.none,
        narrow != Self.wideMark
      {
        values.append(narrow)
      } else {
        wide[values.count] = value.billionths
        values.append(Self.wideMark)
      }
    }
  }

  /// Appends rows given column by column, in units of ``unit`` billionths.
  mutating func append(_ columns: [[Int32]], rows: [UInt32]) {
    for row in rows {
      for column in 0..<width {
        let cell = column < columns.count ? columns[column][Int(row)] : DecodedBatch.missing32
        values.append(cell == DecodedBatch.missing32 ? Self.none : Int64(cell) * Self.unit)
      }
    }
  }

  /// Appends the rows of another table of as many columns.
  mutating func append(contentsOf other: TieColumns) {
    for (place, value) in other.wide { wide[values.count + place] = value }
    values += other.values
  }

  /// The rows of these indices, in this order.
  func selecting(_ rows: [UInt32]) -> TieColumns {
    var selected = TieColumns(width: width)
    guard width > 0 else { return selected }
    selected.reserveCapacity(rows.count)
    for row in rows {
      for place in Int(row) * width..<(Int(row) + 1) * width {
        if values[place] == Self.wideMark { selected.wide[selected.values.count] = wide[place] }
        selected.values.append(values[place])
      }
    }
    return selected
  }

  /// Whether two rows have the same values.
  func isSame(_ left: Int, _ right: Int) -> Bool {
    (0..<width).allSatisfy { value(row: left, column: $0) == value(row: right, column: $0) }
  }

  /// Fraction digits that whole columns are decoded with; cells with more are read one by one.
  static let digits = 3
  /// Billionths in one unit of the last of these digits.
  static let unit: Int64 = 1_000_000
}

extension ColumnMap {
  /// The greatest number that a tie column may have.
  static let greatestTieNumber = 64

  /// `tie_1`, `tie_2` … up to the last one that the file has; it may lack some before that.
  package var tieColumns: [String] {
    let names = (1...Self.greatestTieNumber).map { "tie_\($0)" }
    return Array(names.prefix((names.lastIndex { self[$0] != nil } ?? -1) + 1))
  }
}
