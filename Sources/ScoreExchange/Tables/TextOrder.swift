import Tabular

/// The order of rows by a rank and a text, such as sitting and candidate number.
///
/// Texts of up to 16 bytes are sorted by the bits in which they differ at all, packed into one
/// whole number; longer or more different ones are compared as text.
struct TextOrder {
  /// The rows in order, those of one key as they stood; nil when they stand in order already and no
  /// two have one key.
  let rows: [UInt32]?
  private let keys: [UInt64]
  private let texts: TextColumn
  private let ranks: [UInt16]

  /// Sorts rows.
  ///
  /// - Parameters:
  ///   - texts: The text of each row.
  ///   - ranks: The rank of each row, which counts first; empty where there is none.
  /// - Complexity: O(rows) where keys can be packed, O(rows log rows) otherwise.
  init(_ texts: TextColumn, ranks: [UInt16] = []) {
    self.texts = texts
    self.ranks = ranks
    guard var packed = PackedKeys(texts, ranks: ranks) else {
      keys = []
      rows = (0..<UInt32(texts.count)).sorted { left, right in
        let comparison = Self.compare(Int(left), Int(right), texts, ranks)
        return comparison == 0 ? left < right : comparison < 0
      }
      return
    }
    if packed.isStrictlyRising {
      keys = []
      rows = nil
    } else {
      (keys, rows) = packed.sorted()
    }
  }

  /// Whether the row at a place has the key of the one before it.
  func hasSameKey(_ place: Int) -> Bool {
    if !keys.isEmpty { return keys[place] == keys[place - 1] }
    guard let rows else { return false }
    return Self.compare(Int(rows[place - 1]), Int(rows[place]), texts, ranks) == 0
  }

  private static func compare(
    _ left: Int, _ right: Int, _ texts: TextColumn, _ ranks: [UInt16]
  ) -> Int {
    if !ranks.isEmpty && ranks[left] != ranks[right] {
      return Int(ranks[left]) - Int(ranks[right])
    }
    return texts.compare(left, right)
  }
}

/// Rank and text of each row in one whole number each, in the same order.
private struct PackedKeys {
  private var keys: [UInt64] = []
  /// Bits in which any two keys differ.
  private var differences: UInt64 = 0

  /// Packs the keys; nil when they have too many bits that differ.
  init?(_ texts: TextColumn, ranks: [UInt16]) {
    var highs: [UInt64] = []
    var lows: [UInt64] = []
    highs.reserveCapacity(texts.count)
    lows.reserveCapacity(texts.count)
    let bytes = texts.bytes
    var start = 0
    var (highDifferences, lowDifferences) = (UInt64(0), UInt64(0))
    for row in 0..<texts.count {
      let end = texts.range(of: row).upperBound
      guard end - start <= 16 else { return nil }
      var words = (UInt64(0), UInt64(0))
      for place in start..<end {
        let shift = UInt64(56 - 8 * ((place - start) & 7))
        if place - start < 8 {
          words.0 |= UInt64(bytes[place]) << shift
        } else {
          words.1 |= UInt64(bytes[place]) << shift
        }
      }
      start = end
      highs.append(words.0)
      lows.append(words.1)
      highDifferences |= words.0 ^ highs[0]
      lowDifferences |= words.1 ^ lows[0]
    }
    let rankWidth = 16 - (ranks.max() ?? 0).leadingZeroBitCount
    let high = BitPacking(highDifferences)
    let low = BitPacking(lowDifferences)
    guard rankWidth + high.bitCount + low.bitCount <= 64 else { return nil }
    let rankShift = UInt64(high.bitCount + low.bitCount)
    let highShift = UInt64(low.bitCount)
    // Each key takes the place of the word it is made of.
    for row in highs.indices {
      let rank = ranks.isEmpty ? 0 : UInt64(ranks[row])
      highs[row] =
        rank << rankShift | high.packed(highs[row]) << highShift | low.packed(lows[row])
      differences |= highs[row] ^ highs[0]
    }
    keys = highs
  }

  var isStrictlyRising: Bool {
    for row in keys.indices.dropFirst() where keys[row - 1] >= keys[row] { return false }
    return true
  }

  /// The keys in order and the row of each; rows of one key stay as they were. They are not kept.
  ///
  /// A radix sort by 11 bits, which leaves digits out that are the same everywhere.
  mutating func sorted() -> (keys: [UInt64], rows: [UInt32]) {
    var keys: [UInt64] = []
    swap(&keys, &self.keys)
    var rows = Array(0..<UInt32(keys.count))
    var nextKeys = Array(repeating: UInt64(0), count: keys.count)
    var nextRows = Array(repeating: UInt32(0), count: keys.count)
    for shift in stride(from: UInt64(0), to: 64, by: 11) where differences >> shift & 0x7FF != 0 {
      var places = [Int](repeating: 0, count: 2_049)
      for key in keys { places[Int(key >> shift & 0x7FF) + 1] += 1 }
      for digit in 1..<places.count { places[digit] += places[digit - 1] }
      for index in keys.indices {
        let digit = Int(keys[index] >> shift & 0x7FF)
        let place = places[digit]
        places[digit] = place + 1
        nextKeys[place] = keys[index]
        nextRows[place] = rows[index]
      }
      swap(&keys, &nextKeys)
      swap(&rows, &nextRows)
    }
    return (keys, rows)
  }
}

/// The bits of a word that are not the same in all words, pushed together: four of a digit, few of a
/// letter.
private struct BitPacking {
  /// Neighbouring bits that are kept, from the lowest up.
  private struct Run {
    let shift: UInt64
    let mask: UInt64
    let target: UInt64
  }

  private var runs: [Run] = []
  private(set) var bitCount = 0

  init(_ differences: UInt64) {
    var shift = 0
    while shift < 64, differences >> shift != 0 {
      shift += (differences >> shift).trailingZeroBitCount
      let length = (~(differences >> shift)).trailingZeroBitCount
      runs.append(
        Run(shift: UInt64(shift), mask: ~(~0 << length), target: UInt64(bitCount)))
      bitCount += length
      shift += length
    }
  }

  func packed(_ word: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for run in runs { result |= (word >> run.shift & run.mask) << run.target }
    return result
  }
}
