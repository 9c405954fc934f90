internal import Parallel

/// The hashes of all keys of a rows file; equal keys have equal hashes.
struct KeyHashes: Sendable {
  private var runs: [Run] = []

  /// Work is cut by the upper bits of the hashes, whatever the number of threads.
  private static let partBits: UInt64 = 8
  private static let partCount = 1 << 8

  /// The hashes of one run of rows, those of each part side by side.
  struct Run: Sendable {
    private let hashes: [UInt64]
    /// Where each part begins, and the end of the last one.
    private let starts: [Int32]

    /// - Complexity: O(hashes).
    init(_ unordered: [UInt64]) {
      var starts = [Int32](repeating: 0, count: KeyHashes.partCount + 1)
      for hash in unordered { starts[KeyHashes.part(hash) + 1] += 1 }
      for part in 1...KeyHashes.partCount { starts[part] += starts[part - 1] }
      var next = starts
      var hashes = [UInt64](repeating: 0, count: unordered.count)
      for hash in unordered {
        let part = KeyHashes.part(hash)
        hashes[Int(next[part])] = hash
        next[part] += 1
      }
      self.hashes = hashes
      self.starts = starts
    }

    var count: Int { hashes.count }

    fileprivate func part(_ number: Int) -> ArraySlice<UInt64> {
      hashes[Int(starts[number])..<Int(starts[number + 1])]
    }
  }

  mutating func append(_ run: Run) { runs.append(run) }

  /// The hashes that two keys have; as a rule none, for there are 2^64 of them.
  ///
  /// - Complexity: O(keys) expected time.
  func repeated(plan: WorkPlan) -> Set<UInt64> {
    Set(plan.map(count: Self.partCount) { repeated(inPart: $0) }.joined())
  }

  private func repeated(inPart part: Int) -> [UInt64] {
    let count = runs.reduce(0) { $0 + $1.part(part).count }
    var slotCount = 64
    while slotCount < count * 2 { slotCount *= 2 }
    // Open addressing; an empty slot holds 0, which therefore is told apart.
    var slots = [UInt64](repeating: 0, count: slotCount)
    var hasZero = false
    var repeated: [UInt64] = []
    for run in runs {
      for hash in run.part(part) {
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
    }
    return repeated
  }

  private static func part(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> (64 - partBits))
  }
}
