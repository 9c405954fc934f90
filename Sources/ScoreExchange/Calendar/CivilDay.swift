/// Year, month and day of a day between 1 March 1900 and 28 February 2100, where every fourth
/// year is a leap year; quicker than ``CalendarDate`` where there are millions of them.
struct CivilDay {
  let year: Int32
  let month: Int32
  let dayOfMonth: Int32

  /// Takes a day apart; nil outside that range.
  ///
  /// - Parameter dayNumber: Days from 1970-01-01.
  @inline(__always)
  init?(dayNumber: Int32) {
    // Days from 1900-03-01, so that a leap day ends its year.
    guard -25_508...47_540 ~= dayNumber else { return nil }
    let day = dayNumber &+ 25_508
    let marchYear = (4 &* day &+ 3) / 1_461
    let dayOfYear = day &- 1_461 &* marchYear / 4
    let marchMonth = (5 &* dayOfYear &+ 2) / 153
    year = 1_900 &+ marchYear &+ (marchMonth >= 10 ? 1 : 0)
    month = marchMonth &+ (marchMonth >= 10 ? -9 : 3)
    dayOfMonth = dayOfYear &- (153 &* marchMonth &+ 2) / 5 &+ 1
  }
}
