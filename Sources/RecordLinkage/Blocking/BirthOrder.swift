/// The order in which rows with one birth date lie together.
enum BirthOrder {
  /// The positions of rows by birth date, those without one first.
  ///
  /// - Complexity: O(rows).
  static func rows(_ rows: StandardRows) -> [UInt32] {
    let births = rows.keys.map(\.birth.bits)
    var order = (0..<UInt32(births.count)).map { $0 }
    // Month and day, then the year: what was in order stays so.
    for shift in [UInt32(0), 16] { order = sorted(order) { births[Int($0)] >> shift & 0xFFFF } }
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
