/// The blocks of seats of one programme, in the order in which they are filled.
///
/// Slots that pass unfilled seats on in a fixed order keep choices substitutable (Kominers and
/// Sönmez 2016; Aygün and Turhan 2020). Under `reject-all`, seats left empty because equals did not
/// all fit stay empty; only seats that nobody asked for pass on.
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

  init(lines: [UInt32], quota: Int, blocks given: [ReserveBlock]) {
    self.lines = lines
    let rest = quota - given.reduce(0) { $0 + $1.seats }
    blocks =
      given.map { block in
        Block(
          group: Int32(block.group ?? -1), seats: block.seats,
          passesOn: block.group != nil && !block.isHard)
      } + [Block(group: -1, seats: rest, passesOn: false)]
  }

  func limit(ofLine line: UInt32, _ limits: [UInt64]) -> UInt64 {
    let group = self.group(of: line)
    var limit: UInt64 = 0
    for (index, block) in blocks.enumerated() where block.group < 0 || block.group == group {
      limit = max(limit, limits[index])
    }
    return limit
  }

  func lower(_ limits: inout [UInt64], by candidates: [Candidate], ties: TieTreatment) {
    var waiting = candidates
    var passedOn = 0
    for (index, block) in blocks.enumerated() {
      var seats = block.seats
      if block.group < 0 {
        seats += passedOn
        passedOn = 0
      }
      let (limit, asked) = self.limit(
        block, seats: seats, of: waiting, ties: ties, before: limits[index])
      limits[index] = limit
      if block.passesOn, limit == .max { passedOn += max(0, seats - asked) }
      waiting.removeAll { accepts(block, $0) && $0.key < limit }
    }
  }

  /// The limit of a block and how many asked for it.
  private func limit(
    _ block: Block, seats: Int, of waiting: [Candidate], ties: TieTreatment, before: UInt64
  ) -> (UInt64, asked: Int) {
    if seats == 0 { return (0, 0) }
    var asked = 0
    var last: UInt64 = 0
    for candidate in waiting where accepts(block, candidate) {
      if asked >= seats {
        let limit = ties == .admitAll || candidate.key > last ? last + 1 : candidate.key
        return (min(before, limit), asked)
      }
      asked += 1
      last = candidate.key
    }
    return (asked == seats ? min(before, last + 1) : before, asked)
  }

  private func accepts(_ block: Block, _ candidate: Candidate) -> Bool {
    block.group < 0 || block.group == group(of: candidate.line)
  }

  private func group(of line: UInt32) -> Int32 {
    line == lines[0] ? -1 : Int32(line - lines[1])
  }
}
