package import Scores

/// How a file writes what can be written in more than one way.
package struct FileHabits: Hashable, Sendable {
  /// Which number of a date is the day.
  package var dayMonthOrder: DayMonthOrder
  /// The sign between units and fraction.
  package var decimalSeparator: DecimalSeparator
}

/// What the cells of a whole file say about its habits.
struct HabitEvidence: Hashable, Sendable {
  var dates = DateOrderEvidence()
  private(set) var decimalPoints = 0
  private(set) var decimalCommas = 0
  /// Whether there may be more signs of the file's own habit than were counted.
  private var isLeast = false

  mutating func addNumber(_ cell: String) {
    if cell.utf8.contains(0x2E) { decimalPoints += 1 }
    if cell.utf8.contains(0x2C) { decimalCommas += 1 }
  }

  /// Notes decimal signs of a column that was read at once; those before a fraction of zeros are not
  /// counted.
  mutating func addSigns(atLeast count: Int, _ sign: DecimalSeparator) {
    if sign == .point { decimalPoints += count } else { decimalCommas += count }
    isLeast = true
  }

  mutating func add(_ other: HabitEvidence) {
    dates.add(other.dates)
    decimalPoints += other.decimalPoints
    decimalCommas += other.decimalCommas
    isLeast = isLeast || other.isLeast
  }

  /// Whether signs that were not counted could outweigh the others.
  func isDoubtful(under habits: FileHabits) -> Bool {
    guard isLeast else { return false }
    return habits.decimalSeparator == .point
      ? decimalCommas > decimalPoints : decimalPoints > 0 && decimalPoints >= decimalCommas
  }

  /// What most cells ask for; a point and day first where they say nothing.
  var habits: FileHabits {
    FileHabits(
      dayMonthOrder: dates.order,
      decimalSeparator: decimalCommas > decimalPoints ? .comma : .point)
  }
}
