import CivilCalendar
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
    guard (1970...9999).contains(year), (0..<24).contains(hour), (0..<60).contains(minute),
      (0..<60).contains(second), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    secondsSinceEpoch = Int64(date.days * 86_400 + hour * 3_600 + minute * 60 + second)
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
    let second = Int(secondsSinceEpoch % 86_400)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let time = [second / 3_600, second / 60 % 60, second % 60].map(padded).joined(separator: ":")
    return "\(date.text)T\(time)Z"
  }
}

extension UTCInstant {
  /// The day in UTC.
  var date: CivilDate { CivilDate(days: Int(secondsSinceEpoch / 86_400)) }

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
