import Files
import Parallel

/// Takes any number of results and keeps few of them in memory: the others lie on the disk in sorted
/// runs.
struct ResultSorter: ResultSink {
  /// Rows that lie together in a run.
  struct Block: Sendable {
    let bytes: Range<Int>
    let rowCount: Int
  }

  /// How many rows for each thread are sorted in memory, at least 1.
  private let rowsInMemory: Int
  /// Rows of a block: some tens of kilobytes, which a disk reads at once.
  private let blockLength: Int
  private let order: ResultOrder
  private let partCounts: [Int]
  private let plan: WorkPlan
  private let folder: String
  /// Where the runs lie; made when there is one.
  private(set) var spill: PrivateFile?
  /// Each in the order of outputs.
  private(set) var runs: [[Block]] = []
  /// What is to become the next run.
  private var segments: [ResultTable] = []
  private var segmentRows = 0
  /// What is to be sorted, one run for each thread.
  private var full: [[ResultTable]] = []
  /// How many runs and segments are of files before this one.
  private var (runsBefore, segmentsBefore) = (0, 0)

  var batchesAhead: Int? { 4 }

  /// A sorter without rows.
  ///
  /// - Parameters:
  ///   - request: What is imported.
  ///   - folder: Where runs may lie.
  ///   - rowsInMemory: How many rows are sorted at once.
  ///   - plan: The threads to use.
  init(_ request: ResultRequest, in folder: String, rowsInMemory: Int, plan: WorkPlan) {
    self.rowsInMemory = max(1, rowsInMemory)
    blockLength = max(1, min(512, rowsInMemory / 4))
    order = ResultOrder(request)
    partCounts = request.partCounts
    self.plan = plan
    self.folder = folder
  }

  mutating func beginFile() throws(ExchangeError) {
    try spillFull()
    (runsBefore, segmentsBefore) = (runs.count, segments.count)
  }

  mutating func restart() {
    full = []
    runs.removeSubrange(runsBefore...)
    segments.removeSubrange(segmentsBefore...)
    segmentRows = segments.reduce(0) { $0 + $1.count }
  }

  mutating func take(_ rows: ResultTable) throws(ExchangeError) {
    segments.append(rows)
    segmentRows += rows.count
    guard segmentRows >= rowsInMemory else { return }
    if segmentsBefore > 0 {
      // A file that has to be read again must not share a run with the files before it.
      let earlier = Array(segments[..<segmentsBefore])
      segments.removeSubrange(..<segmentsBefore)
      segmentsBefore = 0
      runs.insert(contentsOf: try sorted([earlier]), at: runsBefore)
      runsBefore += 1
    }
    full.append(segments)
    segments = []
    segmentRows = 0
    if full.count == plan.threadCount { try spillFull() }
  }

  /// All results in one table, where they are few enough to be in memory; nil otherwise, and then
  /// they lie in ``runs``.
  mutating func finish() throws(ExchangeError) -> ResultTable? {
    if runs.isEmpty && full.isEmpty {
      return ResultTable(partCounts: partCounts, joining: segments)
    }
    if !segments.isEmpty { full.append(segments) }
    segments = []
    try spillFull()
    return nil
  }

  private mutating func spillFull() throws(ExchangeError) {
    guard !full.isEmpty else { return }
    runs += try sorted(full)
    full = []
  }

  private mutating func sorted(_ tables: [[ResultTable]]) throws(ExchangeError) -> [[Block]] {
    do throws(FileError) {
      let spill = if let spill = self.spill { spill } else { try PrivateFile(in: folder) }
      self.spill = spill
      let (order, partCounts, blockLength) = (self.order, self.partCounts, self.blockLength)
      return try plan.map(count: tables.count) { (index: Int) throws(FileError) -> [Block] in
        var table = ResultTable(partCounts: partCounts, joining: tables[index])
        if let rows = order.order(of: table, plan: .sequential).rows {
          table.select(rows, plan: .sequential)
        }
        var blocks: [Block] = []
        for start in stride(from: 0, to: table.count, by: blockLength) {
          let rows = start..<min(start + blockLength, table.count)
          blocks.append(
            Block(bytes: try spill.append(table.packed(rows)), rowCount: rows.count))
        }
        return blocks
      }
    } catch {
      throw ExchangeError(writing: error)
    }
  }
}
