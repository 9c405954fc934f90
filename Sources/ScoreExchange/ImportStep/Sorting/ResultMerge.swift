import Files
import Parallel

/// Gives the results of many sorted runs in one order, in parts that are read independently.
///
/// A part has all rows behind one key through another, of every run; those two keys are ends of
/// blocks. A block that lies across a key is read for both parts.
struct ResultMerge: Sendable {
  private let runs: [SortedRun]
  private let spill: PrivateFile
  private let order: ResultOrder
  private let partCounts: [Int]
  /// The last key of each part but the last one's.
  private let bounds: ResultTable

  /// Finds the parts.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - spill: Where they lie.
  ///   - request: What is imported.
  ///   - rowsInPart: How many rows a part has, about; more where many have one key.
  ///   - plan: The threads to use.
  /// - Complexity: O(blocks log blocks).
  init(
    _ runs: [SortedRun], in spill: PrivateFile, _ request: ResultRequest, rowsInPart: Int,
    plan: WorkPlan
  ) {
    self.runs = runs
    self.spill = spill
    order = ResultOrder(request)
    partCounts = request.partCounts
    let ends = ResultTable(partCounts: partCounts, joining: runs.map(\.ends))
    let rowCounts = runs.flatMap(\.rowCounts)
    var bounds = ResultTable(partCounts: partCounts)
    var waiting = 0
    for end in order.order(of: ends, plan: plan).rows ?? Array(0..<UInt32(ends.count)) {
      let end = Int(end)
      waiting += rowCounts[end]
      guard waiting >= rowsInPart else { continue }
      waiting = 0
      let last = bounds.count - 1
      if last >= 0 && order.compare(last, of: bounds, end, of: ends) == 0 { continue }
      bounds.append(ends, rows: end..<end + 1)
    }
    self.bounds = bounds
  }

  /// How many parts there are; some may have no rows.
  var partCount: Int { bounds.count + 1 }

  /// The rows of a part; rows of one key are never in two parts.
  ///
  /// - Parameter part: Its number, from 0.
  /// - Returns: The rows of one run in their order, one run after the other.
  /// - Throws: ``ExchangeError`` when the runs cannot be read.
  /// - Complexity: O(rows).
  func rows(of part: Int) throws(ExchangeError) -> ResultTable {
    var taken = ResultTable(partCounts: partCounts)
    do throws(FileError) {
      for run in runs {
        let first = part == 0 ? 0 : run.blocks(through: part - 1, of: bounds, order)
        var end = run.blocks.count
        if part < bounds.count {
          // The next block may begin with rows of this part.
          end = min(end, run.blocks(through: part, of: bounds, order) + 1)
        }
        for block in first..<end {
          let table = ResultTable(
            partCounts: partCounts, unpacking: try spill.read(run.blocks[block]))
          var rows = 0..<table.count
          if part > 0 && block == first {
            rows = table.rows(through: part - 1, of: bounds, in: rows, order)..<rows.upperBound
          }
          if part < bounds.count && block == end - 1 {
            rows = rows.lowerBound..<table.rows(through: part, of: bounds, in: rows, order)
          }
          taken.append(table, rows: rows)
        }
      }
    } catch {
      throw ExchangeError(.inputOutput, "\(error)")
    }
    return taken
  }
}
