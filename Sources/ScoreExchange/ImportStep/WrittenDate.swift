import Tabular

/// A date cell, taken apart without deciding which of two numbers is the day.
enum WrittenDate: Hashable, Sendable {
  /// One day, whatever the file's habit.
  case day(CalendarDate)
  /// Two numbers and a year whose order is the file's habit.
  case parts(first: Int, second: Int, year: Int)
  case unreadable

  /// Takes a cell apart: `2007-02-14`, `14/2/2007` (also with - or . or spaces), `14022007`,
  /// `20070214`, and the serial number of a spreadsheet's 1900 calendar. A time behind the day is
  /// left out.
  init(_ cell: String) {
    var text = Substring(cell)
    if let space = text.firstIndex(where: { $0 == " " || $0 == "T" }),
      text[text.index(after: space)...].contains(":")
    {
      text = text[..<space]
    }
    let pieces = text.split(omittingEmptySubsequences: false) {
      $0 == "/" || $0 == "-" || $0 == "." || $0 == " "
    }
    let numbers = pieces.compactMap { piece -> Int? in
      guard 1...8 ~= piece.utf8.count, piece.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
        return nil
      }
      return Int(piece)
    }
    guard numbers.count == pieces.count else {
      self = .unreadable
      return
    }
    switch (numbers.count, pieces.first?.utf8.count ?? 0, pieces.last?.utf8.count ?? 0) {
    case (3, 4, _):
      self = Self.day(numbers[0], numbers[1], numbers[2])
    case (3, 1...2, 4) where pieces[1].utf8.count <= 2:
      self = .parts(first: numbers[0], second: numbers[1], year: numbers[2])
    case (1, 8, _) where 1900...2199 ~= numbers[0] / 10_000 && numbers[0] / 100 % 100 <= 12:
      // No month has the number of a century, so this cannot be a day written first.
      self = Self.day(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    case (1, 8, _):
      self = .parts(
        first: numbers[0] / 1_000_000, second: numbers[0] / 10_000 % 100, year: numbers[0] % 10_000)
    case (1, 5, _) where 10_000...73_050 ~= numbers[0]:
      // Day 1 of a spreadsheet is 1900-01-01, and it believes in 29 February 1900.
      let day = CalendarDate(dayNumber: Int32(numbers[0] - 25_569))
      self = day.map(WrittenDate.day) ?? .unreadable
    default:
      self = .unreadable
    }
  }

  /// The first day whose serial number is taken for a date.
  static let firstSerialDay: Int32 = 10_000 - 25_569

  /// The form of a cell as a whole column may have it; nil for any other.
  static func form(of cell: String) -> DateForm? {
    let pieces = cell.utf8.split(omittingEmptySubsequences: false) { !(0x30...0x39 ~= $0) }
    switch (pieces.count, pieces.first?.count ?? 0, pieces.last?.count ?? 0) {
    case (1, 8, _): return .dayMonthYearDigits
    case (1, 5, _): return .spreadsheetSerial
    case (3, 4, _): return .yearMonthDay
    case (3, _, 4): return .dayMonthYear
    default: return nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate {
    CalendarDate(year: year, month: month, day: day).map(WrittenDate.day) ?? .unreadable
  }

  /// The day meant, under a file's habit; nil where the calendar has no such day.
  func resolved(_ order: DayMonthOrder) -> CalendarDate? {
    switch self {
    case .day(let date): date
    case .parts(let first, let second, let year):
      order == .dayFirst
        ? CalendarDate(year: year, month: second, day: first)
        : CalendarDate(year: year, month: first, day: second)
    case .unreadable: nil
    }
  }
}
