/// The blocks of seats of one programme, in the order in which they are filled.
///
/// Slots that pass unfilled seats on in a fixed order keep choices substitutable (Kominers and
/// Sönmez 2016; Aygün and Turhan 2020). Which block an equal person fills is for the lot to say, and
/// so is who of several goes without: `admit-all` seats everybody whom some lot seats, `reject-all`
/// everybody whom every lot seats. Equals who all have a seat one way or another are no tie.
struct ReservePlan {
  struct Block {
    /// -1 for anyone.
    let group: Int32
    let seats: Int
    /// Whether unfilled seats pass on.
    let passesOn: Bool
  }

  /// The programme's own line, then one for each group from 0.
  let lines: [UInt32]
  let blocks: [Block]
  /// -1 for people of no group with a block, then the groups that have one.
  private let sides: [Int32]

  init(lines: [UInt32], quota: Int, blocks given: [ReserveBlock]) {
    self.lines = lines
    let rest = quota - given.reduce(0) { $0 + $1.seats }
    blocks =
      given.map { block in
        Block(
          group: Int32(block.group ?? -1), seats: block.seats,
          passesOn: block.group != nil && !block.isHard)
      } + [Block(group: -1, seats: rest, passesOn: false)]
    sides = [-1] + Set(blocks.lazy.map(\.group)).subtracting([-1]).sorted()
  }

  /// A limit for each side, open to everyone.
  var openLimits: [UInt64] { Array(repeating: .max, count: sides.count) }

  func limit(ofLine line: UInt32, _ limits: [UInt64]) -> UInt64 { limits[side(of: line)] }

  func lower(_ limits: inout [UInt64], by candidates: [Candidate], ties: TieTreatment) {
    let sideOfCandidate = candidates.map { side(of: $0.line) }
    for side in sides.indices {
      limits[side] = min(limits[side], limit(of: side, candidates, sideOfCandidate, ties))
    }
  }

  /// The limit of a side, with the lots that are best for it under `admitAll`, worst under `rejectAll`:
  /// of equals its people come first, or last.
  private func limit(
    of side: Int, _ candidates: [Candidate], _ sideOfCandidate: [Int], _ ties: TieTreatment
  ) -> UInt64 {
    var waiting = order(of: side, candidates, sideOfCandidate, ties)
    var limit: UInt64 = 0
    var passedOn = 0
    for block in blocks {
      var seats = block.seats
      if block.group < 0 {
        seats += passedOn
        passedOn = 0
      }
      if seats == 0 { continue }
      var last: UInt64 = 0
      waiting.removeAll { candidate in
        guard seats > 0, isOpen(block, to: sideOfCandidate[candidate]) else { return false }
        seats -= 1
        last = candidates[candidate].key
        return true
      }
      if isOpen(block, to: side) { limit = max(limit, seats > 0 ? .max : last + 1) }
      if block.passesOn { passedOn += seats }
    }
    if ties == .rejectAll, let unseated = waiting.first(where: { sideOfCandidate[$0] == side }) {
      limit = min(limit, candidates[unseated].key)
    }
    return limit
  }

  /// The places of the candidates, who stand by key already, with the people of a side first or last
  /// among equals.
  private func order(
    of side: Int, _ candidates: [Candidate], _ sideOfCandidate: [Int], _ ties: TieTreatment
  ) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(candidates.count)
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, candidates[end].key == candidates[start].key { end += 1 }
      for isOwnTurn in [ties == .admitAll, ties != .admitAll] {
        for place in start..<end where (sideOfCandidate[place] == side) == isOwnTurn {
          order.append(place)
        }
      }
      start = end
    }
    return order
  }

  private func isOpen(_ block: Block, to side: Int) -> Bool {
    block.group < 0 || block.group == sides[side]
  }

  private func side(of line: UInt32) -> Int {
    line == lines[0] ? 0 : sides.firstIndex(of: Int32(line - lines[1])) ?? 0
  }
}
