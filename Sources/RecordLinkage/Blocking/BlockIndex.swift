/// Finds the rows that have a key, from flat arrays: buckets by the high bits of the key, and in
/// each bucket the other bits beside the row.
///
/// Key 0 means "no key" and is not stored. A key that more rows share than the cap is stored as their
/// number alone. Keys that hold a birth date lie in the region of the date's rows, so that those who
/// are looked up date by date read the same memory again.
struct BlockIndex: Sendable {
  /// Where buckets begin; at the end, the number of entries.
  private(set) var starts: [UInt32]
  /// The entries, in each bucket by ``BlockEntry/order``.
  private(set) var entries: [BlockEntry]
  /// ``presenceBits`` bits a bucket; a clear bit means that no row has the key.
  private(set) var presence: [UInt64]
  /// The same for rows that serve a sound identifier, which few do in some passes; nil where all do.
  private(set) var soundPresence: [UInt64]?

  /// Whether some entry may be worth looking at beside a sound identifier, a whole one, and none.
  private(set) var serves = (sound: false, whole: false, missing: false)

  /// Whether keys lie in regions of their own.
  let hasRegions: Bool

  static let presenceBits = 16

  /// Builds the index of `keys` with all positions as rows.
  init(keys: [UInt64]) {
    self.init(keys: keys, rows: keys.indices.map { BlockEntry(row: UInt32($0)) })
  }

  /// Builds the index of `keys`.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - rows: The entry of each, without its key.
  ///   - regions: Consecutive ranges of positions, each with keys of its own; nil: one for all.
  ///   - cap: A key of more rows than this is stored as their number alone.
  /// - Complexity: O(keys), and O(k log k) for a bucket of k keys.
  init(
    keys: [UInt64], rows: [BlockEntry], regions: [Range<Int>]? = nil, cap: Int = .max
  ) {
    starts = [UInt32](repeating: 0, count: keys.count + 2)
    entries = []
    presence = []
    hasRegions = regions != nil
    let regions = regions ?? [keys.indices]
    for range in regions {
      let region = JoinedIndexes.Region(range)
      for key in keys[range] where key != 0 { starts[region.place(key, 1) + 2] += 1 }
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    notePresence(of: keys, rows, regions, cap: cap)
    fill(keys, rows, regions)
    capBlocks(cap)
    for entry in entries {
      serves.sound = serves.sound || entry.servesSound
      serves.whole = serves.whole || entry.servesWhole
      serves.missing = serves.missing || entry.servesMissing
    }
  }

  /// Notes which keys there are; a bucket still begins one place behind its own.
  private mutating func notePresence(
    of keys: [UInt64], _ rows: [BlockEntry], _ regions: [Range<Int>], cap: Int
  ) {
    var presence = [UInt64](repeating: 0, count: keys.count * Self.presenceBits / 64 + 1)
    let doAllServeSound = zip(keys, rows).allSatisfy { $0 == 0 || $1.servesSound }
    var soundPresence = doAllServeSound ? [] : presence
    for range in regions {
      let region = JoinedIndexes.Region(range)
      for position in range where keys[position] != 0 {
        let bit = region.place(keys[position], Self.presenceBits)
        presence[bit >> 6] |= 1 << UInt64(bit & 63)
        if doAllServeSound { continue }
        let bucket = region.place(keys[position], 1) + 1
        // The number of too many rows is told to everybody.
        if rows[position].servesSound || Int(starts[bucket + 1] - starts[bucket]) > cap {
          soundPresence[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
    }
    self.presence = presence
    self.soundPresence = doAllServeSound ? nil : soundPresence
  }

  /// Puts the rows into their buckets, whose beginnings come to their places so.
  private mutating func fill(_ keys: [UInt64], _ rows: [BlockEntry], _ regions: [Range<Int>]) {
    entries = Array(repeating: BlockEntry(row: 0), count: Int(starts[starts.count - 1]))
    for range in regions {
      let region = JoinedIndexes.Region(range)
      for position in range where keys[position] != 0 {
        let bucket = region.place(keys[position], 1) + 1
        entries[Int(starts[bucket])] = rows[position].tagged(BlockEntry.tag(of: keys[position]))
        starts[bucket] += 1
      }
    }
    starts.removeLast()
  }

  /// Brings the entries of each key together, and puts the number of those beyond the cap in their
  /// place.
  private mutating func capBlocks(_ cap: Int) {
    var kept = 0
    var start = 0
    for bucket in 0..<starts.count - 1 {
      let end = Int(starts[bucket + 1])
      sort(start..<end)
      starts[bucket] = UInt32(kept)
      while start < end {
        let tag = entries[start].tag
        var blockEnd = start + 1
        while blockEnd < end, entries[blockEnd].tag == tag { blockEnd += 1 }
        if blockEnd - start > cap {
          entries[kept] = BlockEntry(tag: tag, cappedRows: blockEnd - start)
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

  /// Sorts a few entries; they lie in the order of their rows already.
  private mutating func sort(_ range: Range<Int>) {
    guard range.count <= 32 else {
      entries[range].sort { ($0.order, $0.row) < ($1.order, $1.row) }
      return
    }
    for end in range.dropFirst() {
      let entry = entries[end]
      var place = end
      while place > range.lowerBound, entries[place - 1].order > entry.order {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  /// All positions: the region of keys that have none of their own.
  var whole: Range<Int> { 0..<starts.count - 1 }

  var isEmpty: Bool { entries.isEmpty }

  /// The entries among which the rows with `key` are.
  private func bucket(_ key: UInt64) -> Range<Int> {
    let bucket = JoinedIndexes.Region(whole).place(key, 1)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// Adds the rows with a key to `found`, as long as there are at most `limit`.
  ///
  /// - Returns: Number of rows with the key.
  func collect(_ key: UInt64, limit: Int, into found: inout [UInt32]) -> Int {
    guard !isEmpty else { return 0 }
    let tag = BlockEntry.tag(of: key)
    var size = 0
    for entry in bucket(key) where entries[entry].tag == tag {
      size += 1
      if size <= limit { found.append(entries[entry].row) }
    }
    return size
  }
}
