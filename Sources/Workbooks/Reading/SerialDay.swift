import CivilCalendar

/// A day and time as a workbook counts them: days from a beginning, the time as their fraction.
struct SerialDay {
  /// Days from 1970-01-01.
  let day: Int?
  /// Seconds from midnight, rounded.
  let second: Int

  /// Reads a serial number; nil for what is no day: below zero, day 60, or after the year 9999.
  ///
  /// - Parameters:
  ///   - serial: The number in the cell.
  ///   - countsFrom1904: Whether day 0 is 1904-01-01; else day 1 is 1900-01-01, and day 60 is the
  ///     29 February 1900 that there never was.
  init?(_ serial: Double, countsFrom1904: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let last = countsFrom1904 ? 2_957_003 : 2_958_465
    var whole = Int(serial)
    var second = Int(((serial - Double(whole)) * 86_400).rounded())
    if second == 86_400 {
      second = 0
      whole += 1
    }
    guard whole <= last else { return nil }
    self.second = second
    if countsFrom1904 {
      day = whole - 24_107
      return
    }
    guard whole != 60 else { return nil }
    day = whole == 0 ? nil : whole - (whole < 60 ? 25_568 : 25_569)
  }

  /// The day and time as text.
  ///
  /// - Parameter showsDay: Whether the cell's format shows a day at all.
  /// - Returns: `2007-02-14`, `2007-02-14T08:30:00`, or `08:30:00` where there is only a time.
  func text(showsDay: Bool) -> String {
    let time =
      "\(Self.padded(second / 3_600)):\(Self.padded(second / 60 % 60)):\(Self.padded(second % 60))"
    guard let day, showsDay || day > 0 else { return time }
    let date = CivilDate(days: day).text
    return second == 0 ? date : "\(date)T\(time)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
