/// The pairs found for a few right rows: a hash table that is emptied in one step.
struct CandidateSet {
  /// The round in the upper 28 bits, the pair below; an older round means "free".
  private var slots = [UInt64](repeating: 0, count: 4096)
  private var round: UInt64 = 1
  private(set) var count = 0

  private static let pairBits: UInt64 = 36
  private static let lastRound: UInt64 = 1 << 28 - 1

  /// Forgets all pairs.
  mutating func removeAll() {
    count = 0
    round += 1
    guard round > Self.lastRound else { return }
    slots = [UInt64](repeating: 0, count: slots.count)
    round = 1
  }

  /// Adds a left row for one of up to 256 right rows.
  ///
  /// - Returns: Whether the pair was not there.
  @inline(__always)
  mutating func insert(_ candidate: Candidate) -> Bool {
    insert(entry: round << Self.pairBits | UInt64(candidate.place) << 28 | UInt64(candidate.left))
  }

  @inline(__always)
  private mutating func insert(entry: UInt64) -> Bool {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (entry &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] >> Self.pairBits == round {
      if slots[place] == entry { return false }
      place = (place + 1) & mask
    }
    slots[place] = entry
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  private mutating func grow() {
    let entries = slots.filter { $0 >> Self.pairBits == round }
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    count = 0
    for entry in entries { _ = insert(entry: entry) }
  }
}
