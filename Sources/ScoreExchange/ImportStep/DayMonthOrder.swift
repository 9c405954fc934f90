/// The order in which a file writes day and month.
package enum DayMonthOrder: String, Hashable, Sendable {
  /// Day first, as in 14/02/2007.
  case dayFirst = "dd/mm/yyyy"
  /// Month first, as in 02/14/2007.
  case monthFirst = "mm/dd/yyyy"
}

/// What the date cells of a whole file say about its order of day and month.
struct DateOrderEvidence: Hashable, Sendable {
  /// Cells that are days only if the day stands first, or only if the month does.
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0

  mutating func add(_ date: WrittenDate) {
    guard case .parts(let first, let second, _) = date else { return }
    if first > 12 && second <= 12 { dayFirst += 1 }
    if second > 12 && first <= 12 { monthFirst += 1 }
  }

  /// Notes the days of a column that was read in one order.
  mutating func add(
    _ days: [Int32], order: DayMonthOrder, _ states: [ColumnBatch.RowState]
  ) {
    var count = 0
    for row in days.indices where states[row] == .sound {
      if let day = CivilDay(dayNumber: days[row]), day.dayOfMonth > 12 { count += 1 }
    }
    if order == .dayFirst { dayFirst += count } else { monthFirst += count }
  }

  mutating func add(_ other: DateOrderEvidence) {
    dayFirst += other.dayFirst
    monthFirst += other.monthFirst
  }

  /// The order most cells ask for. Without evidence the day stands first, as it does in Vietnam.
  var order: DayMonthOrder { monthFirst > dayFirst ? .monthFirst : .dayFirst }
}
