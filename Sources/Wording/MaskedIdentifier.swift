/// An applicant's identifier as messages may show it: of one that has the form of a national
/// identifier (9 to 12 digits, perhaps in groups) five digits are hidden, as in `001*****2345`.
package struct MaskedIdentifier: CustomStringConvertible {
  /// The text that may be shown.
  package let description: String

  /// Masks `identifier` if it looks like a national identifier.
  package init(_ identifier: String) {
    let digits = Self.digits(of: identifier)
    let isNational = digits.map { (9...12).contains($0.utf8.count) } ?? false
    description = isNational ? Self.hidingMiddle(of: digits ?? identifier) : identifier
  }

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
