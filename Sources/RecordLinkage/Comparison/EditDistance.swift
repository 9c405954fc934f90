/// The optimal string alignment distance: insertions, deletions, substitutions and exchanges of
/// neighbours, no part edited twice (Boytsov 2011, section 2.2). Holds the buffers it needs.
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The distance of two byte sequences, or `limit` + 1 where it is greater than `limit`.
  ///
  /// Equal ends cost nothing, so two names one slip apart are told in one pass.
  ///
  /// - Complexity: O(`left` · `right`) between the equal ends, O(`limit` · `right`) where the
  ///   distance is far greater than `limit`.
  mutating func bounded(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var start = 0
    var (leftEnd, rightEnd) = (left.count, right.count)
    while start < leftEnd, start < rightEnd, left[start] == right[start] { start += 1 }
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (rows, columns) = (leftEnd - start, rightEnd - start)
    if rows == 0 || columns == 0 { return max(rows, columns) }
    prepare(columns)
    for row in 1...rows {
      current[0] = row
      var least = row
      let l = left[start + row - 1]
      for column in 1...columns {
        let r = right[start + column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1)
        cost = min(cost, last[column - 1] + (l == r ? 0 : 1))
        if row > 1, column > 1, l == right[start + column - 2], left[start + row - 2] == r {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return min(last[columns], limit + 1)
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
