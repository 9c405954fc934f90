import CivilCalendar
import Testing

@Suite("The civil calendar")
struct CivilDateTests {
  @Test("Every day of 800 years follows the one before, and its number leads back to it")
  func daysFollow() {
    var wrong: [Int] = []
    var last = CivilDate(days: -350_000)
    for number in -349_999...(-349_999 + 2 * 146_097) {
      let date = CivilDate(days: number)
      let isFirst = last.day == CivilDate.dayCount(ofMonth: last.month, in: last.year)
      let isNewYear = isFirst && last.month == 12
      let isNext =
        date.day == (isFirst ? 1 : last.day + 1)
        && date.month == (isNewYear ? 1 : isFirst ? last.month + 1 : last.month)
        && date.year == (isNewYear ? last.year + 1 : last.year)
      if !isNext || date.days != number { wrong.append(number) }
      last = date
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "Known days have their numbers",
    arguments: [
      ("0001-01-01", -719_162), ("1900-03-01", -25_508), ("1970-01-01", 0), ("2000-02-29", 11_016),
      ("2007-02-14", 13_558), ("9999-12-31", 2_932_896),
    ])
  func knownDays(text: String, days: Int) {
    #expect(CivilDate(days: days).text == text)
  }

  @Test(
    "There is no 29 February in a year that is no leap year, no month 13, and no day 0",
    arguments: [
      (1900, 2, 29), (2007, 2, 29), (2007, 4, 31), (2007, 13, 1), (2007, 0, 1), (2007, 1, 0),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
    #expect(CivilDate(year: 2_000, month: 2, day: 29)?.days == 11_016)
  }
}
