/// The birth dates of rows in ``BirthOrder``, and where the rows of each lie.
struct BirthDays: Sendable {
  /// Each date once, ascending; 0 for rows without one.
  private var dates: [UInt32] = []
  /// Where the rows of each date begin; at the end, the number of rows.
  private var starts: [UInt32] = []

  /// The days of rows whose dates ascend.
  ///
  /// - Complexity: O(rows).
  init(_ rows: [PersonKeys]) {
    for (place, keys) in rows.enumerated() where dates.last != keys.birth.bits {
      dates.append(keys.birth.bits)
      starts.append(UInt32(place))
    }
    starts.append(UInt32(rows.count))
  }

  /// The days of so many rows each, dates ascending.
  init(_ counts: [(date: PackedDate, rows: Int)]) {
    dates = counts.map(\.date.bits)
    starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.rows)) }
  }

  /// The ranges of rows with one date, in their order.
  var ranges: [Range<Int>] { dates.indices.map { Int(starts[$0])..<Int(starts[$0 + 1]) } }

  /// Where the rows born on a date lie.
  ///
  /// - Complexity: O(log dates).
  func places(_ date: PackedDate) -> Range<Int> {
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle] < date.bits { low = middle + 1 } else { high = middle }
    }
    guard low < dates.count, dates[low] == date.bits else { return 0..<0 }
    return Int(starts[low])..<Int(starts[low + 1])
  }
}
