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

  /// Longer names are cut: no person's name needs more.
  static let longestName = 512

  var isBare: Bool { flags & 1 == 1 }
  var sex: UInt8 { flags >> 1 & 3 }
  var birthYear: Int? { birth.isMissing ? nil : Int(birth.year) }
  var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textLength) }

  /// Standardises one row and appends its syllables to `store`.
  init(_ table: PersonTable, row: Int, letters letterTable: [UInt16], store: inout [UInt8]) {
    let name = table.names.range(row)
    let start = store.count
    let scan = NameScan(
      table.names.bytes, name.lowerBound..<min(name.upperBound, name.lowerBound + Self.longestName),
      table: letterTable, store: &store)
    identifier = IdentifierKey(table.nationalIDs.bytes, table.nationalIDs.range(row))
    former = IdentifierKey(table.formerIDs.bytes, table.formerIDs.range(row))
    toned = scan.toned
    letters = scan.letters
    solid = scan.solid
    birth = PackedDate(days: table.births[row])
    source = table.sources[row]
    family = scan.family
    given = scan.given
    textStart = UInt32(truncatingIfNeeded: start)
    textLength = UInt16(clamping: store.count - start)
    syllableCount = UInt8(clamping: scan.syllableCount)
    flags = (scan.isBare ? 1 : 0) | table.sexes[row] << 1
  }
}
