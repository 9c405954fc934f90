/// The people who hold a seat of one programme for now, the worst on top.
///
/// The limit only ever comes down. Under `rejectAll` it remembers a refused class of equals, so
/// that a weaker applicant who comes later does not slip into the seats they could not fill.
struct SeatHeap {
  private(set) var entries: [Candidate] = []
  /// How many of `entries` are equal to the worst; kept under `admitAll` only.
  private var worstCount = 0
  private let quota: Int
  private(set) var limit: UInt64

  init(quota: Int) {
    self.quota = quota
    limit = quota == 0 ? 0 : .max
  }

  /// Takes an offer; whoever has no seat any more is added to `refused`.
  ///
  /// - Complexity: O(log quota), and O(log quota) for each refusal.
  mutating func offer(_ offer: Candidate, ties: TieTreatment, refused: inout [UInt32]) {
    guard offer.key < limit else {
      refused.append(offer.wish)
      return
    }
    switch ties {
    case .admitAll: admit(offer, &refused)
    case .rejectAll: admitIfAllFit(offer, &refused)
    }
  }

  private mutating func admit(_ offer: Candidate, _ refused: inout [UInt32]) {
    if let worst = entries.first, worst.key >= offer.key {
      if worst.key == offer.key {
        worstCount += 1
        push(offer)
      } else if entries.count >= quota, worstCount == 1 {
        refused.append(worst.wish)
        replaceTop(offer)
        worstCount = countWorst()
      } else {
        push(offer)
        if entries.count - worstCount >= quota {
          for _ in 0..<worstCount { refused.append(popTop().wish) }
          worstCount = countWorst()
        }
      }
    } else {
      push(offer)
      worstCount = 1
    }
    if entries.count >= quota { limit = entries[0].key + 1 }
  }

  private mutating func admitIfAllFit(_ offer: Candidate, _ refused: inout [UInt32]) {
    push(offer)
    if entries.count > quota {
      limit = entries[0].key
      while let worst = entries.first, worst.key == limit { refused.append(popTop().wish) }
    } else if entries.count == quota {
      limit = min(limit, entries[0].key + 1)
    }
  }

  /// Number of entries equal to the top: they form a connected piece of the heap around it.
  private func countWorst() -> Int {
    guard let top = entries.first?.key else { return 0 }
    func count(_ index: Int) -> Int {
      guard index < entries.count, entries[index].key == top else { return 0 }
      return 1 + count(2 * index + 1) + count(2 * index + 2)
    }
    return count(0)
  }

  private mutating func push(_ entry: Candidate) {
    entries.append(entry)
    var index = entries.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      if entries[parent].key >= entry.key { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = entry
  }

  private mutating func popTop() -> Candidate {
    let top = entries[0]
    let last = entries.removeLast()
    if !entries.isEmpty { replaceTop(last) }
    return top
  }

  private mutating func replaceTop(_ entry: Candidate) {
    let count = entries.count
    var index = 0
    while true {
      var child = 2 * index + 1
      if child >= count { break }
      if child + 1 < count, entries[child + 1].key > entries[child].key { child += 1 }
      if entries[child].key <= entry.key { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = entry
  }
}
