internal import Parallel

/// The hashes of all keys of a rows file; equal keys have equal hashes.
struct KeyHashes: Sendable {
  /// By pieces of the file, so that a growing list is never copied.
  private var pieces: [[UInt64]] = []
  private var count = 0

  /// Work is cut by the upper bits of the hashes, whatever the number of threads.
  private static let partBits: UInt64 = 8
  private static let partCount = 1 << 8

  mutating func append(_ hashes: [UInt64]) {
    pieces.append(hashes)
    count += hashes.count
  }

  /// The hashes that two keys have; as a rule none, for there are 2^64 of them.
  ///
  /// - Complexity: O(keys) expected time; 8 bytes a key beside the hashes.
  consuming func repeated(plan: WorkPlan) -> Set<UInt64> {
    var ends = [Int](repeating: 0, count: Self.partCount)
    for piece in pieces { for hash in piece { ends[Self.part(hash)] += 1 } }
    var next: [Int] = []
    var start = 0
    for count in ends {
      next.append(start)
      start += count
    }
    let starts = next
    var ordered = [UInt64](repeating: 0, count: count)
    for piece in pieces {
      for hash in piece {
        let part = Self.part(hash)
        ordered[next[part]] = hash
        next[part] += 1
      }
    }
    pieces = []
    let hashes = ordered
    let found = plan.map(count: Self.partCount) { part in
      Self.repeated(
        in: hashes[starts[part]..<(part + 1 < starts.count ? starts[part + 1] : hashes.count)])
    }
    return Set(found.joined())
  }

  private static func part(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> (64 - partBits))
  }

  private static func repeated(in hashes: ArraySlice<UInt64>) -> [UInt64] {
    var slotCount = 64
    while slotCount < hashes.count * 2 { slotCount *= 2 }
    // Open addressing; an empty slot holds 0, which therefore is told apart.
    var slots = [UInt64](repeating: 0, count: slotCount)
    var hasZero = false
    var repeated: [UInt64] = []
    for hash in hashes {
      if hash == 0 {
        if hasZero { repeated.append(hash) }
        hasZero = true
        continue
      }
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[slot] != 0 && slots[slot] != hash { slot = (slot + 1) & (slotCount - 1) }
      if slots[slot] == hash { repeated.append(hash) }
      slots[slot] = hash
    }
    return repeated
  }
}
