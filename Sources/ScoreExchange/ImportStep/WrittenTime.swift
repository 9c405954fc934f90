/// The time of day behind a date in one cell, as `9:05`, `20:30:15.25`, `8:30 PM`, `8:30 CH` or
/// `13:30:00Z`.
struct WrittenTime: Hashable, Sendable {
  /// `20:30` and whatever was written behind the minutes, in Vietnamese time.
  let text: String
  /// Days after the one that was written, in Vietnamese time: -1, 0 or 1.
  let dayOffset: Int32

  /// Minutes by which Vietnamese clocks are ahead of Greenwich.
  private static let offset = 7 * 60

  /// Takes a time apart, in which each space stands alone; nil for any other text.
  ///
  /// A time that names its zone, as computers write it, is told in Vietnamese time.
  init?(_ cell: String) {
    var rest = cell[...]
    var shift = 0
    if rest.hasSuffix("Z") {
      rest.removeLast()
      shift = Self.offset
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let zone = Self.minutes(rest[rest.index(after: sign)...].split(separator: ":")) else {
        return nil
      }
      shift = Self.offset - (rest[sign] == "-" ? -zone : zone)
      rest = rest[..<sign]
    }
    let half = rest.suffix(2).uppercased()
    let isHalf = ["AM", "SA", "PM", "CH"].contains(half)
    if isHalf { rest.removeLast(2) }
    if rest.last == " " { rest.removeLast() }
    var parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    var seconds = ""
    if parts.count == 3 {
      seconds = String(parts.removeLast())
      let digits = seconds.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
        digits[0].utf8.count == 2, Int(digits[0]).map({ $0 < 60 }) == true
      else { return nil }
    }
    guard var minutes = Self.minutes(parts) else { return nil }
    if isHalf {
      guard (60..<13 * 60).contains(minutes) else { return nil }
      minutes = minutes % (12 * 60) + (half == "PM" || half == "CH" ? 12 * 60 : 0)
    }
    minutes += shift
    dayOffset = minutes < 0 ? -1 : minutes < 24 * 60 ? 0 : 1
    minutes -= Int(dayOffset) * 24 * 60
    text =
      [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      + (seconds.isEmpty ? "" : ":\(seconds)")
  }

  /// Minutes since midnight from hours of one or two digits and minutes of two.
  private static func minutes(_ parts: [some StringProtocol]) -> Int? {
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let hours = Int(parts[0]), hours < 24,
      let minutes = Int(parts[1]), minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }
}
