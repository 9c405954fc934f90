import Parallel

/// The order of pairs by the bytes of their left keys, then of their right keys; those with the same keys
/// by weight and pattern.
struct LinkOrder: Sendable {
  private let left: any PersonRows
  private let right: any PersonRows
  /// How many bytes all left keys begin with.
  private let commonLength: Int

  /// The order of pairs of some rows.
  ///
  /// - Complexity: O(left rows).
  init(left: any PersonRows, right: any PersonRows, plan: WorkPlan) {
    self.left = left
    self.right = right
    commonLength = left.commonKeyLength(plan)
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
    one.key == other.key && left.keyPrecedes(one.left, other.left) == nil
  }

  /// The pairs of each left row, by the keys of these.
  private func runs(_ positions: [UInt32], _ pairs: [CandidatePair], _ plan: WorkPlan) -> [Run] {
    let lefts = plan.filledArray(count: positions.count) { pairs[Int(positions[$0])].left }
    let parts = plan.mapChunks(of: lefts.count, chunkLength: 1 << 16) { places in
      var runs: [Run] = []
      var key: [UInt8] = []
      for start in places where start == 0 || lefts[start] != lefts[start - 1] {
        let end = lefts[start...].firstIndex { $0 != lefts[start] } ?? lefts.count
        let row = Int(lefts[start])
        left.writeKey(of: row, into: &key)
        runs.append(
          Run(key: key.eightBytes(from: commonLength), left: row, places: start..<end))
      }
      return runs
    }
    return parts.joined().sorted { first, second in
      first.key != second.key
        ? first.key < second.key : left.keyPrecedes(first.left, second.left) ?? false
    }
  }
}

extension PersonRows {
  /// How many bytes all keys begin with.
  fileprivate func commonKeyLength(_ plan: WorkPlan) -> Int {
    guard count > 0 else { return 0 }
    var first: [UInt8] = []
    writeKey(of: 0, into: &first)
    let lengths = plan.mapChunks(of: count, chunkLength: 1 << 16) { [first] rows in
      var common = first.count
      var key: [UInt8] = []
      for row in rows {
        writeKey(of: row, into: &key)
        common = min(common, key.count)
        if !key[..<common].elementsEqual(first[..<common]) {
          common = zip(key, first).prefix { $0 == $1 }.count
        }
      }
      return common
    }
    return lengths.min() ?? 0
  }
}

extension [UInt8] {
  /// Eight bytes as a number, with zeros for those that are not there.
  fileprivate func eightBytes(from start: Int) -> UInt64 {
    (start..<start + 8).reduce(0) { $0 << 8 | ($1 < count ? UInt64(self[$1]) : 0) }
  }
}
