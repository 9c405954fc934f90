import CivilCalendar

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
    guard Self.years ~= year, let date = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    dayNumber = Int32(date.days)
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
    let date = civilDate
    return (date.year, date.month, date.day)
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// The same day `years` later; 29 February becomes 28 February where the year has none.
  public func adding(years: Int) -> CalendarDate? {
    let (year, month, day) = components
    guard Self.years ~= year + years else { return nil }
    let last = CivilDate.dayCount(ofMonth: month, in: year + years)
    return CalendarDate(year: year + years, month: month, day: min(day, last))
  }

  /// The day in the form `2007-02-14`.
  public var description: String { civilDate.text }

  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private var civilDate: CivilDate { CivilDate(days: Int(dayNumber)) }

  private static let years = 1900...2199
  /// 1 January 1900.
  private static let firstDayNumber: Int32 = -25_567
  /// 31 December 2199.
  private static let lastDayNumber: Int32 = 84_005
}
