import Parallel

/// Where each applicant's wishes stand once they are ordered by applicant and rank, and which of
/// them contradict each other.
struct WishOrder {
  /// The row at each place; `nil` when the rows already have this order.
  private(set) var order: [UInt32]?
  /// First place of each applicant, and the number of wishes at the end.
  private(set) var starts: [UInt32]
  private(set) var rejects: [WishReject] = []
  private(set) var wishCounts: [Int] = []

  init(_ wishes: WishTable, applicantCount: Int, programmeCount: Int, plan: WorkPlan) {
    if let starts = WishOrder.startsIfOrdered(wishes, applicantCount: applicantCount) {
      self.starts = starts
    } else {
      self.starts = Array(repeating: 0, count: applicantCount + 1)
      for applicant in wishes.applicants { starts[Int(applicant) + 1] += 1 }
      for index in 0..<applicantCount { starts[index + 1] += starts[index] }
      order = ordered(wishes)
    }
    let (starts, order) = (self.starts, self.order)
    let parts = plan.mapChunks(
      of: applicantCount, chunkLength: max(65_536, 8 * programmeCount)
    ) { applicants in
      WishSurvey(wishes, applicants, starts, order, programmeCount: programmeCount)
    }
    wishCounts = Array(repeating: 0, count: programmeCount)
    for part in parts {
      for (programme, count) in part.wishCounts.enumerated() {
        wishCounts[programme] += Int(count)
      }
    }
    rejects = parts.flatMap(\.rejects).sorted { $0.row < $1.row }
    for reject in rejects { wishCounts[Int(wishes.programmes[reject.row])] -= 1 }
  }

  /// First place of each applicant, where the rows stand by applicant and rank already.
  private static func startsIfOrdered(_ wishes: WishTable, applicantCount: Int) -> [UInt32]? {
    var starts = [UInt32](repeating: 0, count: applicantCount + 1)
    var (last, lastRank) = (Int32(-1), Int32.min)
    for row in 0..<wishes.count {
      let (applicant, rank) = (wishes.applicants[row], wishes.ranks[row])
      if applicant != last {
        if applicant < last { return nil }
        while last < applicant {
          last += 1
          starts[Int(last)] = UInt32(row)
        }
      } else if rank < lastRank {
        return nil
      }
      lastRank = rank
    }
    for applicant in Int(last) + 1...applicantCount { starts[applicant] = UInt32(wishes.count) }
    return starts
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

  /// The row at a place.
  func row(_ place: Int) -> Int {
    guard let order else { return place }
    return Int(order[place])
  }
}

/// The wishes of some applicants: how many each programme has, and which contradict each other.
private struct WishSurvey {
  /// For each programme, those that are set aside included.
  var wishCounts: [Int32]
  /// In no particular order.
  var rejects: [WishReject] = []
  /// The applicant who last wished for a programme: one look-up instead of a set for each person.
  private var lastApplicant: [Int32]

  init(
    _ wishes: WishTable, _ applicants: Range<Int>, _ starts: [UInt32], _ order: [UInt32]?,
    programmeCount: Int
  ) {
    wishCounts = Array(repeating: 0, count: programmeCount)
    lastApplicant = Array(repeating: -1, count: programmeCount)
    func row(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }
    for applicant in applicants {
      var place = Int(starts[applicant])
      let end = Int(starts[applicant + 1])
      while place < end {
        let first = row(place)
        let rank = wishes.ranks[first]
        wishCounts[Int(wishes.programmes[first])] += 1
        place += 1
        if place < end, wishes.ranks[row(place)] == rank {
          var others: [Int] = []
          while place < end, wishes.ranks[row(place)] == rank {
            others.append(row(place))
            wishCounts[Int(wishes.programmes[row(place)])] += 1
            place += 1
          }
          guard others.allSatisfy({ wishes.isSame(first, $0) }) else {
            rejects += ([first] + others).map { WishReject(row: $0, reason: .rankTwice) }
            continue
          }
          rejects += others.map { WishReject(row: $0, reason: .repeated) }
        }
        let programme = Int(wishes.programmes[first])
        if rank < 1 {
          rejects.append(WishReject(row: first, reason: .rank))
        } else if lastApplicant[programme] == Int32(applicant) {
          rejects.append(WishReject(row: first, reason: .programmeTwice))
        } else {
          lastApplicant[programme] = Int32(applicant)
        }
      }
    }
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
