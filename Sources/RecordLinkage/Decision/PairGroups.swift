import Parallel

/// Pairs grouped by one row and the source of the other, within which only one link may stand.
struct PairGroups: Sendable {
  /// Positions of pairs, by row, and within a row by source.
  let positions: [UInt32]
  /// Where groups begin in ``positions``, and where the last one ends.
  private let starts: [UInt32]
  /// The number of the group of each pair.
  let numbers: [UInt32]

  /// Groups by right row and left source.
  ///
  /// - Parameters:
  ///   - pairs: The pairs, those of one right row one behind the other.
  ///   - sources: The source of the left row of each pair; empty where there is only one.
  /// - Complexity: O(pairs), and O(k log k) for a row with k pairs.
  init(byRight pairs: [CandidatePair], sources: [UInt32]) {
    let rowStarts = pairs.indices.filter { $0 == 0 || pairs[$0].right != pairs[$0 - 1].right }
    self.init(
      positions: Array(0..<UInt32(pairs.count)), rowStarts: rowStarts + [pairs.count], sources)
  }

  /// Groups by left row and right source.
  ///
  /// - Parameters:
  ///   - pairs: The pairs, in any order.
  ///   - rowCount: Left rows are below it.
  ///   - sources: The source of the right row of each pair; empty where there is only one.
  /// - Complexity: O(pairs + `rowCount`), and O(k log k) for a row with k pairs.
  init(byLeft pairs: [CandidatePair], rowCount: Int, sources: [UInt32]) {
    let starts = groupStarts(pairs.lazy.map { Int($0.left) }, groupCount: rowCount)
    var positions = [UInt32](repeating: 0, count: pairs.count)
    var next = starts
    for (position, pair) in pairs.enumerated() {
      let row = Int(pair.left)
      positions[next[row]] = UInt32(position)
      next[row] += 1
    }
    self.init(positions: positions, rowStarts: starts, sources)
  }

  private init(positions: [UInt32], rowStarts: [Int], _ sources: [UInt32]) {
    var positions = positions
    var starts: [UInt32] = []
    var numbers = [UInt32](repeating: 0, count: positions.count)
    for (start, end) in zip(rowStarts, rowStarts.dropFirst()) where start < end {
      if !sources.isEmpty && end - start > 1 {
        positions[start..<end].sort { (sources[Int($0)], $0) < (sources[Int($1)], $1) }
      }
      for place in start..<end {
        if place == start
          || !sources.isEmpty
            && sources[Int(positions[place])] != sources[Int(positions[place - 1])]
        {
          starts.append(UInt32(place))
        }
        numbers[Int(positions[place])] = UInt32(starts.count - 1)
      }
    }
    self.positions = positions
    self.starts = starts + [UInt32(positions.count)]
    self.numbers = numbers
  }

  /// What there is to say of each group, by its number.
  ///
  /// - Parameters:
  ///   - plan: The threads to use.
  ///   - summary: Gets the positions of the pairs of a group.
  /// - Returns: The summaries.
  func summaries<Summary: BitwiseCopyable & Sendable>(
    _ plan: WorkPlan, _ summary: @Sendable (Span<UInt32>) -> Summary
  ) -> [Summary] {
    plan.filledArray(count: starts.count - 1) { group in
      summary(positions.span.extracting(Int(starts[group])..<Int(starts[group + 1])))
    }
  }
}
