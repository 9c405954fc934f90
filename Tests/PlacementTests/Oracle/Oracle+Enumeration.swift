import Placement

extension Oracle {
  /// Every way to give each applicant one of her valid wishes or none, as programmes, -1 for none.
  func allPlacements() -> [[Int]] {
    var placements: [[Int]] = [[]]
    for applicant in 0..<applicantCount {
      let options = lists[applicant].map(\.programme) + [-1]
      placements = placements.flatMap { placement in options.map { placement + [$0] } }
    }
    return placements
  }

  /// Whether everybody a unit has is exactly whom it chooses from all who are there or would
  /// rather be there.
  func isStable(_ placement: [Int]) -> Bool {
    isStable(placement, chosen: chosen)
  }

  /// The same under another rule, which says of the wishes at one unit who has a seat.
  func isStable(_ placement: [Int], chosen: ([Wish]) -> [Wish]) -> Bool {
    var demand: [(unit: SeatSet, wish: Wish, isPlaced: Bool)] = []
    for applicant in 0..<applicantCount {
      for wish in lists[applicant] {
        let isPlaced = wish.programme == placement[applicant]
        demand.append((unit(of: wish.programme), wish, isPlaced))
        if isPlaced { break }
      }
    }
    return demand.allSatisfy { entry in
      let rivals = demand.filter { $0.unit == entry.unit }.map(\.wish)
      let isChosen = chosen(rivals).contains {
        $0.applicant == entry.wish.applicant && $0.programme == entry.wish.programme
      }
      return isChosen == entry.isPlaced
    }
  }

  /// Place in an applicant's list, the number of wishes for none.
  func place(_ programme: Int, for applicant: Int) -> Int {
    let list = lists[applicant]
    return list.firstIndex { $0.programme == programme } ?? list.count
  }

  /// Whether one placement is at least as good as another for every applicant.
  func isAtLeastAsGood(_ one: [Int], _ other: [Int]) -> Bool {
    (0..<applicantCount).allSatisfy { place(one[$0], for: $0) <= place(other[$0], for: $0) }
  }
}
