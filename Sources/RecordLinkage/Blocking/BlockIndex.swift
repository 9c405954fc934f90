/// Which pairs with a row are worth looking at.
struct PairWorth {
  /// Unknown where a pair may be worth it whatever identifiers and names are.
  var sketch = PairSketch.unknown
  /// Whether no pair is worth it in which the other side has no identifier.
  var needsIdentifier = false
}

/// Finds the rows that have a key, from flat arrays: buckets by the high bits of the key, and in
/// each bucket the other bits beside the row.
///
/// Key 0 means "no key" and is not stored. A key that more rows share than the cap is stored as their
/// number alone.
struct BlockIndex: Sendable {
  private var starts: [UInt32]
  /// Key bits in the upper half, row in the lower half; in a bucket by key, then row.
  private var entries: [UInt64]
  /// What tells each entry's row from others.
  private var sketches: [PairSketch]
  /// One bit in sixteen for each entry; a clear bit means that no row has the key.
  private var presence: [UInt64]
  private let shift: UInt64
  private let presenceShift: UInt64

  /// In the place of a row: the rows with this key are too many, and the other bits are how many.
  private static let cappedBit: UInt32 = 1 << 31
  /// Beside a row: without an identifier on the other side the pair is not worth looking at.
  private static let needsIdentifierBit: UInt64 = 1 << 30
  /// Rows are below this, a power of two.
  static let rowLimit = 1 << 30

  /// Builds the index of `keys`, with `rows` telling to which row each belongs (nil: its position).
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - rows: Their rows, below ``rowLimit``.
  ///   - cap: A key of more rows than this is stored as their number alone.
  ///   - worth: Which pairs with a row are worth looking at.
  /// - Complexity: O(keys), and O(k log k) for a bucket of k keys.
  init(
    keys: [UInt64], rows: [UInt32]? = nil, cap: Int = .max,
    worth: (Int) -> PairWorth = { _ in PairWorth() }
  ) {
    let bucketBits = max(1, Int.bitWidth - max(1, keys.count).leadingZeroBitCount)
    let presenceBits = max(6, bucketBits + 3)
    shift = UInt64(64 - bucketBits)
    presenceShift = UInt64(64 - presenceBits)
    var counts = [UInt32](repeating: 0, count: 1 << bucketBits + 1)
    presence = [UInt64](repeating: 0, count: 1 << (presenceBits - 6))
    for key in keys where key != 0 {
      counts[Int(key >> shift) + 1] += 1
      let bit = key >> presenceShift
      presence[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    for bucket in 1..<counts.count { counts[bucket] += counts[bucket - 1] }
    entries = [UInt64](repeating: 0, count: Int(counts[counts.count - 1]))
    var next = counts
    for (position, key) in keys.enumerated() where key != 0 {
      let row = rows.map { $0[position] } ?? UInt32(position)
      let bucket = Int(key >> shift)
      entries[Int(next[bucket])] = key << 32 | UInt64(row)
      next[bucket] += 1
    }
    starts = counts
    sketches = []
    capBlocks(cap)
    sketches = Array(repeating: .unknown, count: entries.count)
    for entry in entries.indices {
      let row = UInt32(truncatingIfNeeded: entries[entry])
      if row & Self.cappedBit != 0 { continue }
      let worth = worth(Int(row))
      sketches[entry] = worth.sketch
      if worth.needsIdentifier { entries[entry] |= Self.needsIdentifierBit }
    }
  }

  /// Brings the entries of each key together, and puts the number of those beyond the cap in their
  /// place.
  private mutating func capBlocks(_ cap: Int) {
    var kept = 0
    var start = 0
    for bucket in 0..<starts.count - 1 {
      let end = Int(starts[bucket + 1])
      if end - start > 1 { entries[start..<end].sort() }
      starts[bucket] = UInt32(kept)
      while start < end {
        let tag = entries[start] >> 32
        var blockEnd = start + 1
        while blockEnd < end, entries[blockEnd] >> 32 == tag { blockEnd += 1 }
        if blockEnd - start > cap {
          entries[kept] = tag << 32 | UInt64(Self.cappedBit) | UInt64(blockEnd - start)
          kept += 1
        } else {
          for entry in start..<blockEnd {
            entries[kept] = entries[entry]
            kept += 1
          }
        }
        start = blockEnd
      }
    }
    starts[starts.count - 1] = UInt32(kept)
    entries.removeSubrange(kept...)
  }

  /// Whether a row may have the key; 0 is a certain no, and the lowest bit of anything else tells.
  @inline(__always)
  func mayContain(_ key: UInt64) -> UInt64 {
    let bit = key >> presenceShift
    return presence[Int(bit >> 6)] >> (bit & 63)
  }

  /// The entries among which the rows with `key` are.
  @inline(__always)
  func bucket(_ key: UInt64) -> Range<Int> {
    let bucket = Int(key >> shift)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// The first entry of a bucket, which reads its memory; 0 where there is none.
  @inline(__always)
  func first(_ bucket: Range<Int>) -> UInt64 { bucket.isEmpty ? 0 : entries[bucket.lowerBound] }

  /// Whether an entry, by itself, has a key.
  @inline(__always)
  static func hasKey(_ entry: UInt64, _ key: UInt64) -> Bool { entry >> 32 == key & 0xFFFF_FFFF }

  /// Adds the rows with a key to `found`, as long as there are at most `limit`.
  ///
  /// - Returns: Number of rows with the key.
  func collect(_ key: UInt64, limit: Int, into found: inout [UInt32]) -> Int {
    let tag = key & 0xFFFF_FFFF
    var size = 0
    for entry in bucket(key) where entries[entry] >> 32 == tag {
      size += 1
      if size <= limit { found.append(UInt32(truncatingIfNeeded: entries[entry])) }
    }
    return size
  }

  /// Adds the rows with the key that is sought, whose ``bucket(_:)`` is known, as candidates, but for
  /// those that the sketch rules out.
  ///
  /// - Returns: Number of rows with the key, if it is beyond the cap and nothing was added; else 0.
  @inline(__always)
  func collect(
    _ sought: Sought, in bucket: Range<Int>, into found: inout [Candidate]
  ) -> Int {
    let tag = sought.key & 0xFFFF_FFFF
    for entry in bucket where entries[entry] >> 32 == tag {
      let row = UInt32(truncatingIfNeeded: entries[entry])
      if row & Self.cappedBit != 0 { return Int(row & ~Self.cappedBit) }
      if sought.hasNoIdentifier && entries[entry] & Self.needsIdentifierBit != 0 { continue }
      if sketches[entry].mayBeWorth(sought.sketch) {
        found.append(
          Candidate(place: sought.place, left: row & UInt32(Self.rowLimit - 1)))
      }
    }
    return 0
  }
}
