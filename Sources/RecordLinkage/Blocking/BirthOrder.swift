/// The order in which rows with one birth date lie together, those without one first.
enum BirthOrder {
  /// Some rows of a table in this order; those of one date in the order of the table.
  ///
  /// - Complexity: O(rows).
  static func rows(_ table: PersonTable, _ range: Range<Int>) -> [UInt32] {
    let births = table.births[range]
    var (low, high) = (PackedDate.lastDay, PackedDate.firstDay)
    for days in births where PackedDate.firstDay...PackedDate.lastDay ~= days {
      low = min(low, days)
      high = max(high, days)
    }
    // Days count from 1 here; 0 stands for none.
    let places = births.map { days in low...max(low, high) ~= days ? UInt32(days - low) + 1 : 0 }
    let mostPlace = high < low ? 0 : UInt32(high - low) + 1
    var order = range.map(UInt32.init)
    // The lower half first, then the upper one: what was in order stays so.
    for shift in stride(from: UInt32(0), to: 32, by: 16) where mostPlace >> shift > 0 {
      order = sorted(order, first: UInt32(range.lowerBound), places, shift, mostPlace)
    }
    return order
  }

  /// The rows in the order of 16 bits of their places.
  private static func sorted(
    _ order: [UInt32], first: UInt32, _ places: [UInt32], _ shift: UInt32, _ mostPlace: UInt32
  ) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: Int(min(mostPlace >> shift, 0xFFFF)) + 2)
    for place in places { next[Int(place >> shift & 0xFFFF) + 1] += 1 }
    for value in 1..<next.count { next[value] += next[value - 1] }
    var result = order
    for row in order {
      let value = Int(places[Int(row - first)] >> shift & 0xFFFF)
      result[Int(next[value])] = row
      next[value] += 1
    }
    return result
  }
}
