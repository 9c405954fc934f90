/// Eight of the twelve digits of an identifier, by which most pairs of two people are told apart
/// before anything else of them is read.
///
/// Birth year and serial number: what differs there in more than two digits is neither the same
/// identifier nor near to it.
struct IdentifierSketch: Sendable {
  private let digits: UInt32

  /// Of a row that must be looked at, whatever the identifier of the other one is.
  static let unknown = IdentifierSketch(digits: 0)

  private init(digits: UInt32) { self.digits = digits }

  /// The sketch of a row; unknown where its identifier does not have 12 digits or there is a former
  /// one beside it.
  init(_ keys: PersonKeys) {
    let isWhole = keys.identifier.digitCount == 12 && keys.former.isMissing
    digits = isWhole ? UInt32(truncatingIfNeeded: keys.identifier.bits >> 16) : 0
  }

  /// Whether two identifiers may differ in two digits or fewer, or must be looked at anyway.
  @inline(__always)
  func mayBeNear(_ other: IdentifierSketch) -> Bool {
    if digits == 0 || other.digits == 0 { return true }
    let difference = digits ^ other.digits
    var places =
      (difference | difference >> 1 | difference >> 2 | difference >> 3) & 0x1111_1111
    // Two of the places that differ are taken away.
    places &= places &- 1
    places &= places &- 1
    return places == 0
  }
}
