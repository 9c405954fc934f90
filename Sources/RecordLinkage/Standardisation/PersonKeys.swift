/// The fixed-width keys of one record: 64 bytes, one line of a processor's cache.
struct PersonKeys {
  var identifier: IdentifierKey
  var former: IdentifierKey
  /// Hashes of the name; see ``NameScan``. 0 where there is no name.
  var toned: UInt64
  var letters: UInt64
  var solid: UInt64
  var birth: PackedDate
  var source: UInt32
  var family: UInt32
  var given: UInt32
  var textStart: UInt32
  var textLength: UInt16
  var syllableCount: UInt8
  var flags: UInt8

  /// Longer names are cut, at bytes: no person's name needs more, and so many hold at most 255
  /// syllables.
  static let longestName = 510

  var isBare: Bool { flags & 1 == 1 }
  var sex: UInt8 { flags >> 1 & 3 }
  var hasInitial: Bool { flags >> 3 & 1 == 1 }
  /// Whether the identifier is a CCCD that fits the birth year of its own row, and its sex if known.
  var hasOwnNumber: Bool { flags >> 4 & 1 == 1 }
  /// Whether the identifier has the length of a CCCD, but is none or does not fit its own row: then it is
  /// mistyped or somebody else's.
  var hasForeignNumber: Bool { identifier.digitCount == 12 && !birth.isMissing && !hasOwnNumber }
  /// Whether more than the sex speaks against the number: that of a row is mistyped as easily.
  var hasNumberOfOtherBirth: Bool {
    hasForeignNumber
      && !(identifier.isCCCD && identifier.fits(birthYear: Int(birth.year), sex: 0))
  }
  /// The syllables in ``StandardRows/store``.
  var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textLength) }
  /// Letters in all syllables.
  var letterCount: Int { Int(textLength) - Int(syllableCount) }
  /// The letters in ``StandardRows/letters``.
  var letterRange: Range<Int> { Int(textStart)..<Int(textStart) + letterCount }

  /// Standardises one row and appends its syllables to `store`.
  ///
  /// - Returns: The keys, and the letters of the name in short.
  ///
  /// A function, for an initialiser would own its table and count references for each row.
  static func standardising(
    _ table: PersonTable, row: Int, birth: PackedDate, letters letterTable: [UInt16],
    store: inout CodeStore
  ) -> (PersonKeys, LetterBag) {
    let name = table.names.range(row)
    let start = store.count
    let scan = NameScan.reading(
      table.names.bytes, name.lowerBound..<min(name.upperBound, name.lowerBound + longestName),
      table: letterTable, store: &store)
    var keys = withoutName(table, row: row, birth: birth)
    keys.toned = scan.toned
    keys.letters = scan.letters
    keys.solid = scan.solid
    keys.family = scan.family
    keys.given = scan.given
    keys.textStart = UInt32(truncatingIfNeeded: start)
    keys.textLength = UInt16(clamping: store.count - start)
    keys.syllableCount = UInt8(clamping: scan.syllableCount)
    keys.flags |= (scan.isBare ? 1 : 0) | (scan.hasInitial ? 8 : 0)
    return (keys, scan.bag)
  }

  /// The keys of one row, as if it had no name.
  static func withoutName(_ table: PersonTable, row: Int) -> PersonKeys {
    withoutName(table, row: row, birth: PackedDate(days: table.births[row]))
  }

  private static func withoutName(
    _ table: PersonTable, row: Int, birth: PackedDate
  ) -> PersonKeys {
    let identifier = IdentifierKey.reading(
      table.nationalIDs.bytes, table.nationalIDs.range(row))
    let sex = table.sexes[row]
    let hasOwnNumber =
      !birth.isMissing && identifier.isCCCD
      && identifier.fits(birthYear: Int(birth.year), sex: sex)
    return PersonKeys(
      identifier: identifier,
      former: .reading(table.formerIDs.bytes, table.formerIDs.range(row)),
      toned: 0, letters: 0, solid: 0, birth: birth,
      source: table.sources[row], family: 0, given: 0, textStart: 0, textLength: 0,
      syllableCount: 0, flags: sex << 1 | (hasOwnNumber ? 16 : 0))
  }
}
