#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A moment in whole seconds of UTC, written `YYYY-MM-DDThh:mm:ssZ`.
///
/// Years 1970 to 9999; leap seconds do not exist here, as in RFC 5280.
public struct UTCInstant: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int64

  /// The first and last moments that can be written.
  static let representable: ClosedRange<Int64> = 0...253_402_300_799

  /// A moment by its distance from the epoch; clamped to the years 1970 to 9999.
  ///
  /// - Parameter secondsSinceEpoch: Seconds since 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = min(
      max(secondsSinceEpoch, Self.representable.lowerBound), Self.representable.upperBound)
  }

  /// Reads exactly `YYYY-MM-DDThh:mm:ssZ`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    for (index, expected) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")]
    where bytes[index] != expected.utf8.first { return nil }
    guard let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19])
    else { return nil }
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  /// A moment by its calendar fields in UTC; nil where there is none.
  init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year), (0..<24).contains(hour),
      (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    secondsSinceEpoch = Int64(days * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The moment of this call by the system's clock.
  public static var now: UTCInstant {
    UTCInstant(secondsSinceEpoch: Int64(time(nil)))
  }

  /// The moment `seconds` later, or earlier if negative.
  public func advanced(bySeconds seconds: Int64) -> UTCInstant {
    let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    return UTCInstant(secondsSinceEpoch: overflow ? (seconds < 0 ? 0 : .max) : sum)
  }

  /// The moment `days` times 24 hours later, or earlier if negative.
  public func advanced(byDays days: Int) -> UTCInstant {
    let (seconds, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400)
    return advanced(bySeconds: overflow ? (days < 0 ? .min : .max) : seconds)
  }

  /// Whether `left` is before `right`.
  public static func < (left: UTCInstant, right: UTCInstant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// The form `YYYY-MM-DDThh:mm:ssZ`.
  public var description: String {
    let fields = calendarFields
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
      + "T\(padded(fields.hour, 2)):\(padded(fields.minute, 2)):\(padded(fields.second, 2))Z"
  }
}

extension UTCInstant {
  /// The calendar fields in UTC.
  var calendarFields: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    let days = Int(secondsSinceEpoch / 86_400)
    let second = Int(secondsSinceEpoch % 86_400)
    // The civil calendar with years that begin in March, so that the leap day is the last.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1, second / 3_600, second / 60 % 60, second % 60
    )
  }

  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number of decimal ASCII digits and nothing else.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return digits.isEmpty ? nil : value
  }
}
