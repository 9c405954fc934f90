/// Finds the rows that have a key, from flat arrays: buckets by the high bits of the key, and in
/// each bucket the other bits beside the row.
///
/// Key 0 means "no key" and is not stored.
struct BlockIndex: Sendable {
  private var starts: [UInt32]
  /// Key bits in the upper half, row in the lower half.
  private var entries: [UInt64]
  /// One bit in sixteen for each entry; a clear bit means that no row has the key.
  private var presence: [UInt64]
  private let shift: UInt64
  private let presenceShift: UInt64

  /// Builds the index of `keys`, with `rows` telling to which row each belongs (nil: its position).
  ///
  /// - Complexity: O(keys).
  init(keys: [UInt64], rows: [UInt32]? = nil) {
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
  }

  /// Whether a row may have the key; false is certain.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let bit = key >> presenceShift
    return presence[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  /// The entries among which the rows with `key` are.
  @inline(__always)
  func bucket(_ key: UInt64) -> Range<Int> {
    let bucket = Int(key >> shift)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// The row of an entry if it has `key`.
  @inline(__always)
  func row(_ entry: Int, _ key: UInt64) -> UInt32? {
    let value = entries[entry]
    return value >> 32 == key & 0xFFFF_FFFF ? UInt32(truncatingIfNeeded: value) : nil
  }

  /// Adds the rows with a key to `found`, as long as there are at most `limit`.
  ///
  /// - Returns: Number of rows with the key.
  func collect(_ key: UInt64, limit: Int, into found: inout [UInt32]) -> Int {
    var size = 0
    for entry in bucket(key) {
      guard let row = row(entry, key) else { continue }
      size += 1
      if size <= limit { found.append(row) }
    }
    return size
  }

  /// Adds the rows with a key, whose ``bucket(_:)`` is known, as candidates for the right row at a
  /// place of its batch, unless there are more than `limit`.
  ///
  /// - Returns: Number of rows with the key.
  func collect(
    _ key: UInt64, in bucket: Range<Int>, limit: Int, for place: UInt8,
    into found: inout [Candidate]
  ) -> Int {
    var size = 0
    for entry in bucket {
      guard let row = row(entry, key) else { continue }
      size += 1
      if size <= limit { found.append(Candidate(place: place, left: row)) }
    }
    if size > limit { found.removeLast(limit) }
    return size
  }
}
