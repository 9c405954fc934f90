import Parallel
import Tabular

/// The order of rows by a rank and a text, such as sitting and candidate number.
///
/// Texts of up to 16 bytes are sorted by the bits in which they differ at all, packed into one
/// whole number; longer or more different ones are compared as text.
struct TextOrder: Sendable {
  /// A rank of each row, which counts before its text.
  struct Ranks: Sendable {
    /// No rank is greater.
    let greatest: UInt16
    /// The ranks of some rows.
    let of: @Sendable (Range<Int>) -> [UInt16]

    /// The same rank everywhere.
    static let none = Ranks(greatest: 0) { Array(repeating: 0, count: $0.count) }
  }

  /// The rows in order, those of one key as they stood; nil when they stand in order already and no
  /// two have one key.
  let rows: [UInt32]?
  /// The places in ``rows`` of those that have the key of the one before, in order.
  let repeats: [UInt32]

  /// Sorts rows.
  ///
  /// - Parameters:
  ///   - texts: The text of each row.
  ///   - ranks: The rank of each row.
  ///   - plan: The threads to use.
  /// - Complexity: O(rows) where keys can be packed, O(rows log rows) otherwise.
  init(_ texts: TextColumn, ranks: Ranks = .none, plan: WorkPlan) {
    if let keys = PackedKeys(texts, ranks, plan) {
      if keys.isStrictlyRising {
        (rows, repeats) = (nil, [])
      } else {
        (rows, repeats) = keys.sorted(plan)
      }
      return
    }
    let rankOf = ranks.of(0..<texts.count)
    func compare(_ left: UInt32, _ right: UInt32) -> Int {
      let ranks = (rankOf[Int(left)], rankOf[Int(right)])
      return ranks.0 == ranks.1
        ? texts.compare(Int(left), Int(right)) : Int(ranks.0) - Int(ranks.1)
    }
    let rows = (0..<UInt32(texts.count)).sorted { left, right in
      let comparison = compare(left, right)
      return comparison == 0 ? left < right : comparison < 0
    }
    self.rows = rows
    repeats = rows.indices.dropFirst().filter { compare(rows[$0 - 1], rows[$0]) == 0 }
      .map { UInt32($0) }
  }

  /// Calls `body` for each run of rows of one key that is longer than one, and `alone` for what stands
  /// between them; both with places in ``rows``, in their order.
  ///
  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - alone: Gets rows that have their keys alone.
  ///   - together: Gets rows of one key.
  func forEachKey(of count: Int, alone: (Range<Int>) -> Void, together: (Range<Int>) -> Void) {
    var start = 0
    var next = 0
    while next < repeats.count {
      let first = Int(repeats[next]) - 1
      var end = first + 1
      while next < repeats.count, Int(repeats[next]) == end {
        end += 1
        next += 1
      }
      alone(start..<first)
      together(first..<end)
      start = end
    }
    alone(start..<count)
  }
}

/// Rank and text of each row in one whole number each, in the same order.
private struct PackedKeys: Sendable {
  private let texts: TextColumn
  private let ranks: TextOrder.Ranks
  private let high: BitPacking
  private let low: BitPacking
  /// How many bits a key has.
  private let bitCount: Int

  /// Whether the rows stand in order and no two have one key.
  let isStrictlyRising: Bool

  private static let chunkLength = 1 << 14
  /// A chunk's keys are dealt out by so many of their highest bits.
  private static let bucketBits = 8

  /// What a look at some rows tells.
  private struct Look {
    var isStrictlyRising = true
    let first: (rank: UInt16, high: UInt64, low: UInt64)
    var last: (rank: UInt16, high: UInt64, low: UInt64)
    /// Bits in which any of the texts differ.
    var (high, low) = (UInt64(0), UInt64(0))

    /// Looks at rows, at least one; nil when one has a longer text.
    init?(_ rows: Range<Int>, _ texts: TextColumn, _ ranks: TextOrder.Ranks) {
      guard let words = texts.words(of: rows) else { return nil }
      let ranks = ranks.of(rows)
      first = (ranks[0], words.highs[0], words.lows[0])
      last = first
      for index in ranks.indices.dropFirst() {
        let next = (rank: ranks[index], high: words.highs[index], low: words.lows[index])
        if last >= next { isStrictlyRising = false }
        high |= next.high ^ first.high
        low |= next.low ^ first.low
        last = next
      }
    }

    mutating func add(_ next: Look) {
      isStrictlyRising = isStrictlyRising && next.isStrictlyRising && last < next.first
      high |= next.high | (next.first.high ^ first.high)
      low |= next.low | (next.first.low ^ first.low)
      last = next.last
    }
  }

  /// Finds out how keys can be packed; nil when they have too many bits that differ.
  init?(_ texts: TextColumn, _ ranks: TextOrder.Ranks, _ plan: WorkPlan) {
    self.texts = texts
    self.ranks = ranks
    let looks = plan.mapChunks(of: texts.count, chunkLength: Self.chunkLength) {
      Look($0, texts, ranks)
    }
    var whole: Look?
    for look in looks {
      guard let look else { return nil }
      if whole == nil { whole = look } else { whole?.add(look) }
    }
    isStrictlyRising = whole?.isStrictlyRising ?? true
    high = BitPacking(whole?.high ?? 0)
    low = BitPacking(whole?.low ?? 0)
    bitCount = 16 - ranks.greatest.leadingZeroBitCount + high.bitCount + low.bitCount
    guard isStrictlyRising || bitCount <= 64 else { return nil }
  }

  /// The keys of some rows.
  private func keys(of rows: Range<Int>) -> [UInt64] {
    // None of the texts is longer, or there would be no packing.
    guard let words = texts.words(of: rows) else { return [] }
    var keys = ranks.of(rows).map { UInt64($0) }
    for index in keys.indices {
      keys[index] <<= UInt64(high.bitCount)
      keys[index] |= high.packed(words.highs[index])
      keys[index] <<= UInt64(low.bitCount)
      keys[index] |= low.packed(words.lows[index])
    }
    return keys
  }

  /// The rows in order, those of one key as they stood, and the places of those that have the key of
  /// the one before.
  ///
  /// Rows are dealt out by the highest bits of their keys, and each of these buckets is sorted alone.
  func sorted(_ plan: WorkPlan) -> (rows: [UInt32], repeats: [UInt32]) {
    let shift = UInt64(max(0, bitCount - Self.bucketBits))
    let chunks = plan.mapChunks(of: texts.count, chunkLength: Self.chunkLength) {
      KeyedRows(keys(of: $0), firstRow: $0.lowerBound).dealt(
        shift: shift, bucketCount: 1 << Self.bucketBits)
    }
    let buckets = plan.map(count: 1 << Self.bucketBits) { bucket in
      var rows = KeyedRows(chunks.lazy.map { $0.rows.part($0.starts, bucket) })
      rows.sort()
      return (rows: rows.rows, repeats: rows.repeats)
    }
    var starts = [0]
    for bucket in buckets { starts.append(starts[starts.count - 1] + bucket.rows.count) }
    let rows = plan.filledArray(starts: starts) { bucket, output in
      for row in buckets[bucket].rows { output.append(row) }
    }
    var repeats: [UInt32] = []
    for (bucket, start) in zip(buckets, starts) {
      repeats += bucket.repeats.map { $0 + UInt32(start) }
    }
    return (rows, repeats)
  }
}
