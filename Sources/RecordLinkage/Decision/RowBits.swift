/// A set of rows, a bit each, that knows how many of them stand before a row.
struct RowBits: Sendable {
  private let rowCount: Int
  private var words: [UInt64]
  /// How many rows of the set stand before those of each word, and at the end how many there are.
  private var ranks: [UInt32]

  /// The set of some of `count` rows, which may come more than once.
  init(_ rows: some Sequence<UInt32>, count: Int) {
    rowCount = count
    words = Array(repeating: 0, count: (count + 63) / 64)
    for row in rows { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }
    ranks = Array(repeating: 0, count: words.count + 1)
    for word in words.indices {
      ranks[word + 1] = ranks[word] + UInt32(words[word].nonzeroBitCount)
    }
  }

  /// Number of rows in the set.
  var count: Int { Int(ranks[words.count]) }

  func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// How many rows of the set stand before a row, or before the place behind the last one.
  func rank(of row: Int) -> Int {
    guard row < rowCount else { return count }
    let before = words[row >> 6] & (1 << UInt64(row & 63) - 1)
    return Int(ranks[row >> 6]) + before.nonzeroBitCount
  }
}
