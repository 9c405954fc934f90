import RecordLinkage

/// The time of day behind a date in one cell, as `9:05`, `20:30:15.25`, `8:30 PM`, `8:30 chiều`,
/// `13:30:00Z` or `20:30+07`.
struct WrittenTime: Hashable, Sendable {
  /// `20:30` and whatever was written behind the minutes, in Vietnamese time.
  let text: String
  /// Days after the one that was written, in Vietnamese time: -1, 0 or 1.
  let dayOffset: Int32

  /// Minutes by which Vietnamese clocks are ahead of Greenwich.
  private static let offset = 7 * 60

  /// Which half of the day is meant, by what people write, without marks.
  private static let isAfternoon = [
    "am": false, "sa": false, "s": false, "sang": false, "pm": true, "ch": true, "c": true,
    "chieu": true, "toi": true,
  ]

  /// Takes the time apart that stands behind a date; nil where there is none.
  init?(behindDateIn cell: String) {
    guard cell.utf8.contains(UInt8(ascii: ":")),
      let end = cell.firstIndex(where: { $0 == " " || $0 == "T" })
    else { return nil }
    self.init(String(cell[cell.index(after: end)...]))
  }

  /// Takes a time apart; nil for any other text.
  ///
  /// A time that names its zone, as computers write it, is told in Vietnamese time.
  init?(_ cell: String) {
    let end = cell.firstIndex { !"0123456789:.".contains($0) } ?? cell.endIndex
    var parts = cell[..<end].split(separator: ":", omittingEmptySubsequences: false)
    var seconds = ""
    if parts.count == 3 {
      seconds = String(parts.removeLast())
      let digits = seconds.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
        digits[0].utf8.count == 2, Int(digits[0]).map({ $0 < 60 }) == true
      else { return nil }
    }
    guard var minutes = Self.minutes(parts) else { return nil }
    let rest = cell[end...].lowercased().filter { $0 != " " && $0 != "." }
    if let isAfternoon = Self.isAfternoon[NameKeys(rest).solid] {
      // A clock of 24 hours may stand beside the word.
      let isNoon = (12 * 60..<13 * 60).contains(minutes)
      guard isAfternoon ? minutes >= 60 : minutes < 13 * 60 else { return nil }
      if isAfternoon && minutes < 12 * 60 { minutes += 12 * 60 }
      if !isAfternoon && isNoon { minutes -= 12 * 60 }
    } else if !rest.isEmpty {
      guard let zone = Self.zone(rest) else { return nil }
      minutes += Self.offset - zone
    }
    dayOffset = minutes < 0 ? -1 : minutes < 24 * 60 ? 0 : 1
    minutes -= Int(dayOffset) * 24 * 60
    text =
      [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      + (seconds.isEmpty ? "" : ":\(seconds)")
  }

  /// Minutes by which the clocks of a zone are ahead of Greenwich, from `z`, `gmt+7`, `+07`, `+0700` or
  /// `+07:00`; nil for any other text.
  private static func zone(_ text: String) -> Int? {
    var rest = text[...]
    for name in ["gmt", "utc", "z"] where rest.hasPrefix(name) {
      rest.removeFirst(name.count)
      if rest.isEmpty { return 0 }
      break
    }
    guard let sign = rest.popFirst(), sign == "+" || sign == "-" else { return nil }
    var digits = rest.replacing(":", with: "")
    if digits.utf8.count <= 2 { digits += "00" }
    guard let minutes = Self.minutes([digits.dropLast(2), digits.suffix(2)]) else { return nil }
    return sign == "-" ? -minutes : minutes
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
