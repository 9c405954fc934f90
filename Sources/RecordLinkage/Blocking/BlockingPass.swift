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
  @inline(__always)
  func storedKey(_ terms: BlockingTerms, _ rows: StandardRows) -> UInt64 {
    switch self {
    case .swappedBirthAndGiven:
      terms.swappedBirth == 0 ? 0 : terms.given.joined(after: terms.birth)
    case .swappedBirthAndName:
      terms.swappedBirth == 0 ? 0 : terms.anagram.joined(after: terms.birth)
    case .nameAlone: terms.anagram.joined(after: 1)
    case .nameOfUndated: terms.saysNoDay ? terms.anagram.joined(after: 1) : 0
    default: soughtKey(terms, rows)
    }
  }

  /// The key under which a row looks for others; 0 for none.
  @inline(__always)
  func soughtKey(_ terms: BlockingTerms, _ rows: StandardRows) -> UInt64 {
    switch self {
    case .identifier: Self.key(of: terms.identifier)
    case .birthAndGiven: terms.given.joined(after: terms.birth)
    case .swappedBirthAndGiven: terms.given.joined(after: terms.swappedBirth)
    case .birthAndName: terms.anagram.joined(after: terms.birth)
    case .birthAndSerial(let part): terms.serial(part).joined(after: terms.birth)
    case .nameAndSerial(let part): terms.serial(part).joined(after: terms.anagram.value)
    case .birthAndEnding: terms.ends.ending.joined(after: terms.birth)
    case .birthAndBeginning: terms.ends.beginning.joined(after: terms.birth)
    case .birthAndForenames: terms.ends.forenames.joined(after: terms.birth)
    case .swappedBirthAndName: terms.anagram.joined(after: terms.swappedBirth)
    case .nameAndTwoParts(let parts):
      terms.anagram.joined(after: terms.birth & UInt64(parts.rawValue))
    case .identifierEndAndGiven: terms.given.joined(after: terms.lastSixDigits)
    case .identifierBeginningAndGiven: terms.given.joined(after: terms.firstNineDigits)
    case .nameAlone: terms.saysNoDay ? terms.anagram.joined(after: 1) : 0
    case .nameOfUndated: terms.birth == 0 ? 0 : terms.anagram.joined(after: 1)
    case .furtherAndFamily(let field):
      terms.family.joined(after: rows.further(terms.position, field))
    case .furtherAndGiven(let field):
      terms.given.joined(after: rows.further(terms.position, field))
    case .furtherPair(let one, let other):
      BlockingTerms.Term(rows.further(terms.position, other))
        .joined(after: rows.further(terms.position, one))
    }
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
