import Parallel

/// The programmes of one outermost pool, and the pools inside it.
///
/// Seats used by a set count at most its quota: with `n` candidates before a key, a programme uses
/// `min(quota, n)` seats and a pool `min(quota, sum of what is inside)`. A tie that overfills one
/// programme so takes from its sisters what it would take by any lot, and more candidates never free
/// a seat. If each of the equals took one, whoever displaces them would free seats, and some problems
/// would have no stable placement.
struct PoolPlan {
  struct Node {
    let quota: Int
    /// The node around this one, -1 for the outermost.
    let parent: Int
  }

  /// The programmes' lines, ascending; line `lines[i]` is node `i`.
  let lines: [UInt32]
  let nodes: [Node]

  init(outermost: Int, programmes: [Programme], pools: [Pool]) {
    func isInside(_ pool: Int) -> Bool {
      var pool: Int? = pool
      while let current = pool {
        if current == outermost { return true }
        pool = pools[current].parent
      }
      return false
    }
    let isMember = pools.indices.map(isInside)
    let members = programmes.indices.filter { index in
      programmes[index].pool.map { isMember[$0] } ?? false
    }
    let inside = pools.indices.filter { isMember[$0] }
    var nodeOfPool = [Int](repeating: -1, count: pools.count)
    for (offset, pool) in inside.enumerated() { nodeOfPool[pool] = members.count + offset }
    lines = members.map { UInt32($0) }
    nodes =
      members.map { member in
        let parent = programmes[member].pool.map { nodeOfPool[$0] } ?? -1
        return Node(quota: programmes[member].quota, parent: parent)
      }
      + inside.map { pool in
        let parent = pool == outermost ? nil : pools[pool].parent
        return Node(quota: pools[pool].quota, parent: parent.map { nodeOfPool[$0] } ?? -1)
      }
  }

  func limit(ofLine line: UInt32, _ limits: [UInt64]) -> UInt64 {
    var node = leaf(of: line)
    var limit = UInt64.max
    while node >= 0 {
      limit = min(limit, limits[node])
      node = nodes[node].parent
    }
    return limit
  }

  /// `admit-all`: a set is full behind the class of equals that uses its last seat.
  func lowerAdmitting(_ limits: inout [UInt64], by candidates: [Candidate]) {
    var used = [Int](repeating: 0, count: nodes.count)
    for candidate in candidates {
      var node = leaf(of: candidate.line)
      while node >= 0, used[node] < nodes[node].quota {
        used[node] += 1
        if used[node] == nodes[node].quota { limits[node] = min(limits[node], candidate.key + 1) }
        node = nodes[node].parent
      }
    }
  }

  /// `reject-all`: a set is closed to the first class of equals that does not fit whole.
  ///
  /// People refused earlier may be missing from `candidates`: a set that refused some of a class
  /// counts as full from that class on.
  func lowerRejecting(_ limits: inout [UInt64], by candidates: [Candidate]) {
    var used = [Int](repeating: 0, count: nodes.count)
    let before = limits
    let closed = nodes.indices.filter { before[$0] < .max && nodes[$0].quota > 0 }
      .sorted { (before[$0], $0) < (before[$1], $1) }
    var nextClosed = 0
    func take(from start: Int, key: UInt64) {
      var node = start
      while node >= 0 {
        if used[node] == nodes[node].quota {
          limits[node] = min(limits[node], key)
          return
        }
        used[node] += 1
        node = nodes[node].parent
      }
    }
    for candidate in candidates {
      while nextClosed < closed.count, before[closed[nextClosed]] <= candidate.key {
        let node = closed[nextClosed]
        while used[node] < nodes[node].quota { take(from: node, key: before[node]) }
        nextClosed += 1
      }
      take(from: leaf(of: candidate.line), key: candidate.key)
    }
  }

  /// The node of a line, by bisection.
  private func leaf(of line: UInt32) -> Int {
    lines.partitionPoint { $0 < line }
  }
}
