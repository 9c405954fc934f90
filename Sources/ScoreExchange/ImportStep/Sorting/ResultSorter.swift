import Files
import Parallel

/// Takes any number of results and keeps few of them in memory: the others lie on the disk in sorted
/// runs.
struct ResultSorter: ResultSink {
  /// How many rows are sorted in memory by each thread, at least 1.
  private let rowsInMemory: Int
  private let partCounts: [Int]
  private let folder: String
  /// Sorts rows and puts them on the disk; made when there are too many.
  private var runMaker: RunMaker?
  private let order: ResultOrder
  /// What is to become the next run.
  private var segments: [ResultTable] = []
  private var segmentRows = 0
  /// How many runs there are, or will be once all work is done.
  private var runCount = 0
  /// What is to be a run now, and its number.
  private var full: [(segments: [ResultTable], number: Int)] = []
  /// How many runs and segments are of files before this one.
  private var (runsBefore, segmentsBefore) = (0, 0)

  var batchesAhead: Int? { 8 }

  /// A sorter without rows.
  ///
  /// - Parameters:
  ///   - request: What is imported.
  ///   - folder: Where runs may lie.
  ///   - rowsInMemory: How many rows are sorted at once.
  init(_ request: ResultRequest, in folder: String, rowsInMemory: Int) {
    self.rowsInMemory = max(1, rowsInMemory)
    order = ResultOrder(request)
    partCounts = request.partCounts
    self.folder = folder
  }

  mutating func beginFile() throws(ExchangeError) {
    (runsBefore, segmentsBefore) = (runCount, segments.count)
  }

  mutating func restart() {
    runMaker?.removeRuns(from: runsBefore)
    runCount = runsBefore
    segments.removeSubrange(segmentsBefore...)
    segmentRows = segments.reduce(0) { $0 + $1.count }
  }

  mutating func take(_ rows: ResultTable) throws(ExchangeError) {
    segments.append(rows)
    segmentRows += rows.count
    guard segmentRows >= rowsInMemory else { return }
    if runMaker == nil {
      runMaker = try RunMaker(
        order, partCounts, in: folder, blockLength: max(1, min(256, rowsInMemory / 4)))
    }
    if segmentsBefore > 0 {
      // A file that has to be read again must not share a run with the files before it.
      let earlier = Array(segments[..<segmentsBefore])
      segments.removeSubrange(..<segmentsBefore)
      segmentsBefore = 0
      full.append((earlier, runCount))
      runsBefore += 1
      runCount += 1
    }
    full.append((segments, runCount))
    runCount += 1
    segments = []
    segmentRows = 0
  }

  mutating func work() -> WorkPlan.Work<ExchangeError>? {
    guard let runMaker, !full.isEmpty else { return nil }
    let runs = full
    full = []
    return { () throws(ExchangeError) in
      for (segments, number) in runs { try runMaker.makeRun(number, of: segments) }
    }
  }

  /// Where all results are.
  enum Sorted {
    /// So few that they are one table, in the order in which they were taken.
    case inMemory(ResultTable)
    /// Sorted runs in the order of the files, and where they lie.
    case onDisk(PrivateFile, [SortedRun])
  }

  /// What was taken, which is not kept any longer.
  mutating func finish() throws(ExchangeError) -> Sorted {
    defer { segments = [] }
    guard let runMaker else {
      return .inMemory(ResultTable(partCounts: partCounts, joining: segments))
    }
    if !segments.isEmpty { try runMaker.makeRun(runCount, of: segments) }
    return .onDisk(runMaker.file, runMaker.runs)
  }
}
