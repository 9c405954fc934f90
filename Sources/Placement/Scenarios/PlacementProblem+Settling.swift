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
  /// raised to their number, for their seats were promised.
  ///
  /// - Parameter settlements: What is decided; a later one about the same person counts.
  /// - Returns: A problem of the same applicants, programmes and wishes.
  /// - Throws: ``PlacementError/Code/index`` for an applicant or programme that does not exist, and
  ///   for a frozen programme that is not on the applicant's list.
  /// - Complexity: O(wishes).
  public func settling(_ settlements: [Settlement]) throws(PlacementError) -> PlacementProblem {
    /// -1 for nothing decided, -2 for elsewhere, else the packed wish.
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
        let wish = wishRange(of: applicant).first { self.programme(ofWish: $0) == programme }
        guard let wish else {
          throw PlacementError(.index, subject: "a wish for programme", detail: "\(programme)")
        }
        decided[applicant] = Int32(wish)
      }
    }
    var (programmes, pools) = (self.programmes, self.pools)
    var frozenCounts = [Int](repeating: 0, count: programmes.count)
    var packed = self.packed
    for applicant in applicants.indices {
      for wish in wishRange(of: applicant) {
        let entry = packed[wish]
        if decided[applicant] == Int32(wish) {
          packed[wish] = entry.replacingKey(PackedWish.grantedKey)
          frozenCounts[programme(ofWish: wish)] += 1
        } else if decided[applicant] != -1 {
          packed[wish] = entry.replacingKey(PackedWish.voidKey)
        }
      }
    }
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
    var settled = try replacingSeats(
      programmes: programmes, pools: pools, reserves: reserves, lineRule: lineRule)
    settled.settle(settlements, packed: packed)
    return settled
  }

  /// Whether a wish of an applicant for a programme was handed in, void or not.
  public func hasWish(of applicant: Int, for programme: Int) -> Bool {
    wishRange(of: applicant).contains { self.programme(ofWish: $0) == programme }
  }
}
