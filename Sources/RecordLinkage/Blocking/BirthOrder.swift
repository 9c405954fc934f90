import Parallel

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
  ///   - plan: The threads to use.
  /// - Complexity: O(rows + days between the first and the last).
  init(_ rows: [UInt32], births: [Int32], plan: WorkPlan) {
    var (low, high) = (PackedDate.lastDay, PackedDate.firstDay)
    for days in births where PackedDate.firstDay...PackedDate.lastDay ~= days {
      low = min(low, days)
      high = max(high, days)
    }
    // Days count from 1 here; 0 stands for none.
    let known = low...max(low, high)
    let groups = plan.groups(ofItems: rows.count, groupCount: known.count + 1) {
      let days = births[Int(rows[$0])]
      return known ~= days ? Int(days - known.lowerBound) + 1 : 0
    }
    self.rows = plan.selection(of: rows, at: groups.items)
    let starts = groups.starts
    self.starts =
      starts.indices.dropLast().filter { starts[$0] < starts[$0 + 1] }.map { Int(starts[$0]) }
      + [rows.count]
  }
}
