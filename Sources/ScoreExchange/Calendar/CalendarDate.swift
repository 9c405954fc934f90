/// A day of the Gregorian calendar, without a time or a zone.
///
/// Days are counted from 1970-01-01. Only the years 1900 to 2199 exist: nobody in a result file
/// was born, and no sitting was held, in another.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int32

  /// The day with this number, or nil outside the years 1900 to 2199.
  public init?(dayNumber: Int32) {
    guard dayNumber >= Self.firstDayNumber, dayNumber <= Self.lastDayNumber else { return nil }
    self.dayNumber = dayNumber
  }

  /// The day with this year, month and day, or nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1900...2199 ~= year, 1...12 ~= month else { return nil }
    guard 1...Self.dayCount(year: year, month: month) ~= day else { return nil }
    dayNumber = Int32(Self.daysFromCivil(year: year, month: month, day: day))
  }

  /// A day in the form `2007-02-14`, or nil if the text is anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard 0x30...0x39 ~= byte else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras of 400 years from 1 March.
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// The same day `years` later; 29 February becomes 28 February where the year has none.
  public func adding(years: Int) -> CalendarDate? {
    let (year, month, day) = components
    guard 1900...2199 ~= year + years else { return nil }
    let last = Self.dayCount(year: year + years, month: month)
    return CalendarDate(year: year + years, month: month, day: min(day, last))
  }

  /// The day in the form `2007-02-14`.
  public var description: String {
    let (year, month, day) = components
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private static let firstDayNumber = Int32(daysFromCivil(year: 1900, month: 1, day: 1))
  private static let lastDayNumber = Int32(daysFromCivil(year: 2199, month: 12, day: 31))

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
