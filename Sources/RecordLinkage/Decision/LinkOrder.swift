import Parallel

/// The order of pairs by the bytes of their left keys, then of their right keys; those with the same keys
/// by weight and pattern.
struct LinkOrder: Sendable {
  private let left: TextColumn
  private let right: any PersonRows
  /// How many bytes all left keys begin with.
  private let commonLength: Int

  /// The order of pairs of rows of which the left ones have these keys.
  init(left: TextColumn, right: any PersonRows) {
    self.left = left
    self.right = right
    commonLength = left.commonLength
  }

  /// Some pairs in order.
  ///
  /// Most left keys are told apart by eight of their bytes, which are compared as one number.
  ///
  /// - Parameters:
  ///   - positions: Positions of pairs, those of one left row one behind the other.
  ///   - pairs: All pairs.
  ///   - plan: The threads to use.
  /// - Returns: The positions in the order of their pairs.
  /// - Complexity: O(k log k) for k positions; O(k) where left rows stand in the order of their keys.
  func ordered(_ positions: [UInt32], of pairs: [CandidatePair], plan: WorkPlan) -> [UInt32] {
    let runs = runs(positions, pairs, plan)
    let parts = plan.mapChunks(of: runs.count, chunkLength: Self.chunkLength) { chunk in
      var part: [UInt32] = []
      var ofOneKey: [UInt32] = []
      for first in chunk where first == 0 || !hasOneKey(runs[first], runs[first - 1]) {
        var end = first + 1
        while end < runs.count, hasOneKey(runs[end], runs[first]) { end += 1 }
        ofOneKey.removeAll(keepingCapacity: true)
        for run in runs[first..<end] { ofOneKey += positions[run.places] }
        ofOneKey.sort { precedesOfOneKey(pairs[Int($0)], pairs[Int($1)]) }
        part += ofOneKey
      }
      return part
    }
    return Array(parts.joined())
  }

  private static let chunkLength = 1 << 14

  /// The order of pairs with the same left key.
  private func precedesOfOneKey(_ one: CandidatePair, _ other: CandidatePair) -> Bool {
    if one.right != other.right,
      let precedes = right.keyPrecedes(Int(one.right), Int(other.right))
    {
      return precedes
    }
    return (one.weight, one.pattern) < (other.weight, other.pattern)
  }

  /// Pairs of one left row.
  private struct Run {
    let key: UInt64
    let left: Int
    let places: Range<Int>
  }

  private func hasOneKey(_ one: Run, _ other: Run) -> Bool {
    one.key == other.key && left.precedes(one.left, left, other.left) == nil
  }

  /// The pairs of each left row, by the keys of these.
  private func runs(_ positions: [UInt32], _ pairs: [CandidatePair], _ plan: WorkPlan) -> [Run] {
    let lefts = plan.filledArray(count: positions.count) { pairs[Int(positions[$0])].left }
    let parts = plan.mapChunks(of: lefts.count, chunkLength: 1 << 16) { places in
      var runs: [Run] = []
      for start in places where start == 0 || lefts[start] != lefts[start - 1] {
        let end = lefts[start...].firstIndex { $0 != lefts[start] } ?? lefts.count
        let row = Int(lefts[start])
        runs.append(
          Run(key: left.eightBytes(row, from: commonLength), left: row, places: start..<end))
      }
      return runs
    }
    return parts.joined().sorted { first, second in
      first.key != second.key
        ? first.key < second.key : left.precedes(first.left, left, second.left) ?? false
    }
  }
}

extension TextColumn {
  /// How many bytes all texts begin with.
  fileprivate var commonLength: Int {
    guard count > 0 else { return 0 }
    let first = range(0)
    var common = first.count
    for row in 1..<max(1, count) {
      let own = range(row)
      common = min(common, own.count)
      var length = 0
      while length < common, bytes[first.lowerBound + length] == bytes[own.lowerBound + length] {
        length += 1
      }
      common = length
    }
    return common
  }

  /// Eight bytes of a text as a number, with zeros for those it does not have.
  fileprivate func eightBytes(_ row: Int, from start: Int) -> UInt64 {
    let range = range(row)
    var number: UInt64 = 0
    for place in range.lowerBound + start..<range.lowerBound + start + 8 {
      number = number << 8 | (place < range.upperBound ? UInt64(bytes[place]) : 0)
    }
    return number
  }
}
