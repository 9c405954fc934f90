/// What tells most pairs of two people apart before anything else of them is read: eight of the twelve
/// digits of an identifier, and a hash of the letters of the name.
///
/// The digits are the last two of the province and the six of the serial number: identifiers that
/// differ there in more than two digits are neither the same nor near to each other.
struct PairSketch: Sendable {
  /// 0 unless the identifier is whole.
  private(set) var digits: UInt32 = 0
  private(set) var name: UInt32 = 0

  /// What is known of a row's identifier.
  enum Identifier: Sendable {
    case missing
    /// 12 digits, and no former identifier beside it.
    case whole
    /// The same, and it fits the row.
    case sound
    case other
  }

  private(set) var identifier = Identifier.other

  /// Nothing is known.
  init() {}

  /// The sketch of a row.
  init(_ keys: PersonKeys) {
    name = UInt32(truncatingIfNeeded: keys.solid)
    if keys.identifier.isMissing && keys.former.isMissing {
      identifier = .missing
    } else if keys.identifier.digitCount == 12 && keys.former.isMissing {
      let bits = keys.identifier.bits
      digits = UInt32(truncatingIfNeeded: bits >> 16 & 0xFFFF_FF00 | bits >> 4 & 0xFF)
      if digits != 0 { identifier = keys.hasOwnNumber ? .sound : .whole }
    }
  }

  /// Whether digits are those of identifiers that differ in two digits or fewer.
  @inline(__always)
  static func areNear(_ one: UInt32, _ other: UInt32) -> Bool {
    let difference = one ^ other
    var places =
      (difference | difference >> 1 | difference >> 2 | difference >> 3) & 0x1111_1111
    // Two of the places that differ are taken away.
    places &= places &- 1
    places &= places &- 1
    return places == 0
  }
}

/// Which pairs with a left row are worth looking at, of those that one pass finds.
///
/// A pair that another pass finds counts as not worth it.
struct PairWorth {
  /// Worth it where the names have the same letters, and where not.
  typealias ByName = (same: Bool, other: Bool)

  /// Of two whole identifiers that are near to each other.
  let near: Bool
  /// Of two whole identifiers that are far apart.
  let different: ByName
  /// Of two sound identifiers that are far apart.
  let distinct: ByName
  /// Where one side has no identifier.
  let missing: ByName
}
