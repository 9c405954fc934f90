/// A way in which two records may find each other: only pairs that share a key are compared.
///
/// The passes overlap on purpose: a pair is missed only if every one of them is hit by an error.
enum BlockingPass: Hashable, Sendable {
  /// An identifier, or a former one, is the same.
  case identifier
  /// The same birth day and last syllable.
  case birthAndGiven
  /// The same birth day and letters of the name, however they are ordered and cut into syllables.
  case birthAndName
  /// The same birth day and a part of the identifiers' serial numbers.
  case birthAndSerial(SerialPart)
  /// The same birth day and last five letters of the name.
  case birthAndEnding
  /// The same birth day and first eight letters of the name.
  case birthAndBeginning
  /// The same birth day and letters of the name but for the last syllable.
  case birthAndForenames
  /// The same letters of the name and two parts of the birth date.
  case nameAndTwoParts(DateParts)
  /// The same letters of the name and a part of the identifiers' serial numbers.
  case nameAndSerial(SerialPart)
  /// The last six digits of the identifier and the last syllable are the same.
  case identifierEndAndGiven
  /// The first nine digits of the identifier and the last syllable are the same.
  case identifierBeginningAndGiven
  /// The same last syllable, day and month changed over.
  case swappedBirthAndGiven
  /// The same letters of the name, day and month changed over.
  case swappedBirthAndName
  /// The same letters of the name, for a right row that says no birth day.
  case nameAlone
  /// The same letters of the name, among left rows that say no birth day.
  case nameOfUndated
  /// The same value of a further field and first syllable.
  case furtherAndFamily(Int)
  /// The same value of a further field and last syllable.
  case furtherAndGiven(Int)
  /// The same values of two further fields.
  case furtherPair(Int, Int)

  /// Some digits of an identifier of twelve, as they lie in a ``PairSketch``: the last two of the province
  /// with the first two of the serial number, and the last three of this. Between them is a digit, so
  /// that a mistyped digit, or two neighbours changed over, leave one part as it is.
  enum SerialPart: UInt32, Sendable {
    case first = 0x0000_FFFF
    case last = 0xFFF0_0000
  }

  /// Two of the three parts of a ``PackedDate``.
  enum DateParts: UInt32, Sendable {
    case yearAndMonth = 0xFFFF_FF00
    case yearAndDay = 0xFFFF_00FF
    case monthAndDay = 0x0000_FFFF
  }

  /// The passes of tables with some further fields that look among all left rows; the first is that of
  /// identifiers.
  static func amongAll(furtherFields count: Int) -> [BlockingPass] {
    var passes: [BlockingPass] = [
      .identifier, .nameAndSerial(.first), .nameAndSerial(.last), .nameAndTwoParts(.yearAndMonth),
      .nameAndTwoParts(.yearAndDay), .nameAndTwoParts(.monthAndDay), .identifierEndAndGiven,
      .identifierBeginningAndGiven, .swappedBirthAndGiven, .swappedBirthAndName, .nameAlone,
      .nameOfUndated,
    ]
    for field in 0..<count {
      passes.append(.furtherAndFamily(field))
      passes.append(.furtherAndGiven(field))
      for other in 0..<field { passes.append(.furtherPair(other, field)) }
    }
    return passes
  }

  /// The passes that look among the left rows born on the same day.
  static let amongSameBirth: [BlockingPass] = [
    .birthAndName, .birthAndSerial(.first), .birthAndSerial(.last), .birthAndGiven,
    .birthAndEnding, .birthAndBeginning, .birthAndForenames,
  ]

  /// More left rows than this under one key are not compared: so common a key says too little to
  /// make up for a name or a date that differs.
  var blockCap: Int {
    switch self {
    case .identifier, .birthAndName, .birthAndSerial, .nameAndSerial: 400
    default: 100
    }
  }

  /// Its name in reports.
  func label(_ fields: [FurtherField]) -> String {
    switch self {
    case .identifier: "identifier"
    case .birthAndGiven: "birth date + last syllable"
    case .birthAndName: "birth date + name"
    case .birthAndSerial: "birth date + serial digits"
    case .nameAndSerial: "name + serial digits"
    case .birthAndEnding: "birth date + last letters"
    case .birthAndBeginning: "birth date + first letters"
    case .birthAndForenames: "birth date + all but the last syllable"
    case .nameAndTwoParts: "name + two parts of the birth date"
    case .identifierEndAndGiven: "last six digits + last syllable"
    case .identifierBeginningAndGiven: "first nine digits + last syllable"
    case .swappedBirthAndGiven: "birth date changed over + last syllable"
    case .swappedBirthAndName: "birth date changed over + name"
    case .nameAlone, .nameOfUndated: "name without birth date"
    case .furtherAndFamily(let field): "\(fields[field].name) + first syllable"
    case .furtherAndGiven(let field): "\(fields[field].name) + last syllable"
    case .furtherPair(let one, let other): "\(fields[one].name) + \(fields[other].name)"
    }
  }

  /// The key of a row in this pass as an entry of the index; 0 for none.
  func storedKey(_ rows: StandardRows, _ position: Int) -> UInt64 {
    let birth = rows.keys[position].birth
    switch self {
    case .swappedBirthAndGiven:
      return birth.swapped.isMissing ? 0 : BlockingPass.birthAndGiven.soughtKey(rows, position)
    case .swappedBirthAndName:
      return birth.swapped.isMissing ? 0 : BlockingPass.birthAndName.soughtKey(rows, position)
    case .nameAlone: return Self.both(1, Self.anagram(rows, position))
    case .nameOfUndated:
      return birth.saysNoDay ? Self.both(1, Self.anagram(rows, position)) : 0
    default: return soughtKey(rows, position)
    }
  }

  /// The key under which a row looks for others; 0 for none.
  func soughtKey(_ rows: StandardRows, _ position: Int) -> UInt64 {
    let keys = rows.keys[position]
    let birth = UInt64(keys.birth.bits)
    switch self {
    case .identifier: return Self.key(of: keys.identifier)
    case .birthAndGiven: return Self.both(birth, UInt64(keys.given))
    case .swappedBirthAndGiven:
      return Self.both(UInt64(keys.birth.swapped.bits), UInt64(keys.given))
    case .birthAndName: return Self.both(birth, Self.anagram(rows, position))
    case .birthAndSerial(let part): return Self.both(birth, Self.serial(keys, part))
    case .nameAndSerial(let part):
      return Self.both(Self.anagram(rows, position), Self.serial(keys, part))
    case .birthAndEnding:
      return birth == 0 ? 0 : Self.both(birth, rows.letters(position, 5, fromEnd: true) ?? 0)
    case .birthAndBeginning:
      return birth == 0 ? 0 : Self.both(birth, rows.letters(position, 8, fromEnd: false) ?? 0)
    case .birthAndForenames:
      let count = birth == 0 ? 0 : rows.letterCountBeforeGiven(position)
      return count == 0 ? 0 : Self.both(birth, rows.letters(position, count, fromEnd: false) ?? 0)
    case .swappedBirthAndName:
      return Self.both(UInt64(keys.birth.swapped.bits), Self.anagram(rows, position))
    case .nameAndTwoParts(let parts):
      return Self.both(birth & UInt64(parts.rawValue), Self.anagram(rows, position))
    case .identifierEndAndGiven:
      let digits = keys.identifier.digitCount
      guard digits >= 7 else { return 0 }
      let end = (keys.identifier.bits << 4) >> (4 * UInt64(digits - 6) + 4)
      return Self.both(end | 1 << 32, UInt64(keys.given))
    case .identifierBeginningAndGiven:
      guard keys.identifier.digitCount >= 11 else { return 0 }
      return Self.both(keys.identifier.bits & 0xF_FFFF_FFFF | 9 << 36, UInt64(keys.given))
    case .nameAlone:
      return keys.birth.saysNoDay ? Self.both(1, Self.anagram(rows, position)) : 0
    case .nameOfUndated: return birth == 0 ? 0 : Self.both(1, Self.anagram(rows, position))
    case .furtherAndFamily(let field):
      return Self.both(rows.further(position, field), UInt64(keys.family))
    case .furtherAndGiven(let field):
      return Self.both(rows.further(position, field), UInt64(keys.given))
    case .furtherPair(let one, let other):
      return Self.both(rows.further(position, one), rows.further(position, other))
    }
  }

  /// The same for names of the same letters, and for few others; 0 for no name.
  private static func anagram(_ rows: StandardRows, _ position: Int) -> UInt64 {
    let bits = rows.bags[position].bits
    return bits == 0 ? 0 : bits ^ UInt64(rows.keys[position].letterCount) << 26
  }

  /// Some digits of a whole identifier; 0 for none.
  private static func serial(_ keys: PersonKeys, _ part: SerialPart) -> UInt64 {
    let sketch = PairSketch(keys)
    return sketch.digits == 0
      ? 0 : UInt64(sketch.digits & part.rawValue) | UInt64(part.rawValue) << 32
  }

  /// The joined key of two values; 0 where one is missing.
  private static func both(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first == 0 || second == 0 ? 0 : max(1, joined(first, second))
  }

  /// The key of the syllables alone, by which names are counted.
  static func nameKey(_ keys: PersonKeys) -> UInt64 {
    keys.letters == 0 ? 0 : max(1, mixed(keys.letters))
  }

  /// The key of an identifier, which the former one shares.
  static func key(of identifier: IdentifierKey) -> UInt64 {
    identifier.isMissing ? 0 : max(1, joined(identifier.bits, 1))
  }
}
