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

  /// Who has a seat by each lot among equals, one person after the other as long as every set has one.
  ///
  /// Everybody must have one wish at most.
  func seatedByEachLot() -> [Set<Int>] {
    lots(lists.joined().sorted { $0.place < $1.place }).map { wishes in
      var taken: [(set: SeatSet, applicant: Int)] = []
      for wish in wishes {
        let sets = sets(around: wish.programme)
        if sets.allSatisfy({ set in taken.count { $0.set == set } < quota(set) }) {
          taken += sets.map { ($0, wish.applicant) }
        }
      }
      return Set(taken.map(\.applicant))
    }
  }

  /// Whom every lot among equals seats under `reject-all`, whom some lot seats under the other rules.
  private func chosen(_ candidates: [Wish], from blocks: [ReserveBlock]) -> [Wish] {
    let lots = lots(candidates.sorted { $0.place < $1.place }).map { seated($0, from: blocks) }
    return candidates.filter { wish in
      func isSeated(_ seated: [Wish]) -> Bool {
        seated.contains { $0.applicant == wish.applicant && $0.programme == wish.programme }
      }
      return rule == .rejectAll ? lots.allSatisfy(isSeated) : lots.contains(where: isSeated)
    }
  }

  /// Every way to put equals, who stand side by side, in an order.
  private func lots(_ wishes: [Wish]) -> [[Wish]] {
    guard let first = wishes.first else { return [[]] }
    let equals = wishes.prefix { !(first.place < $0.place) }
    let rest = lots(Array(wishes.dropFirst(equals.count)))
    return orders(Array(equals)).flatMap { order in rest.map { order + $0 } }
  }

  private func orders(_ wishes: [Wish]) -> [[Wish]] {
    if wishes.isEmpty { return [[]] }
    return wishes.indices.flatMap { index in
      var others = wishes
      let next = others.remove(at: index)
      return orders(others).map { [next] + $0 }
    }
  }

  /// Fills block after block with the first of those who wait.
  private func seated(_ candidates: [Wish], from blocks: [ReserveBlock]) -> [Wish] {
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
      while seats > 0,
        let next = waiting.firstIndex(where: { block.group == nil || $0.group == block.group })
      {
        seated.append(waiting.remove(at: next))
        seats -= 1
      }
      if block.group != nil, !block.isHard { passedOn += seats }
    }
    return seated
  }
}
