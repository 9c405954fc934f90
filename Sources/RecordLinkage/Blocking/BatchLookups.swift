/// The keys of a few right rows in several passes, looked up all at one time.
///
/// Each step asks for the memory of all keys before the next one needs it of any: whether a left row
/// may have the key, in which bucket it is, and what stands at its ends.
struct BatchLookups {
  private struct Lookup {
    var key: UInt64
    /// The positions among which the key lies, then the entries of its bucket.
    var region: JoinedIndexes.Region
    var place: UInt8
    /// Whether the row's identifier is sound.
    var isSound: Bool
  }

  private var lookups: [Lookup]
  /// Where the lookups of each pass end.
  private var ends: [Int]
  private var presence: [UInt64]
  /// The tags of the first and of the last entry of each bucket.
  private var tags: [(first: UInt32, last: UInt32)]

  /// Room for the lookups of batches in some passes.
  init(passes: Int) {
    let room = passes * CandidateSearch.batchLength
    lookups = Array(
      repeating: Lookup(key: 0, region: JoinedIndexes.Region(), place: 0, isSound: false),
      count: room)
    ends = Array(repeating: 0, count: passes)
    presence = Array(repeating: 0, count: room)
    tags = Array(repeating: (0, 0), count: room)
  }

  /// Adds the left rows that share a key with right rows in some passes to `found`, pass by pass, but
  /// for those that are not worth looking at.
  ///
  /// - Parameters:
  ///   - passes: The places of the passes in `indexed`.
  ///   - indexed: The passes and their indexes.
  ///   - rows: The right rows.
  ///   - sought: What is known of those that are looked up.
  ///   - isOpen: Whether the row at a place of the batch is still to be looked for.
  ///   - found: Gets the candidates.
  ///   - capped: Called with a row's place, the number of the pass and the size of each block that was
  ///     too large, so that nothing was added.
  mutating func collect(
    _ passes: Range<Int>, of indexed: IndexedPasses, _ rows: StandardRows, _ sought: SoughtRows,
    isOpen: [Bool], into found: inout [Candidate], capped: (UInt8, Int, Int) -> Void
  ) {
    Self.list(passes, indexed, sought, isOpen: isOpen, &lookups, &ends)
    Self.keepPresent(passes, indexed.indexes, &lookups, &ends, &presence)
    Self.findBuckets(passes, indexed.indexes, &lookups, ends, &tags)
    readBuckets(passes, indexed, sought, into: &found, capped: capped)
    if let pass = passes.first(where: { indexed.passes[$0] == .identifier }) {
      Self.collectFormer(rows, sought, indexed, pass, into: &found) { place, size in
        capped(place, indexed.firstNumber + pass, size)
      }
    }
  }

  /// Lists the keys that are looked up.
  private static func list(
    _ passes: Range<Int>, _ indexed: IndexedPasses, _ sought: SoughtRows,
    isOpen: [Bool], _ lookups: inout [Lookup], _ ends: inout [Int]
  ) {
    var lookups = lookups.mutableSpan
    let keys = sought.keys.span
    var count = 0
    for pass in passes {
      defer { ends[pass] = count }
      let index = indexed.indexes.places[pass]
      if index.isEmpty { continue }
      let first = (indexed.firstNumber + pass) * CandidateSearch.batchLength
      for place in 0..<sought.batch.count where isOpen[place] {
        let identifier = sought.sketches[place].identifier
        switch identifier {
        case .sound where !index.serves.sound: continue
        case .whole where !index.serves.whole: continue
        case .missing where !index.serves.missing: continue
        default: break
        }
        let region = index.isByBirth ? sought.sameBirth[place] : index.whole
        if region.count == 0 { continue }
        let key = keys[first + place]
        lookups[count] = Lookup(
          key: key, region: region, place: UInt8(place), isSound: identifier == .sound)
        if key != 0 { count += 1 }
      }
    }
  }

  /// Leaves the keys that a left row may have.
  private static func keepPresent(
    _ passes: Range<Int>, _ indexes: JoinedIndexes,
    _ lookups: inout [Lookup], _ ends: inout [Int], _ presence: inout [UInt64]
  ) {
    let words = indexes.presence.span
    var presence = presence.mutableSpan
    var lookups = lookups.mutableSpan
    var start = 0
    for pass in passes {
      let (first, sound) = (indexes.places[pass].presence, indexes.places[pass].soundPresence)
      for number in start..<ends[pass] {
        let lookup = lookups[number]
        let first = lookup.isSound ? sound : first
        let bit = lookup.region.place(lookup.key, BlockIndex.presenceBits)
        presence[number] = words[first + bit >> 6] >> UInt64(bit & 63)
      }
      start = ends[pass]
    }
    var kept = 0
    start = 0
    for pass in passes {
      let end = ends[pass]
      for number in start..<end {
        lookups[kept] = lookups[number]
        kept += Int(presence[number] & 1)
      }
      start = end
      ends[pass] = kept
    }
  }

  /// Finds the bucket of each key, and the tags at its ends, which reads its memory.
  private static func findBuckets(
    _ passes: Range<Int>, _ indexes: JoinedIndexes,
    _ lookups: inout [Lookup], _ ends: [Int], _ tags: inout [(first: UInt32, last: UInt32)]
  ) {
    let starts = indexes.starts.span
    let entries = indexes.entries.span
    var lookups = lookups.mutableSpan
    var tags = tags.mutableSpan
    var start = 0
    for pass in passes {
      let first = indexes.places[pass].start
      for number in start..<ends[pass] {
        let bucket = first + lookups[number].region.place(lookups[number].key, 1)
        lookups[number].region.lowerBound = starts[bucket]
        lookups[number].region.count = starts[bucket + 1] &- starts[bucket]
      }
      start = ends[pass]
    }
    start = 0
    for pass in passes {
      let first = indexes.places[pass].entry
      for number in start..<ends[pass] {
        let bucket = lookups[number].region
        // An empty bucket at the end has no entry; the one before it is as good.
        let entry = min(first + Int(bucket.lowerBound), entries.count - 1)
        tags[number] = (
          entries[entry].tag, entries[max(entry, entry + Int(bucket.count) - 1)].tag
        )
      }
      start = ends[pass]
    }
  }

  /// Adds what stands in the buckets under the keys.
  private func readBuckets(
    _ passes: Range<Int>, _ indexed: IndexedPasses, _ sought: SoughtRows,
    into found: inout [Candidate], capped: (UInt8, Int, Int) -> Void
  ) {
    let (entries, lefts) = (indexed.indexes.entries.span, indexed.rows.span)
    var start = 0
    for pass in passes {
      let first = indexed.indexes.places[pass].entry
      for number in start..<ends[pass] {
        let lookup = lookups[number]
        let tag = BlockEntry.tag(of: lookup.key)
        if lookup.region.count <= 2 && tags[number].first != tag && tags[number].last != tag {
          continue
        }
        let bucket = first + Int(lookup.region.lowerBound)
        let size = Self.collect(
          tag, sought.sketches[Int(lookup.place)], entries, lefts,
          bucket..<bucket + Int(lookup.region.count), at: lookup.place, into: &found)
        if size > 0 { capped(lookup.place, indexed.firstNumber + pass, size) }
      }
      start = ends[pass]
    }
  }

  /// Adds the left rows that have a former identifier of right rows as their own or former one.
  private static func collectFormer(
    _ rows: StandardRows, _ sought: SoughtRows, _ indexed: IndexedPasses, _ pass: Int,
    into found: inout [Candidate], capped: (UInt8, Int) -> Void
  ) {
    let indexes = indexed.indexes
    let index = indexes.places[pass]
    if index.isEmpty { return }
    let (starts, entries) = (indexes.starts.span, indexes.entries.span)
    for (place, position) in sought.batch.enumerated() {
      let identifier = rows.keys[position].former
      if identifier.isMissing { continue }
      let key = BlockingPass.key(of: identifier)
      let bucket = index.start + index.whole.place(key, 1)
      let size = collect(
        BlockEntry.tag(of: key), PairSketch(), entries, indexed.rows.span,
        index.entry + Int(starts[bucket])..<index.entry + Int(starts[bucket + 1]),
        at: UInt8(place), into: &found)
      if size > 0 { capped(UInt8(place), size) }
    }
  }

  /// Adds the rows with a key, whose bucket is known, as candidates of a right row, but for those that
  /// are not worth looking at.
  ///
  /// - Returns: Number of rows with the key, if it is beyond the cap and nothing was added; else 0.
  @inline(__always)
  private static func collect(
    _ tag: UInt32, _ sketch: PairSketch, _ entries: Span<BlockEntry>, _ lefts: Span<IndexedRow>,
    _ bucket: Range<Int>, at place: UInt8, into found: inout [Candidate]
  ) -> Int {
    switch sketch.identifier {
    case .sound:
      collect(tag, entries, lefts, bucket, at: place, into: &found) {
        $0.servesSound ? $0.isWorth(besideSound: sketch, $1) : nil
      }
    case .whole:
      collect(tag, entries, lefts, bucket, at: place, into: &found) {
        $0.isWorth(besideWhole: sketch, $1)
      }
    case .missing:
      collect(tag, entries, lefts, bucket, at: place, into: &found) {
        $0.isWorth(besideMissing: sketch, $1)
      }
    case .other: collect(tag, entries, lefts, bucket, at: place, into: &found) { _, _ in true }
    }
  }

  /// The same; `isWorth` gives nil where neither the entry nor one behind it in the order of entries
  /// under the key is.
  @inline(__always)
  private static func collect(
    _ tag: UInt32, _ entries: Span<BlockEntry>, _ lefts: Span<IndexedRow>, _ bucket: Range<Int>,
    at place: UInt8, into found: inout [Candidate],
    isWorth: (BlockEntry, Span<IndexedRow>) -> Bool?
  ) -> Int {
    for position in bucket {
      let entry = entries[position]
      if entry.tag < tag { continue }
      guard entry.tag == tag, let isWorth = isWorth(entry, lefts) else { break }
      if !isWorth { continue }
      if let rows = entry.cappedRows { return rows }
      found.append(Candidate(place: place, left: lefts[Int(entry.row)].position))
    }
    return 0
  }
}
