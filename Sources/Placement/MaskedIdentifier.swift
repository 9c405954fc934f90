/// An applicant's identifier as messages may show it: one that has the form of a national
/// identifier (9 or 12 digits) keeps its first three and last four digits only.
package struct MaskedIdentifier: CustomStringConvertible {
  /// The text that may be shown.
  package let description: String

  /// Masks `identifier` if it looks like a national identifier.
  package init(_ identifier: String) {
    let digits = identifier.utf8.allSatisfy { (48...57).contains($0) }
    let count = identifier.utf8.count
    guard digits, count >= 9, count <= 12 else {
      description = identifier
      return
    }
    let hidden = String(repeating: "*", count: count - 7)
    description = "\(identifier.prefix(3))\(hidden)\(identifier.suffix(4))"
  }
}
