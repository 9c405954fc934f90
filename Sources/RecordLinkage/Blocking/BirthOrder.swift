/// Rows in the order of their birth dates, those without one first.
struct BirthOrder: Sendable {
  /// The numbers of the rows; those of one date in the order in which they were given.
  let rows: [UInt32]
  /// Where the rows of each date begin in ``rows``, and their count at the end.
  let starts: [Int]

  /// Puts rows in order.
  ///
  /// - Parameters:
  ///   - rows: The numbers of the rows, ascending.
  ///   - births: Days since 1970-01-01 of all rows; others than ``PackedDate`` knows count as missing.
  /// - Complexity: O(rows).
  init(_ rows: [UInt32], births: [Int32]) {
    var (low, high) = (PackedDate.lastDay, PackedDate.firstDay)
    for days in births where PackedDate.firstDay...PackedDate.lastDay ~= days {
      low = min(low, days)
      high = max(high, days)
    }
    // Days count from 1 here; 0 stands for none.
    let known = low...max(low, high)
    func place(_ row: UInt32) -> UInt32 {
      let days = births[Int(row)]
      return known ~= days ? UInt32(days - low) + 1 : 0
    }
    let mostPlace = high < low ? 0 : UInt32(high - low) + 1
    var ordered = rows
    // The lower half first, then the upper one: what was in order stays so.
    for shift in stride(from: UInt32(0), to: 32, by: 16) where mostPlace >> shift > 0 {
      let mostPart = min(mostPlace >> shift, 0xFFFF)
      ordered = Self.sorted(ordered, parts: Int(mostPart) + 1) { Int(place($0) >> shift & 0xFFFF) }
    }
    var starts: [Int] = []
    var last: UInt32?
    for (number, row) in ordered.enumerated() {
      let place = place(row)
      if place != last { starts.append(number) }
      last = place
    }
    self.rows = ordered
    self.starts = starts + [ordered.count]
  }

  /// The rows in the order of a part of their places.
  private static func sorted(
    _ rows: [UInt32], parts: Int, _ part: (UInt32) -> Int
  ) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: parts + 1)
    for row in rows { next[part(row) + 1] += 1 }
    for value in 1..<next.count { next[value] += next[value - 1] }
    var result = rows
    for row in rows {
      let part = part(row)
      result[Int(next[part])] = row
      next[part] += 1
    }
    return result
  }
}
