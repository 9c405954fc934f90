import Parallel

/// Which right rows hold the same about a person, key and source apart, as several results of one person
/// mostly do: what is found for the first of them is found for all.
struct AlikeRows: Sendable {
  /// Whether no row before holds the same.
  private let isFirst: [Bool]
  /// The other rows that hold the same as a first one, one first row after the other.
  private let others: [UInt32]
  /// Where those of each row begin in ``others``, and the count of these.
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
    var isFirst = [Bool](repeating: true, count: rows.count)
    var starts = [UInt32](repeating: 0, count: rows.count + 1)
    for copy in found.joined() {
      isFirst[Int(copy.row)] = false
      starts[Int(copy.first) + 1] += 1
    }
    for row in 0..<rows.count { starts[row + 1] += starts[row] }
    var others = [UInt32](repeating: 0, count: found.reduce(0) { $0 + $1.count })
    var next = starts
    // Those of one first row come in the order of the rows.
    for copy in found.joined() {
      others[Int(next[Int(copy.first)])] = copy.row
      next[Int(copy.first)] += 1
    }
    self.isFirst = isFirst
    self.starts = starts
    self.others = others
  }

  /// The rows before which none holds the same, ascending.
  var firstRows: [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(isFirst.count - others.count)
    for (row, isFirst) in isFirst.enumerated() where isFirst { rows.append(UInt32(row)) }
    return rows
  }

  /// The rows that hold the same as a row, if that is the first of them; nil if it is another.
  func others(of row: Int) -> ArraySlice<UInt32>? {
    isFirst[row] ? others[Int(starts[row])..<Int(starts[row + 1])] : nil
  }

  /// How many rows hold the same as a first one, itself included.
  func count(with row: Int) -> Int { 1 + Int(starts[row + 1] - starts[row]) }

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
      for other in others(of: Int(row)) ?? [] {
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
    var starts = [Int](repeating: 0, count: Self.bucketCount + 1)
    for place in places { starts[bucket(place) + 1] += 1 }
    for bucket in 0..<Self.bucketCount { starts[bucket + 1] += starts[bucket] }
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
  ) -> [(row: UInt32, first: UInt32)] {
    var (hashes, rows): ([UInt64], [UInt32]) = ([], [])
    for part in parts {
      hashes += part.hashes[part.starts[bucket]..<part.starts[bucket + 1]]
      rows += part.rows[part.starts[bucket]..<part.starts[bucket + 1]]
    }
    var copies: [(row: UInt32, first: UInt32)] = []
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
          copies.append((rows[place], rows[first]))
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return copies
  }
}
