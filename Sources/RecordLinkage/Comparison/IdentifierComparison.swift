extension PersonKeys {
  /// Compares the identifiers of two people, the former ones included.
  static func compareIdentifiers(_ left: PersonKeys, _ right: PersonKeys) -> IdentifierLevel {
    let (l, r) = (left.identifier, right.identifier)
    if !l.isMissing && l == r { return .equal }
    let isBridged =
      !left.former.isMissing && (left.former == r || left.former == right.former)
      || !right.former.isMissing && right.former == l
    if isBridged { return .former }
    let level: IdentifierLevel =
      l.isMissing || r.isMissing
      ? .missing : l.digitCount == r.digitCount ? sameLength(left, right) : otherLength(l, r)
    guard level == .missing else { return level }
    return oldNumbers(left.former, r) ?? oldNumbers(l, right.former)
      ?? oldNumbers(left.former, right.former) ?? .missing
  }

  /// How two old numbers of 9 digits, which are not the same, agree; nil unless both are.
  private static func oldNumbers(_ l: IdentifierKey, _ r: IdentifierKey) -> IdentifierLevel? {
    guard l.digitCount == 9, r.digitCount == 9 else { return nil }
    let difference = NibbleDifference(l.bits, r.bits)
    return difference.isOneSlip ? .slip : difference.count == 2 ? .near : .different
  }

  private static func sameLength(_ left: PersonKeys, _ right: PersonKeys) -> IdentifierLevel {
    let (l, r) = (left.identifier, right.identifier)
    guard l.digitCount > 0 else { return .different }
    let difference = NibbleDifference(l.bits, r.bits)
    let areBothSound = left.hasOwnNumber && right.hasOwnNumber
    if difference.isOneSlip { return areBothSound ? .neighbour : .slip }
    if difference.count == 2 && l.digitCount > 6 { return .near }
    return areBothSound ? .distinct : .different
  }

  /// Compares identifiers of which one has more digits than the other.
  static func otherLength(_ l: IdentifierKey, _ r: IdentifierKey) -> IdentifierLevel {
    guard l.digitCount > 0, r.digitCount > 0 else { return .different }
    let (long, short) = l.digitCount > r.digitCount ? (l, r) : (r, l)
    let missing = long.digitCount - short.digitCount
    let longDigits = long.bits & (1 << 60 - 1)
    let shortDigits = short.bits & (1 << 60 - 1)
    // First digits stand lowest, so lost leading zeros are a shift to the right.
    let hasLostZeros =
      longDigits & (1 << (4 * UInt64(missing)) - 1) == 0
      && longDigits >> (4 * UInt64(missing)) == shortDigits
    if hasLostZeros && long.digitCount == 12 { return .slip }
    guard missing == 1 else { return .missing }
    // One digit left out: equal up to it, and equal after it once shifted.
    let firstDifference = (longDigits ^ shortDigits).trailingZeroBitCount / 4
    let tail = UInt64(min(4 * firstDifference, 60))
    return longDigits >> (tail + 4) == shortDigits >> tail ? .slip : .different
  }
}
