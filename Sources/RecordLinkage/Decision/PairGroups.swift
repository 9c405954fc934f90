/// Pairs grouped by one row and the source of the other, within which only one link may stand.
struct PairGroups {
  /// Positions of pairs, group after group.
  private(set) var order: [Int32]
  /// Where groups end in ``order``.
  private(set) var ends: [Int32] = []

  /// Groups by `row`, below `rowCount`, and within a row by `source`.
  ///
  /// - Complexity: O(pairs + `rowCount`), and O(k log k) for a row with k pairs.
  init(
    _ pairs: [CandidatePair], rowCount: Int, row: (CandidatePair) -> UInt32,
    source: (CandidatePair) -> UInt32
  ) {
    var starts = [Int32](repeating: 0, count: rowCount + 1)
    for pair in pairs { starts[Int(row(pair)) + 1] += 1 }
    for index in 0..<rowCount { starts[index + 1] += starts[index] }
    order = [Int32](repeating: 0, count: pairs.count)
    var next = starts
    for (position, pair) in pairs.enumerated() {
      let place = Int(row(pair))
      order[Int(next[place])] = Int32(position)
      next[place] += 1
    }
    for index in 0..<rowCount where starts[index + 1] > starts[index] {
      let range = Int(starts[index])..<Int(starts[index + 1])
      if range.count > 1 {
        order[range].sort {
          (source(pairs[Int($0)]), $0) < (source(pairs[Int($1)]), $1)
        }
      }
      for position in range.dropLast()
      where source(pairs[Int(order[position])]) != source(pairs[Int(order[position + 1])]) {
        ends.append(Int32(position + 1))
      }
      ends.append(Int32(range.upperBound))
    }
  }

  /// Calls `body` with the positions of each group.
  func forEach(_ body: (ArraySlice<Int32>) -> Void) {
    var start = 0
    for end in ends {
      body(order[start..<Int(end)])
      start = Int(end)
    }
  }
}
