/// Year, month and day of the Gregorian calendar, which holds here for all years from 1 on.
///
/// Days are counted from 1970-01-01, by H. Hinnant's "chrono-Compatible Low-Level Date Algorithms": eras
/// of 400 years that begin on 1 March, so that the leap day ends its year.
package struct CivilDate: Hashable, Sendable {
  /// The year, 1 or later.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// The date of a number of days.
  ///
  /// - Parameter days: Days from 1970-01-01, -719,162 or more.
  @inlinable
  package init(days: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The date of a year, a month and a day; nil where the calendar has no such day.
  @inlinable
  package init?(year: Int, month: Int, day: Int) {
    guard year >= 1, 1...12 ~= month, 1...Self.dayCount(ofMonth: month, in: year) ~= day else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days from 1970-01-01.
  @inlinable
  package var days: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// How many days a month has.
  ///
  /// - Parameters:
  ///   - month: 1 to 12.
  ///   - year: Its year.
  /// - Returns: 28 to 31.
  @inlinable
  package static func dayCount(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The form `2007-02-14`, with four digits of the year at least.
  package var text: String {
    let zeros = year < 10 ? "000" : year < 100 ? "00" : year < 1_000 ? "0" : ""
    return "\(zeros)\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
