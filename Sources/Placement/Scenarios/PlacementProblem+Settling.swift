import Parallel

/// What is already decided about an applicant before a placement.
public enum Settlement: Hashable, Sendable {
  /// The applicant has a place elsewhere: all her wishes are void.
  case elsewhere(applicant: Int)
  /// The applicant keeps a programme of her list from an earlier round.
  case frozen(applicant: Int, programme: Int)
}

extension PlacementProblem {
  /// The problem in which some applicants are settled beforehand.
  ///
  /// Frozen people come before everybody else at their programme; a quota that they exceed is
  /// raised to their number, for their seats were promised. Where seats are kept for groups it is
  /// raised until the blocks hold them all, whoever else comes.
  ///
  /// - Parameter settlements: What is decided; a later one about the same person counts.
  /// - Returns: A problem of the same applicants, programmes and wishes.
  /// - Throws: ``PlacementError/Code/index`` for an applicant or programme that does not exist, and
  ///   for a frozen programme that is not on the applicant's list.
  /// - Complexity: O(wishes), and for programmes with seats for groups O(groups × blocks × people ×
  ///   log people) with the people frozen there.
  public func settling(_ settlements: [Settlement]) throws(PlacementError) -> PlacementProblem {
    let (packed, frozen) = granting(try decided(settlements))
    var (programmes, pools) = seatsRaised(for: frozen)
    raiseCrowdedQuotas(&programmes, frozen: frozen)
    var settled = try replacingSeats(
      programmes: programmes, pools: pools, reserves: reserves, lineRule: lineRule)
    settled.settle(settlements, packed: packed, statedQuotas: statedQuotas)
    return settled
  }

  /// What is decided about each applicant: -1 for nothing, -2 for elsewhere, else the packed wish.
  private func decided(_ settlements: [Settlement]) throws(PlacementError) -> [Int32] {
    var decided = [Int32](repeating: -1, count: applicants.count)
    for settlement in settlements {
      switch settlement {
      case .elsewhere(let applicant):
        guard applicants.indices.contains(applicant) else {
          throw PlacementError(.index, subject: "applicant", detail: "\(applicant)")
        }
        decided[applicant] = -2
      case .frozen(let applicant, let programme):
        guard applicants.indices.contains(applicant) else {
          throw PlacementError(.index, subject: "applicant", detail: "\(applicant)")
        }
        let wishes = wishRange(of: applicant).filter { self.programme(ofWish: $0) == programme }
        // Of several wishes for it, one that was not set aside.
        guard let wish = wishes.first(where: { reject(row: row($0)) == nil }) ?? wishes.first else {
          throw PlacementError(.index, subject: "a wish for programme", detail: "\(programme)")
        }
        decided[applicant] = Int32(wish)
      }
    }
    return decided
  }

  /// The wishes with keys that say what is decided, and those that are granted.
  private func granting(_ decided: [Int32]) -> (packed: [PackedWish], frozen: [Candidate]) {
    var frozen: [Candidate] = []
    var packed = self.packed
    for applicant in applicants.indices {
      for wish in wishRange(of: applicant) {
        let entry = packed[wish]
        if decided[applicant] == Int32(wish) {
          packed[wish] = entry.replacingKey(PackedWish.grantedKey)
          frozen.append(
            Candidate(key: PackedWish.grantedKey, wish: UInt32(wish), line: entry.line))
        } else if decided[applicant] != -1 {
          packed[wish] = entry.replacingKey(PackedWish.voidKey)
        }
      }
    }
    return (packed, frozen)
  }

  /// The programmes and pools, with quotas that hold the frozen people.
  private func seatsRaised(for frozen: [Candidate]) -> ([Programme], [Pool]) {
    var (programmes, pools) = (self.programmes, self.pools)
    var frozenCounts = [Int](repeating: 0, count: programmes.count)
    for person in frozen { frozenCounts[programme(ofWish: Int(person.wish))] += 1 }
    var frozenInPool = [Int](repeating: 0, count: pools.count)
    for (index, count) in frozenCounts.enumerated() {
      programmes[index].quota = max(programmes[index].quota, count)
      var pool = programmes[index].pool
      while let current = pool {
        frozenInPool[current] += count
        pool = pools[current].parent
      }
    }
    for (index, count) in frozenInPool.enumerated() {
      pools[index].quota = max(pools[index].quota, count)
    }
    return (programmes, pools)
  }

  /// Adds the fewest seats with which blocks of reserved seats hold all frozen people.
  private func raiseCrowdedQuotas(_ programmes: inout [Programme], frozen: [Candidate]) {
    // A seat that a group may yet fill is nobody else's to keep.
    let kept = Dictionary(
      grouping: reserves.map {
        ReserveBlock(programme: $0.programme, group: $0.group, seats: $0.seats, isHard: true)
      }, by: \.programme)
    let byUnit = Dictionary(grouping: frozen) { seats.lineUnit[Int($0.line)] }
    for (unit, people) in byUnit {
      guard case .reserves(let plan) = seats.units[Int(unit)] else { continue }
      let programme = Int(seats.lineProgramme[Int(people[0].line)])
      let quota = programmes[programme].quota
      func holdsAll(_ added: Int) -> Bool {
        let crowded = ReservePlan(
          lines: plan.lines, quota: quota + added, blocks: kept[programme] ?? [])
        var limits = crowded.openLimits
        crowded.lower(&limits, by: people, ties: lineRule.treatmentOfEquals)
        return people.allSatisfy { $0.key < crowded.limit(ofLine: $0.line, limits) }
      }
      // The added seats go to the last block, which is for anyone. Hard blocks pass nothing on to it,
      // so who is left for it, in which order, is the same for every quota, and all have one key. A
      // group is refused if neither this block nor one before has a seat for it or, where equals must
      // all fit, if one of it stands behind as many as the block has seats. Neither becomes true with
      // more seats, and neither is true with one for each: the least number can be bisected.
      programmes[programme].quota += (0..<people.count).partitionPoint { !holdsAll($0) }
    }
  }

  /// Whether a wish of an applicant for a programme was handed in, void or not.
  public func hasWish(of applicant: Int, for programme: Int) -> Bool {
    wishRange(of: applicant).contains { self.programme(ofWish: $0) == programme }
  }
}
