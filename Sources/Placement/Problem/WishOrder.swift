/// Where each applicant's wishes stand once they are ordered by applicant and rank, and which of
/// them contradict each other.
struct WishOrder {
  /// The row at each place; `nil` when the rows already have this order.
  private(set) var order: [UInt32]?
  /// First place of each applicant, and the number of wishes at the end.
  private(set) var starts: [UInt32]
  private(set) var rejects: [WishReject] = []
  private(set) var wishCounts: [Int]

  init(_ wishes: WishTable, applicantCount: Int, programmeCount: Int) {
    starts = Array(repeating: 0, count: applicantCount + 1)
    wishCounts = Array(repeating: 0, count: programmeCount)
    for applicant in wishes.applicants { starts[Int(applicant) + 1] += 1 }
    for index in 0..<applicantCount { starts[index + 1] += starts[index] }
    if !WishOrder.isOrdered(wishes) { order = ordered(wishes) }
    findContradictions(wishes, applicantCount: applicantCount, programmeCount: programmeCount)
    for programme in wishes.programmes { wishCounts[Int(programme)] += 1 }
    for reject in rejects { wishCounts[Int(wishes.programmes[reject.row])] -= 1 }
  }

  private static func isOrdered(_ wishes: WishTable) -> Bool {
    let (applicants, ranks) = (wishes.applicants, wishes.ranks)
    for row in 1..<max(1, wishes.count) {
      let (before, here) = (applicants[row - 1], applicants[row])
      if before > here || (before == here && ranks[row - 1] > ranks[row]) { return false }
    }
    return true
  }

  /// A counting sort by applicant, then each applicant's few wishes by rank, programme and row.
  private func ordered(_ wishes: WishTable) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: wishes.count)
    var next = starts
    for row in 0..<wishes.count {
      let applicant = Int(wishes.applicants[row])
      places[Int(next[applicant])] = UInt32(row)
      next[applicant] += 1
    }
    for applicant in 0..<(starts.count - 1) {
      let range = Int(starts[applicant])..<Int(starts[applicant + 1])
      if range.count < 2 { continue }
      places[range].sort { left, right in
        let (one, other) = (Int(left), Int(right))
        return (wishes.ranks[one], wishes.programmes[one], one)
          < (wishes.ranks[other], wishes.programmes[other], other)
      }
    }
    return places
  }

  private mutating func findContradictions(
    _ wishes: WishTable, applicantCount: Int, programmeCount: Int
  ) {
    // The applicant who last wished for a programme: one look-up instead of a set for each person.
    var lastApplicant = [Int32](repeating: -1, count: programmeCount)
    for applicant in 0..<applicantCount {
      let places = Int(starts[applicant])..<Int(starts[applicant + 1])
      var place = places.lowerBound
      while place < places.upperBound {
        let first = row(place)
        var end = place + 1
        while end < places.upperBound, wishes.ranks[row(end)] == wishes.ranks[first] { end += 1 }
        let others = (place + 1..<end).map(row)
        place = end
        guard others.allSatisfy({ wishes.isSame(first, $0) }) else {
          rejects += ([first] + others).map { WishReject(row: $0, reason: .rankTwice) }
          continue
        }
        rejects += others.map { WishReject(row: $0, reason: .repeated) }
        let programme = Int(wishes.programmes[first])
        if wishes.ranks[first] < 1 {
          rejects.append(WishReject(row: first, reason: .rank))
        } else if lastApplicant[programme] == Int32(applicant) {
          rejects.append(WishReject(row: first, reason: .programmeTwice))
        } else {
          lastApplicant[programme] = Int32(applicant)
        }
      }
    }
    rejects.sort { $0.row < $1.row }
  }

  /// The row at a place.
  func row(_ place: Int) -> Int {
    guard let order else { return place }
    return Int(order[place])
  }
}

extension WishTable {
  /// Whether two rows of one applicant and rank say the same.
  fileprivate func isSame(_ one: Int, _ other: Int) -> Bool {
    programmes[one] == programmes[other] && scores[one] == scores[other]
      && isEligible(row: one) == isEligible(row: other) && group(row: one) == group(row: other)
      && ties.allSatisfy { $0[one] == $0[other] }
  }
}
