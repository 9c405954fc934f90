/// What tells most pairs of two people apart before anything else of them is read: eight of the twelve
/// digits of an identifier, and a hash of the letters of the name.
///
/// The digits are birth year and serial number: identifiers that differ there in more than two digits
/// are neither the same nor near to each other.
struct PairSketch: Sendable {
  /// The digits in the lower half, the hash in the upper.
  private let bits: UInt64

  /// Of a row that must be looked at, whatever the other one is.
  static let unknown = PairSketch(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  /// The sketch of a row; its digits are unknown where its identifier does not have 12 of them or
  /// there is a former one beside it.
  init(_ keys: PersonKeys) {
    let isWhole = keys.identifier.digitCount == 12 && keys.former.isMissing
    let digits = isWhole ? UInt32(truncatingIfNeeded: keys.identifier.bits >> 16) : 0
    bits = keys.solid << 32 | UInt64(digits)
  }

  /// The sketch without the name: a pair is not worth looking at for that alone.
  var withoutName: PairSketch { PairSketch(bits: bits & 0xFFFF_FFFF) }

  /// Whether two rows must be looked at: their identifiers may differ in two digits or fewer, or one
  /// is not known, or their names have the same letters.
  @inline(__always)
  func mayBeWorth(_ other: PairSketch) -> Bool {
    let (digits, otherDigits) = (
      UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: other.bits)
    )
    if digits == 0 || otherDigits == 0 { return true }
    if bits >> 32 == other.bits >> 32 && bits >> 32 != 0 { return true }
    let difference = digits ^ otherDigits
    var places =
      (difference | difference >> 1 | difference >> 2 | difference >> 3) & 0x1111_1111
    // Two of the places that differ are taken away.
    places &= places &- 1
    places &= places &- 1
    return places == 0
  }
}
