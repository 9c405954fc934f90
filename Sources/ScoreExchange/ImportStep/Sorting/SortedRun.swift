/// Results that lie on the disk in the order of outputs, block after block.
struct SortedRun: Sendable {
  /// Where the rows lie that are written and read together.
  private(set) var blocks: [Range<Int>] = []
  /// The last row of each block.
  private(set) var ends: ResultTable
  /// How many rows each block has.
  private(set) var rowCounts: [Int] = []

  /// A run without rows.
  init(partCounts: [Int]) { ends = ResultTable(partCounts: partCounts) }

  /// Adds a block behind the others.
  ///
  /// - Parameters:
  ///   - rows: Which rows of a table the block has, at least one.
  ///   - table: The table.
  ///   - bytes: Where they lie.
  mutating func append(_ rows: Range<Int>, of table: ResultTable, at bytes: Range<Int>) {
    blocks.append(bytes)
    ends.append(table, rows: rows.upperBound - 1..<rows.upperBound)
    rowCounts.append(rows.count)
  }

  /// How many blocks hold no row behind a key.
  ///
  /// - Parameters:
  ///   - bound: The row of `bounds` that has the key.
  ///   - bounds: Rows with keys.
  ///   - order: The order of the rows.
  /// - Returns: Their number.
  /// - Complexity: O(log blocks).
  func blocks(through bound: Int, of bounds: ResultTable, _ order: ResultOrder) -> Int {
    ends.rows(through: bound, of: bounds, in: 0..<ends.count, order)
  }
}

extension ResultTable {
  /// Where the rows of a sorted range end that are not behind a key.
  ///
  /// - Complexity: O(log rows).
  func rows(
    through bound: Int, of bounds: ResultTable, in rows: Range<Int>, _ order: ResultOrder
  ) -> Int {
    rows.partitionPoint { order.compare($0, of: self, bound, of: bounds) <= 0 }
  }
}
