import Placement

/// Decides by the definitions alone who has a seat and which placements are stable.
struct Oracle {
  typealias Wish = Instance.Wish

  let applicantCount: Int
  let programmes: [Programme]
  let pools: [Pool]
  let reserves: [ReserveBlock]
  let rule: LineRule
  /// Each applicant's valid wishes, the most wanted first.
  let lists: [[Wish]]

  init(_ instance: Instance) {
    applicantCount = instance.applicantCount
    programmes = instance.programmes
    pools = instance.pools
    reserves = instance.reserves
    rule = instance.rule
    let valid = instance.wishes.filter { wish in
      wish.isEligible && Int64(wish.score) >= instance.programmes[wish.programme].floor ?? .min
    }
    let placed = valid.map { wish in
      var wish = wish
      let strength = wish
      wish.place = valid.count { instance.isBetter($0, strength) }
      return wish
    }
    lists = (0..<instance.applicantCount).map { applicant in
      placed.filter { $0.applicant == applicant }.sorted { $0.rank < $1.rank }
    }
  }

  /// Who of `candidates`, all wishes for the same programme or the same outermost pool, has a seat.
  ///
  /// Word for word the definition of each rule, with no thought for speed.
  func chosen(_ candidates: [Wish]) -> [Wish] {
    guard let first = candidates.first else { return [] }
    let blocks = reserves.filter { $0.programme == first.programme }
    if !blocks.isEmpty { return chosen(candidates, from: blocks) }
    return candidates.filter { wish in
      let sets = sets(around: wish.programme)
      if rule == .rejectAll {
        let asGood = candidates.filter { !(wish.place < $0.place) }
        return sets.allSatisfy { demand($0, asGood) <= quota($0) }
      }
      let better = candidates.filter { $0.place < wish.place }
      return sets.allSatisfy { min(quota($0), demand($0, better)) < quota($0) }
    }
  }

  enum SeatSet: Equatable {
    case programme(Int)
    case pool(Int)
  }

  /// The programme and the pools around it, from the inside.
  func sets(around programme: Int) -> [SeatSet] {
    var sets = [SeatSet.programme(programme)]
    var pool = programmes[programme].pool
    while let current = pool {
      sets.append(.pool(current))
      pool = pools[current].parent
    }
    return sets
  }

  /// The outermost set that decides over a programme.
  func unit(of programme: Int) -> SeatSet {
    sets(around: programme).last ?? .programme(programme)
  }

  private func quota(_ set: SeatSet) -> Int {
    switch set {
    case .programme(let index): programmes[index].quota
    case .pool(let index): pools[index].quota
    }
  }

  /// Seats asked for in a set: people of a programme, or what the sets inside can use.
  private func demand(_ set: SeatSet, _ wishes: [Wish]) -> Int {
    switch set {
    case .programme(let index): return wishes.count { $0.programme == index }
    case .pool(let index):
      let inside =
        programmes.indices.filter { programmes[$0].pool == index }.map(SeatSet.programme)
        + pools.indices.filter { pools[$0].parent == index }.map(SeatSet.pool)
      return inside.reduce(0) { $0 + min(quota($1), demand($1, wishes)) }
    }
  }

  private func chosen(_ candidates: [Wish], from blocks: [ReserveBlock]) -> [Wish] {
    let rest = programmes[blocks[0].programme].quota - blocks.reduce(0) { $0 + $1.seats }
    let open = ReserveBlock(programme: blocks[0].programme, group: nil, seats: rest)
    var waiting = candidates
    var seated: [Wish] = []
    var passedOn = 0
    for block in blocks + [open] {
      var seats = block.seats
      if block.group == nil {
        seats += passedOn
        passedOn = 0
      }
      let asking = waiting.filter { block.group == nil || $0.group == block.group }
      let admitted = asking.filter { wish in
        rule == .rejectAll
          ? asking.count { !(wish.place < $0.place) } <= seats
          : asking.count { $0.place < wish.place } < seats
      }
      if block.group != nil, !block.isHard { passedOn += max(0, seats - asking.count) }
      seated += admitted
      waiting.removeAll { wish in
        admitted.contains { $0.applicant == wish.applicant && $0.programme == wish.programme }
      }
    }
    return seated
  }
}
