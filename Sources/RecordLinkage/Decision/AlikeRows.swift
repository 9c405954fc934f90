import Parallel

/// Which right rows hold the same about a person, key and source apart, as several results of one person
/// mostly do: what is found for the first of them is found for all.
struct AlikeRows: Sendable {
  private let rowCount: Int
  /// The rows that hold the same as one before them.
  private let copies: RowBits
  /// The first rows that others hold the same as.
  private let copied: RowBits
  /// The other rows that hold the same as a first one, one first row after the other.
  private let others: [UInt32]
  /// Where those of each row in ``copied`` begin in ``others``, and the count of these.
  private let starts: [UInt32]

  /// Finds the rows that hold the same.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - apart: Rows of which something else is known.
  ///   - plan: The threads to use.
  /// - Complexity: O(rows).
  init(_ rows: any RightRows, apart: Set<UInt32>, plan: WorkPlan) {
    let chunks = plan.mapChunks(of: rows.count, chunkLength: 1 << 16) {
      HashedRows(rows.contentHashes($0), firstRow: UInt32($0.lowerBound), apart: apart)
    }
    let found = plan.map(count: HashedRows.bucketCount) {
      HashedRows.copies(chunks, bucket: $0, in: rows)
    }
    rowCount = rows.count
    copies = RowBits(found.joined().lazy.map(\.row), count: rows.count)
    copied = RowBits(found.joined().lazy.map(\.first), count: rows.count)
    let bucketStarts = found.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let pairs: [AlikePair] = plan.filledArray(starts: bucketStarts) { bucket, output in
      for copy in found[bucket] { output.append(copy) }
    }
    // Those of one first row lie in the order of the rows.
    let groups = plan.groups(ofItems: pairs.count, groupCount: copied.count) { [copied] in
      copied.rank(of: Int(pairs[$0].first))
    }
    starts = groups.starts
    others = plan.filledArray(count: pairs.count) { pairs[Int(groups.items[$0])].row }
  }

  /// The rows before which none holds the same, ascending.
  func firstRows(_ plan: WorkPlan) -> [UInt32] {
    let chunks = plan.chunkStarts(of: rowCount)
    let starts = chunks.map { $0 - copies.rank(of: $0) }
    return plan.filledArray(starts: starts) { chunk, output in
      for row in chunks[chunk]..<chunks[chunk + 1] where !copies.contains(row) {
        output.append(UInt32(row))
      }
    }
  }

  /// The rows that hold the same as a first row.
  private func others(of row: Int) -> ArraySlice<UInt32> {
    guard copied.contains(row) else { return [] }
    let place = copied.rank(of: row)
    return others[Int(starts[place])..<Int(starts[place + 1])]
  }

  /// How many rows hold the same as a first one, itself included.
  func count(with row: Int) -> Int { 1 + others(of: row).count }

  /// Adds to pairs of first rows, those of one row one behind the other, what they say of the other rows.
  func spread(_ pairs: [CandidatePair]) -> [CandidatePair] {
    var all: [CandidatePair] = []
    all.reserveCapacity(pairs.count)
    var start = 0
    while start < pairs.count {
      let row = pairs[start].right
      var end = start + 1
      while end < pairs.count, pairs[end].right == row { end += 1 }
      all += pairs[start..<end]
      for other in others(of: Int(row)) {
        for var pair in pairs[start..<end] {
          pair.right = other
          all.append(pair)
        }
      }
      start = end
    }
    return all
  }
}

/// A row, and the first one that holds the same.
private struct AlikePair: BitwiseCopyable {
  let row: UInt32
  let first: UInt32
}

/// Rows with a hash of what they hold, dealt out by the highest bits of it.
private struct HashedRows: Sendable {
  private let hashes: [UInt64]
  private let rows: [UInt32]
  /// Where each bucket begins, and the number of rows.
  private let starts: [Int]

  static let bucketCount = 1 << bucketBits
  private static let bucketBits = 8

  /// Deals out consecutive rows, but for those that are apart.
  init(_ all: [UInt64], firstRow: UInt32, apart: Set<UInt32>) {
    let places = all.indices.filter { apart.isEmpty || !apart.contains(firstRow + UInt32($0)) }
    func bucket(_ place: Int) -> Int { Int(all[place] >> UInt64(64 - Self.bucketBits)) }
    let starts = groupStarts(places.lazy.map(bucket), groupCount: Self.bucketCount)
    var hashes = [UInt64](repeating: 0, count: places.count)
    var rows = [UInt32](repeating: 0, count: places.count)
    var next = starts
    for place in places {
      let bucket = bucket(place)
      hashes[next[bucket]] = all[place]
      rows[next[bucket]] = firstRow + UInt32(place)
      next[bucket] += 1
    }
    self.hashes = hashes
    self.rows = rows
    self.starts = starts
  }

  /// The rows in one bucket of all parts that hold the same as one before them, and the first of these.
  static func copies(
    _ parts: [HashedRows], bucket: Int, in table: any RightRows
  ) -> [AlikePair] {
    var (hashes, rows): ([UInt64], [UInt32]) = ([], [])
    for part in parts {
      hashes += part.hashes[part.starts[bucket]..<part.starts[bucket + 1]]
      rows += part.rows[part.starts[bucket]..<part.starts[bucket + 1]]
    }
    var copies: [AlikePair] = []
    // An open hash table of places, at most half full; 0 stands for none.
    var slots = [UInt32](
      repeating: 0, count: 1 << (Int.bitWidth - rows.count.leadingZeroBitCount + 1))
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while true {
        if slots[slot] == 0 {
          slots[slot] = UInt32(place + 1)
          break
        }
        let first = Int(slots[slot]) - 1
        if hashes[first] == hash, table.areAlike(Int(rows[first]), Int(rows[place])) {
          copies.append(AlikePair(row: rows[place], first: rows[first]))
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return copies
  }
}
