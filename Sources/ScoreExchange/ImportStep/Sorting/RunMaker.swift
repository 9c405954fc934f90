import Files
import Synchronization

/// Makes sorted runs, on any number of threads.
final class RunMaker: Sendable {
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
