/// An applicant's identifier as messages may show it: of one that has the form of a national
/// identifier (9 to 12 digits, perhaps in groups) five digits are hidden, as in `001*****2345`. Of 12
/// digits and more, and of 9 behind the name of a paper, the middle is hidden wherever they stand, but
/// behind a decimal sign.
package struct MaskedIdentifier: CustomStringConvertible {
  /// The text that may be shown.
  package let description: String
  /// Whether all of it has the form of a national identifier.
  package let isNational: Bool

  /// Masks `identifier` if it looks like a national identifier.
  package init(_ identifier: String) {
    let digits = Self.digits(of: identifier)
    isNational = digits.map { (9...12).contains($0.utf8.count) } ?? false
    description =
      isNational
      ? Self.hidingMiddle(of: digits ?? identifier) : Self.hidingLongNumbers(in: identifier)
  }

  /// A text in which the middle of every long number is hidden.
  private static func hidingLongNumbers(in text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 9 else { return text }
    var shown: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
      if end == index {
        shown.append(bytes[index])
        index += 1
        continue
      }
      let digits = bytes[index..<end]
      let isLong = digits.count >= 12 || digits.count >= 9 && isNamed(bytes, from: index)
      shown +=
        isLong && !isFraction(bytes, from: index)
        ? Array(hidingMiddle(of: String(decoding: digits, as: UTF8.self)).utf8) : Array(digits)
      index = end
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether digits stand behind a decimal sign and few whole digits, as those of a score do.
  private static func isFraction(_ bytes: [UInt8], from index: Int) -> Bool {
    guard index > 1, bytes[index - 1] == UInt8(ascii: ".") || bytes[index - 1] == UInt8(ascii: ",")
    else { return false }
    return 1...4 ~= bytes[..<(index - 1)].reversed().prefix(while: isDigit).count
  }

  /// Whether the name of an identity paper stands before digits, with signs or without.
  private static func isNamed(_ bytes: [UInt8], from index: Int) -> Bool {
    let name = bytes[..<index].suffix(8).map { $0 | 0x20 }.reversed().drop {
      !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0)
    }
    return ["cccd", "cmnd", "cmt"].contains { name.starts(with: $0.utf8.reversed()) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// The digits of a number, which may stand in groups with a space, or of three with a full stop or
  /// hyphen, between them; nil for anything else.
  private static func digits(of text: String) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { " .-".contains($0) }
    let isGrouped = groups.allSatisfy { $0.utf8.count == 3 }
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      isGrouped || !text.contains(where: { ".-".contains($0) })
    else { return nil }
    return groups.joined()
  }

  /// Any text with all but its ends hidden: at most three characters in front and four at the end
  /// are shown, and at least five hidden.
  package static func hidingMiddle(of text: String) -> String {
    let count = text.count
    guard count > 5 else { return String(repeating: "*", count: count) }
    let shown = count - 5
    let front = min(3, shown / 2)
    let back = min(4, shown - front)
    let hidden = String(repeating: "*", count: count - front - back)
    return "\(text.prefix(front))\(hidden)\(text.suffix(back))"
  }
}
