/// An applicant's identifier as messages may show it: of one that has the form of a national
/// identifier (9 to 12 digits) five digits are hidden, as in `001*****2345`.
package struct MaskedIdentifier: CustomStringConvertible {
  /// The text that may be shown.
  package let description: String

  /// Masks `identifier` if it looks like a national identifier.
  package init(_ identifier: String) {
    let isNumber = identifier.utf8.allSatisfy { (48...57).contains($0) }
    let count = identifier.utf8.count
    guard isNumber, (9...12).contains(count) else {
      description = identifier
      return
    }
    let shown = count - 5
    let front = min(3, shown / 2)
    let back = min(4, shown - front)
    let hidden = String(repeating: "*", count: count - front - back)
    description = "\(identifier.prefix(front))\(hidden)\(identifier.suffix(back))"
  }
}
