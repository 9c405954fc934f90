import Parallel

/// Takes the results of one file after the other.
protocol ResultSink: RowSink where Rows == ResultTable {
  /// What is taken from now on is of the next file.
  mutating func beginFile() throws(Failure)
}

/// Keeps all results in memory.
struct KeptResults: ResultSink {
  private var table: ResultTable
  private var fileStart = 0
  private let byteCount: Int
  var batchesAhead: Int? { 8 }

  /// No results.
  ///
  /// - Parameters:
  ///   - partCounts: How many parts each assessment has.
  ///   - byteCount: How long all files are, about.
  init(partCounts: [Int], byteCount: Int) {
    table = ResultTable(partCounts: partCounts, poolsNames: true)
    self.byteCount = byteCount
  }

  mutating func beginFile() throws(ExchangeError) { fileStart = table.count }
  mutating func restart() { table.removeRows(from: fileStart) }
  mutating func take(_ rows: ResultTable) throws(ExchangeError) { table.append(rows) }

  /// Room that is not used takes no memory, and files of one job have rows of nearly one length.
  mutating func expect(rows: Int, bytes: Int) {
    let all = Double(rows) / Double(bytes) * Double(max(bytes, byteCount)) * 1.05
    table.reserveCapacity(max(fileStart + rows, Int(all)))
  }

  /// All results, which are not kept any longer.
  mutating func finish() -> ResultTable {
    var all = ResultTable(partCounts: table.partCounts)
    swap(&all, &table)
    return all
  }
}
