import Parallel

/// The rows of a file that wishes were read from: runs, broken where a row is no wish.
struct WishRows: Sendable {
  /// Number of wishes.
  private(set) var count = 0
  private var runs: [(wish: Int, row: Int)] = []

  /// Notes the row of the next wish.
  @inline(__always)
  mutating func append(_ row: Int) {
    if runs.last.map({ $0.row + count - $0.wish }) != row { runs.append((count, row)) }
    count += 1
  }

  /// Notes the rows of the wishes of the next part of the file.
  mutating func append(contentsOf other: WishRows) {
    for run in other.runs {
      let wish = count + run.wish
      if runs.last.map({ $0.row + wish - $0.wish }) != run.row { runs.append((wish, run.row)) }
    }
    count += other.count
  }

  /// The row of a wish.
  ///
  /// - Complexity: O(log runs).
  subscript(wish: Int) -> Int {
    let run = runs[max(0, runs.partitionPoint { $0.wish <= wish } - 1)]
    return run.row + wish - run.wish
  }
}
