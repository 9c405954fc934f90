import Parallel
import Tabular

/// A table that this program wrote, read back strictly: its own headings, every row complete.
struct WrittenTable: Sendable {
  /// One row, its cells in the order in which the columns were asked for.
  struct Row {
    let batch: RowBatch
    let row: Int
    let places: [Int]
    let file: String

    /// A cell, without the guard that keeps spreadsheets from running it.
    subscript(_ column: Int) -> String {
      TableWriter.removingGuard(batch.lossyText(row, places[column]))
    }

    /// A cell that holds a count.
    ///
    /// - Throws: ``ExchangeError`` with `badInput`.
    func count(_ column: Int) throws(ExchangeError) -> Int {
      guard let count = Int(self[column]), count >= 0 else { throw damage("a count is damaged") }
      return count
    }

    /// The error for a row that no run writes.
    func damage(_ reason: Message) -> ExchangeError {
      ExchangeError(.badInput, file: file, line: batch.recordNumber(of: row), reason)
    }
  }

  private let name: String
  private let file: TableFile
  /// The headings, in the order of the file.
  let headings: [String]

  /// Opens a table on the disk.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - name: What messages call it; nil for its path.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  init(path: String, name: String? = nil, plan: WorkPlan) throws(ExchangeError) {
    try self.init(name: name ?? path) { () throws(TabularError) in
      try TableFile(path: path, overrides: Self.dialect, plan: plan)
    }
  }

  /// Takes a table that is in memory.
  ///
  /// - Throws: ``ExchangeError`` with `badInput`.
  init(bytes: [UInt8], name: String, plan: WorkPlan) throws(ExchangeError) {
    try self.init(name: name) { () throws(TabularError) in
      try TableFile(bytes: bytes, name: name, overrides: Self.dialect, plan: plan)
    }
  }

  private init(
    name: String, _ open: () throws(TabularError) -> TableFile
  ) throws(ExchangeError) {
    do throws(TabularError) {
      file = try open()
    } catch {
      throw ExchangeError(error, file: name)
    }
    self.name = name
    headings = file.preview(recordCount: 1).first ?? []
  }

  static let dialect = DialectOverrides(
    encoding: .utf8, delimiter: .comma, expectsDamage: true)

  /// Counts all rows, concurrently; what comes out does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - columns: The headings of the cells that are needed.
  ///   - empty: Nothing counted.
  ///   - plan: The threads to use.
  ///   - count: Counts one row.
  /// - Returns: The counts of all rows.
  /// - Throws: ``ExchangeError`` with `badInput` for a missing column or a damaged row.
  func tally<Counts: Tally>(
    _ columns: [String], from empty: Counts, plan: WorkPlan,
    _ count: @Sendable (Row, inout Counts) throws(ExchangeError) -> Void
  ) throws(ExchangeError) -> Counts {
    var places: [Int] = []
    for column in columns {
      guard let place = headings.firstIndex(of: column) else {
        throw ExchangeError(.badInput, file: name, "there is no column \"\(column)\"")
      }
      places.append(place)
    }
    let (columnPlaces, width) = (places, headings.count)
    let parts = try file.mapBatches(afterRecord: 1, plan: plan) {
      (batch: RowBatch) throws(ExchangeError) -> Counts in
      var counts = empty
      for index in 0..<batch.rowCount {
        let row = Row(batch: batch, row: index, places: columnPlaces, file: name)
        // Letters that an input lost stand in rejected rows as they are, so they are no damage here.
        let fieldCount = batch.fieldCount(of: index)
        guard fieldCount == width else {
          throw row.damage("\(fieldCount) fields, the heading row has \(width)")
        }
        guard !batch.hasStrayQuote(index) else { throw row.damage("the row is damaged") }
        try count(row, &counts)
      }
      return counts
    }
    return parts.reduce(into: empty) { $0.add($1) }
  }
}
