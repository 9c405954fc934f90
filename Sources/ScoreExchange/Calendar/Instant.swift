/// A moment in whole seconds, written with a zone.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSince1970: Int64

  /// The moment this many seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// A moment in the form `2025-07-01T08:00:00+07:00` or `2025-07-01T01:00:00Z`, or nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]) else { return nil }
    let rest = Array(parts[1].utf8)
    guard rest.count == 9 || rest.count == 14, rest[2] == 0x3A, rest[5] == 0x3A else { return nil }
    func pair(at index: Int, below limit: Int64) -> Int64? {
      let tens = rest[index]
      let ones = rest[index + 1]
      guard 0x30...0x39 ~= tens, 0x30...0x39 ~= ones else { return nil }
      let value = Int64(tens - 0x30) * 10 + Int64(ones - 0x30)
      return value < limit ? value : nil
    }
    guard let hour = pair(at: 0, below: 24), let minute = pair(at: 3, below: 60),
      let second = pair(at: 6, below: 60)
    else { return nil }
    var offset: Int64 = 0
    if rest.count == 9 {
      guard rest[8] == 0x5A else { return nil }
    } else {
      guard rest[8] == 0x2B || rest[8] == 0x2D, rest[11] == 0x3A,
        let zoneHour = pair(at: 9, below: 24), let zoneMinute = pair(at: 12, below: 60)
      else { return nil }
      offset = (zoneHour * 3_600 + zoneMinute * 60) * (rest[8] == 0x2B ? 1 : -1)
    }
    secondsSince1970 =
      Int64(date.dayNumber) * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  /// The moment in UTC, in the form `2025-07-01T01:00:00Z`.
  public var description: String {
    let days =
      secondsSince1970 >= 0 ? secondsSince1970 / 86_400 : (secondsSince1970 - 86_399) / 86_400
    let seconds = secondsSince1970 - days * 86_400
    func pair(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date =
      CalendarDate(dayNumber: Int32(truncatingIfNeeded: days))?.description ?? "day \(days)"
    return "\(date)T\(pair(seconds / 3_600)):\(pair(seconds / 60 % 60)):\(pair(seconds % 60))Z"
  }

  /// Whether one moment is before another.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}
