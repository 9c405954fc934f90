import Wording

/// A national identifier with all but its ends hidden: `001*****2345`.
package func masked(_ identifier: String) -> String {
  MaskedIdentifier.hidingMiddle(of: identifier)
}

/// A cell, or the name of a row such as issuer/assessment/sitting/candidate number, in which whatever
/// looks like a national identifier is masked.
func maskedName(_ name: String) -> String {
  name.split(separator: "/", omittingEmptySubsequences: false).map { part in
    let whole = MaskedIdentifier(String(part))
    guard !whole.isNational, part.contains(" ") else { return whole.description }
    return part.split(separator: " ", omittingEmptySubsequences: false)
      .map { MaskedIdentifier(String($0)).description }.joined(separator: " ")
  }.joined(separator: "/")
}
