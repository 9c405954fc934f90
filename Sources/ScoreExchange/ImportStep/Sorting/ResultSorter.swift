import Files
import Parallel
import Synchronization

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

  mutating func work() -> (@Sendable () throws(ExchangeError) -> Void)? {
    guard let runMaker, !full.isEmpty else { return nil }
    let runs = full
    full = []
    return { () throws(ExchangeError) in
      for (segments, number) in runs { try runMaker.makeRun(number, of: segments) }
    }
  }

  /// All results in one table, where they are few enough to be in memory; nil otherwise, and then
  /// they lie in ``spill``.
  mutating func finish() throws(ExchangeError) -> ResultTable? {
    guard let runMaker else { return ResultTable(partCounts: partCounts, joining: segments) }
    if !segments.isEmpty { try runMaker.makeRun(runCount, of: segments) }
    segments = []
    return nil
  }

  /// Where the results lie that are too many for memory, and their runs in the order of the files; nil
  /// when there are none.
  var spilled: (file: PrivateFile, runs: [SortedRun])? {
    runMaker.map { ($0.file, $0.runs) }
  }
}

/// Makes sorted runs, on any number of threads.
private final class RunMaker: Sendable {
  let file: PrivateFile
  private let order: ResultOrder
  private let partCounts: [Int]
  /// Rows of a block: some tens of kilobytes, which a disk reads at once.
  private let blockLength: Int
  private let made = Mutex<[Int: SortedRun]>([:])

  init(
    _ order: ResultOrder, _ partCounts: [Int], in folder: String, blockLength: Int
  ) throws(ExchangeError) {
    do throws(FileError) {
      file = try PrivateFile(in: folder)
    } catch {
      throw ExchangeError(writing: error)
    }
    self.order = order
    self.partCounts = partCounts
    self.blockLength = blockLength
  }

  /// The runs, by their numbers.
  var runs: [SortedRun] {
    made.withLock { made in made.sorted { $0.key < $1.key }.map(\.value) }
  }

  func removeRuns(from number: Int) {
    made.withLock { made in made = made.filter { $0.key < number } }
  }

  /// Sorts rows and puts them on the disk.
  ///
  /// - Throws: ``ExchangeError`` when there is no room for them.
  /// - Complexity: O(rows log rows).
  func makeRun(_ number: Int, of segments: [ResultTable]) throws(ExchangeError) {
    var table = ResultTable(partCounts: partCounts, joining: segments)
    if let rows = order.order(of: table, plan: .sequential).rows {
      table.select(rows, plan: .sequential)
    }
    var run = SortedRun(partCounts: partCounts)
    for start in stride(from: 0, to: table.count, by: blockLength) {
      let rows = start..<min(start + blockLength, table.count)
      do throws(FileError) {
        run.append(rows, of: table, at: try file.append(table.packed(rows)))
      } catch {
        throw ExchangeError(writing: error)
      }
    }
    made.withLock { $0[number] = run }
  }
}
