import CivilCalendar

/// A date in four bytes, so that its parts compare without arithmetic: year, month, day; 0 missing.
struct PackedDate: Hashable {
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  /// The first day of year 1 and the last one of year 9999; others count as missing.
  static let firstDay: Int32 = -719_162
  static let lastDay: Int32 = 2_932_896

  init(days: Int32) {
    guard Self.firstDay...Self.lastDay ~= days else {
      bits = 0
      return
    }
    let date = CivilDate(days: Int(days))
    bits = UInt32(date.year) << 16 | UInt32(date.month) << 8 | UInt32(date.day)
  }

  var year: UInt32 { bits >> 16 }
  var month: UInt32 { bits >> 8 & 0xFF }
  var day: UInt32 { bits & 0xFF }
  var isMissing: Bool { bits == 0 }
  /// Whether it is 1 January, which a register writes where it knows no more than the year.
  var isNewYear: Bool { bits & 0xFFFF == 0x0101 }
  var saysNoDay: Bool { isMissing || isNewYear }

  /// Day and month changed over; 0 where that is no other date.
  var swapped: PackedDate {
    day <= 12 && day != month
      ? PackedDate(bits: year << 16 | day << 8 | month) : PackedDate(bits: 0)
  }

  /// The digits of ddmmyyyy, four bits each.
  var digits: UInt32 {
    Self.twoDigits(day) << 24 | Self.twoDigits(month) << 16 | Self.twoDigits(year / 100) << 8
      | Self.twoDigits(year % 100)
  }

  private static func twoDigits(_ number: UInt32) -> UInt32 {
    (number / 10) << 4 | number % 10
  }

  static func compare(_ left: PackedDate, _ right: PackedDate) -> DateLevel {
    if left.isMissing || right.isMissing { return .missing }
    if left == right { return .equal }
    if left.swapped == right { return .swapped }
    let difference = NibbleDifference(UInt64(left.digits), UInt64(right.digits))
    if difference.isOneSlip { return .slip }
    if left.year == right.year && (left.isNewYear || right.isNewYear) { return .missing }
    let equalParts =
      (left.year == right.year ? 1 : 0) + (left.month == right.month ? 1 : 0)
      + (left.day == right.day ? 1 : 0)
    return equalParts == 2 ? .twoParts : .different
  }
}

/// Where two runs of digits, four bits each, differ.
struct NibbleDifference {
  /// Number of digits that differ.
  let count: Int
  /// One digit wrong, or two neighbours changed over.
  let isOneSlip: Bool

  /// One bit for each digit that differs, the lowest of its four.
  @inline(__always)
  private static func places(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let difference = left ^ right
    return (difference | difference >> 1 | difference >> 2 | difference >> 3)
      & 0x1111_1111_1111_1111
  }

  /// Number of digits that differ.
  @inline(__always)
  static func count(_ left: UInt64, _ right: UInt64) -> Int { places(left, right).nonzeroBitCount }

  init(_ left: UInt64, _ right: UInt64) {
    let folded = Self.places(left, right)
    count = folded.nonzeroBitCount
    if count != 2 {
      isOneSlip = count == 1
      return
    }
    let shift = UInt64(folded.trailingZeroBitCount)
    let (l, r) = (left >> shift & 0xFF, right >> shift & 0xFF)
    let areNeighbours = folded >> shift & 0xFF == 0x11
    isOneSlip = areNeighbours && l >> 4 == r & 15 && l & 15 == r >> 4
  }
}
