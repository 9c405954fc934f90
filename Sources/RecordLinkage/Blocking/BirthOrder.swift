/// The order in which rows with one birth date lie together, those without one first.
enum BirthOrder {
  /// Some rows of a table in this order; those of one date in the order of the table.
  ///
  /// - Complexity: O(rows).
  static func rows(_ table: PersonTable, _ range: Range<Int>) -> [UInt32] {
    let births = table.births[range].map { PackedDate(days: $0).bits }
    let first = UInt32(range.lowerBound)
    var order = range.map(UInt32.init)
    // Month and day, then the year: what was in order stays so.
    for shift in [UInt32(0), 16] {
      order = sorted(order) { births[Int($0 - first)] >> shift & 0xFFFF }
    }
    return order
  }

  private static func sorted(_ order: [UInt32], by key: (UInt32) -> UInt32) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: 1 << 16 + 1)
    for row in order { next[Int(key(row)) + 1] += 1 }
    for value in 1..<next.count { next[value] += next[value - 1] }
    var result = order
    for row in order {
      let value = Int(key(row))
      result[Int(next[value])] = row
      next[value] += 1
    }
    return result
  }
}
