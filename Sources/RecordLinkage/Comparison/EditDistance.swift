/// The optimal string alignment distance: insertions, deletions, substitutions and exchanges of
/// neighbours, no part edited twice (Boytsov 2011, section 2.2). Holds the buffers it needs.
package struct EditDistance {
  /// For each letter the places of the shorter text where it stands; all clear between two calls.
  private var places = [UInt64](repeating: 0, count: 256)
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// Buffers to begin with.
  package init() {}

  /// The distance of two byte sequences.
  ///
  /// - Parameters:
  ///   - left: Holds the one sequence.
  ///   - leftRange: Where it stands there.
  ///   - right: Holds the other.
  ///   - rightRange: Where it stands there.
  ///   - limit: Distances beyond it are not told apart.
  /// - Returns: The distance, or `limit` + 1 where it is greater than `limit`.
  /// - Complexity: O(`left` + `right`) where what lies between their equal ends is at most 64 letters
  ///   on one side, else O(`left` · `right`).
  package mutating func bounded(
    _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>,
    limit: Int
  ) -> Int {
    if abs(leftRange.count - rightRange.count) > limit { return limit + 1 }
    var (l, r) = (leftRange.lowerBound, rightRange.lowerBound)
    var (leftEnd, rightEnd) = (leftRange.upperBound, rightRange.upperBound)
    while l < leftEnd, r < rightEnd, left[l] == right[r] {
      l += 1
      r += 1
    }
    while leftEnd > l, rightEnd > r, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    if l == leftEnd || r == rightEnd { return max(leftEnd - l, rightEnd - r) }
    let isLeftShorter = leftEnd - l <= rightEnd - r
    let distance =
      min(leftEnd - l, rightEnd - r) > 64
      ? tabulated(left, l..<leftEnd, right, r..<rightEnd, limit: limit)
      : isLeftShorter
        ? bitParallel(left, l..<leftEnd, right, r..<rightEnd)
        : bitParallel(right, r..<rightEnd, left, l..<leftEnd)
    return min(distance, limit + 1)
  }

  /// One column of the table in two words (Hyyrö 2003, "A bit-vector algorithm for computing
  /// Levenshtein and Damerau edit distances", figure 4).
  private mutating func bitParallel(
    _ short: [UInt8], _ shortRange: Range<Int>, _ long: [UInt8], _ longRange: Range<Int>
  ) -> Int {
    var bit: UInt64 = 1
    for index in shortRange {
      places[Int(short[index])] |= bit
      bit <<= 1
    }
    let lastBit: UInt64 = 1 << UInt64(shortRange.count - 1)
    var (rises, falls) = (UInt64.max, UInt64(0))
    var (diagonal, placesBefore) = (UInt64(0), UInt64(0))
    var distance = shortRange.count
    for index in longRange {
      let here = places[Int(long[index])]
      let exchanged = (~diagonal & here) << 1 & placesBefore
      diagonal = ((here & rises) &+ rises) ^ rises | here | falls | exchanged
      let risesAcross = falls | ~(diagonal | rises)
      let fallsAcross = diagonal & rises
      if risesAcross & lastBit != 0 { distance += 1 }
      if fallsAcross & lastBit != 0 { distance -= 1 }
      rises = fallsAcross << 1 | ~(diagonal | (risesAcross << 1 | 1))
      falls = (risesAcross << 1 | 1) & diagonal
      placesBefore = here
    }
    for index in shortRange { places[Int(short[index])] = 0 }
    return distance
  }

  /// The table row by row, for texts too long for a word.
  private mutating func tabulated(
    _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>,
    limit: Int
  ) -> Int {
    let (rows, columns) = (leftRange.count, rightRange.count)
    let (leftStart, rightStart) = (leftRange.lowerBound, rightRange.lowerBound)
    prepare(columns)
    for row in 1...rows {
      current[0] = row
      var least = row
      let l = left[leftStart + row - 1]
      for column in 1...columns {
        let r = right[rightStart + column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1)
        cost = min(cost, last[column - 1] + (l == r ? 0 : 1))
        if row > 1, column > 1, l == right[rightStart + column - 2],
          left[leftStart + row - 2] == r
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[columns]
  }

  private mutating func prepare(_ columns: Int) {
    if last.count <= columns {
      beforeLast = Array(repeating: 0, count: columns + 1)
      last = beforeLast
      current = beforeLast
    }
    for column in 0...columns { last[column] = column }
  }
}
