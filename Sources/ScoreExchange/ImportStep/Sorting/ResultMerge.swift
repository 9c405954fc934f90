import Files
import Parallel

/// Gives the results of many sorted runs in one order, a table at a time.
///
/// In each round every run has some rows in memory. The least of the last keys of runs that go on is
/// the bound: all rows before it are there. They are taken out, and are sorted where they are settled.
struct ResultMerge {
  private struct Cursor {
    /// What of the run is still on the disk.
    var blocks: ArraySlice<ResultSorter.Block>
    /// What of it is in memory, from a row on.
    var table: ResultTable
    var start = 0

    var rowCount: Int { table.count - start }
    var hasMore: Bool { !blocks.isEmpty }
  }

  private var cursors: [Cursor]
  private let spill: PrivateFile
  private let order: ResultOrder
  private let partCounts: [Int]
  private let plan: WorkPlan
  /// How many rows of each run are in memory, at least, while it goes on.
  private let depth: Int

  /// Begins at the first row of each run.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - spill: Where they lie.
  ///   - request: What is imported.
  ///   - rowsInMemory: How many rows may be in memory, about.
  ///   - plan: The threads to use.
  init(
    _ runs: [[ResultSorter.Block]], in spill: PrivateFile, _ request: ResultRequest,
    rowsInMemory: Int, plan: WorkPlan
  ) {
    self.spill = spill
    self.plan = plan
    order = ResultOrder(request)
    partCounts = request.partCounts
    depth = max(1, rowsInMemory / max(1, runs.count))
    cursors = runs.map { [partCounts = request.partCounts] blocks in
      Cursor(blocks: blocks[...], table: ResultTable(partCounts: partCounts))
    }
  }

  /// The next results in the order of outputs, at least as many as asked for while there are any;
  /// rows of one key are never in two tables.
  ///
  /// - Parameter leastCount: How many rows, about.
  /// - Returns: The rows, not sorted; nil when there are no more.
  /// - Throws: ``ExchangeError`` when the runs cannot be read.
  mutating func next(_ leastCount: Int) throws(ExchangeError) -> ResultTable? {
    var taken = ResultTable(partCounts: partCounts)
    var depth = self.depth
    while taken.count < max(1, leastCount) {
      try fill(to: depth)
      let rowCount = taken.count
      takeRows(into: &taken)
      if taken.count > rowCount {
        depth = self.depth
      } else if cursors.contains(where: \.hasMore) {
        // Everything in memory has the bound's own key: more of it may follow.
        depth += self.depth + (cursors.map(\.rowCount).max() ?? 0)
      } else {
        break
      }
    }
    return taken.count > 0 ? taken : nil
  }

  /// Reads on in every run that has fewer rows in memory.
  private mutating func fill(to depth: Int) throws(ExchangeError) {
    let short = cursors.indices.filter { cursors[$0].hasMore && cursors[$0].rowCount < depth }
    guard !short.isEmpty else { return }
    let (spill, partCounts, waiting) = (self.spill, self.partCounts, cursors)
    do throws(FileError) {
      let filled = try plan.mapChunks(of: short.count, chunkLength: 16) {
        (places: Range<Int>) throws(FileError) -> [Cursor] in
        var filled: [Cursor] = []
        for place in places {
          var cursor = waiting[short[place]]
          var table = ResultTable(partCounts: partCounts)
          table.append(cursor.table, rows: cursor.start..<cursor.table.count)
          while table.count < depth, let block = cursor.blocks.popFirst() {
            table.append(
              ResultTable(partCounts: partCounts, unpacking: try spill.read(block.bytes)))
          }
          cursor.table = table
          cursor.start = 0
          filled.append(cursor)
        }
        return filled
      }
      for (index, cursor) in zip(short, filled.joined()) { cursors[index] = cursor }
    } catch {
      throw ExchangeError(.inputOutput, "\(error)")
    }
  }

  /// Moves all rows before the bound.
  private mutating func takeRows(into taken: inout ResultTable) {
    var bound: ResultTable?
    for cursor in cursors where cursor.hasMore {
      let last = cursor.table.count - 1
      if let least = bound, order.compare(last, of: cursor.table, 0, of: least) >= 0 { continue }
      var row = ResultTable(partCounts: partCounts)
      row.append(cursor.table, rows: last..<last + 1)
      bound = row
    }
    for index in cursors.indices where cursors[index].rowCount > 0 {
      let cursor = cursors[index]
      let end = bound.map { firstRow(of: cursor, notBefore: $0) } ?? cursor.table.count
      taken.append(cursor.table, rows: cursor.start..<end)
      cursors[index].start = end
    }
  }

  private func firstRow(of cursor: Cursor, notBefore bound: ResultTable) -> Int {
    (cursor.start..<cursor.table.count).partitionPoint {
      order.compare($0, of: cursor.table, 0, of: bound) < 0
    }
  }
}
