import Scores
import Tabular

/// Values of `tie_1`, `tie_2` … or of the component columns of many rows.
package struct TieColumns: Sendable {
  /// How many columns there are.
  let width: Int
  private var values: [Int128] = []
  private static let none = Int128.min

  /// No rows, of so many columns.
  init(width: Int) { self.width = width }

  /// The values of a row, nil where a cell is empty; nothing where there are no columns.
  package subscript(row: Int) -> [TieValue?] {
    values[row * width..<(row + 1) * width].map {
      $0 == Self.none ? nil : TieValue(billionths: $0)
    }
  }

  /// The values of a row that was appended as scores.
  func scores(ofRow row: Int) -> [Score?] {
    self[row].map { $0.flatMap { Int64(exactly: $0.billionths) }.map(Score.init(billionths:)) }
  }

  /// Appends a row; columns that it lacks are empty.
  mutating func append(_ row: [TieValue?]) {
    for column in 0..<width {
      let value = column < row.count ? row[column] : nil
      values.append(value?.billionths ?? Self.none)
    }
  }

  /// Appends rows given column by column, in units of ``unit`` billionths.
  mutating func append(_ columns: [[Int32]], rows: [UInt32]) {
    for row in rows {
      for column in 0..<width {
        let cell = column < columns.count ? columns[column][Int(row)] : DecodedBatch.missing32
        values.append(
          cell == DecodedBatch.missing32 ? Self.none : Int128(Int64(cell) * Self.unit))
      }
    }
  }

  /// Appends the rows of another table of as many columns.
  mutating func append(contentsOf other: TieColumns) { values += other.values }

  /// The rows of these indices, in this order.
  func selecting(_ rows: [Int]) -> TieColumns {
    var selected = TieColumns(width: width)
    for row in rows { selected.values += values[row * width..<(row + 1) * width] }
    return selected
  }

  /// Whether two rows have the same values.
  func isSame(_ left: Int, _ right: Int) -> Bool {
    values[left * width..<(left + 1) * width] == values[right * width..<(right + 1) * width]
  }

  /// Fraction digits that whole columns are decoded with; cells with more are read one by one.
  static let digits = 3
  /// Billionths in one unit of the last of these digits.
  static let unit: Int64 = 1_000_000
}

extension ColumnMap {
  /// The greatest number that a tie column may have.
  static let greatestTieNumber = 64

  /// The columns `tie_1`, `tie_2` … as far as they follow each other.
  package var tieColumns: [String] {
    var names: [String] = []
    while self["tie_\(names.count + 1)"] != nil { names.append("tie_\(names.count + 1)") }
    return names
  }
}
