/// What the date cells of a whole file say about its order of day and month.
struct DateOrderEvidence: Hashable, Sendable {
  /// Cells that are days in one order only.
  struct Cells: Hashable, Sendable {
    var count = 0
    /// The row of the first.
    var firstRow = Int.max

    mutating func add(row: Int) {
      count += 1
      firstRow = min(firstRow, row)
    }

    mutating func add(_ other: Cells) {
      count += other.count
      firstRow = min(firstRow, other.firstRow)
    }
  }

  /// Cells that are days only if the day stands first, or only if the month does.
  private var dayFirst = Cells()
  private var monthFirst = Cells()
  /// Cells that are two different days. Days of examinations are left out, for all candidates share
  /// them.
  private var either = 0

  /// Notes a cell.
  ///
  /// - Parameters:
  ///   - date: The cell.
  ///   - row: Its row as a spreadsheet counts.
  ///   - isShared: Whether many rows have it for one reason.
  mutating func add(_ date: WrittenDate, row: Int, isShared: Bool) {
    guard case .parts(let first, let second, _) = date else { return }
    if first > 12 && second <= 12 { dayFirst.add(row: row) }
    if second > 12 && first <= 12 { monthFirst.add(row: row) }
    if first <= 12 && second <= 12 && first != second && !isShared { either += 1 }
  }

  /// Notes the days of a column that was read in one order.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - order: The order.
  ///   - columns: The rows; those that are not sound are left out.
  ///   - isShared: Whether many rows have the same day for one reason.
  mutating func add(
    _ days: [Int32], order: DayMonthOrder, _ columns: ColumnBatch, isShared: Bool
  ) {
    var certain = Cells()
    for row in days.indices where columns.states[row] == .sound {
      guard let day = CivilDay(dayNumber: days[row]) else { continue }
      if day.dayOfMonth > 12 {
        if certain.count == 0 { certain.firstRow = columns.rows.recordNumber(of: row) }
        certain.count += 1
      } else if day.dayOfMonth != day.month && !isShared {
        either += 1
      }
    }
    if order == .dayFirst { dayFirst.add(certain) } else { monthFirst.add(certain) }
  }

  mutating func add(_ other: DateOrderEvidence) {
    dayFirst.add(other.dayFirst)
    monthFirst.add(other.monthFirst)
    either += other.either
  }

  /// The order of the file. The day stands first, as it does in Vietnam, unless more cells say
  /// otherwise than agree, and as many of all: of days that are written month first three in five can
  /// be nothing else, and a few slips must not turn a whole file round.
  var order: DayMonthOrder {
    monthFirst.count > dayFirst.count && monthFirst.count * 3 >= either * 2
      ? .monthFirst : .dayFirst
  }

  /// What a person should know of the order that was found: that the month stands first, which is
  /// rare, and that cells contradict it while others could be read either way.
  func remarks(under order: DayMonthOrder) -> [Message] {
    var remarks: [Message] = []
    if order == .monthFirst && monthFirst.count > 0 {
      remarks.append(
        "the month was read before the day: \(monthFirst.count) dates can only be mm/dd/yyyy, the "
          + "first in row \(monthFirst.firstRow); \(either) could be either. Say the date format "
          + "where that is wrong")
    }
    let others = order == .dayFirst ? monthFirst : dayFirst
    if others.count > 0 && either > 0 {
      let other = order == .dayFirst ? DayMonthOrder.monthFirst : .dayFirst
      remarks.append(
        "dates in two orders: \(others.count) can only be \(other.rawValue), the first in row "
          + "\(others.firstRow); \(either) that could be either were read as \(order.rawValue)")
    }
    return remarks
  }
}
