/// The levels of one pair in all fields, in eight bytes.
struct AgreementPattern: Hashable, Comparable {
  var bits: UInt64 = 0

  static let furtherStart: UInt64 = 16
  private static let otherGivenBit: UInt64 = 1 << 15
  /// Four bits a further field.
  static let furtherLimit = 12

  init(bits: UInt64) { self.bits = bits }

  init(
    name: NameLevel, birth: DateLevel, identifier: IdentifierLevel, sex: ValueLevel,
    province: ValueLevel
  ) {
    bits =
      UInt64(name.rawValue) | UInt64(birth.rawValue) << 5 | UInt64(identifier.rawValue) << 8
      | UInt64(sex.rawValue) << 11 | UInt64(province.rawValue) << 13
  }

  var name: NameLevel { NameLevel(rawValue: UInt8(bits & 31)) ?? .missing }
  var birth: DateLevel { DateLevel(rawValue: UInt8(bits >> 5 & 7)) ?? .missing }
  var identifier: IdentifierLevel { IdentifierLevel(rawValue: UInt8(bits >> 8 & 7)) ?? .missing }
  var sex: ValueLevel { ValueLevel(rawValue: UInt8(bits >> 11 & 3)) ?? .missing }
  var province: ValueLevel { ValueLevel(rawValue: UInt8(bits >> 13 & 3)) ?? .missing }

  func further(_ field: Int) -> UInt8 {
    UInt8(bits >> (Self.furtherStart + 4 * UInt64(field)) & 15)
  }

  mutating func setFurther(_ field: Int, _ level: UInt8) {
    bits |= UInt64(level) << (Self.furtherStart + 4 * UInt64(field))
  }

  /// Whether the names begin with one family name and end with two given names, though they are
  /// ``NameLevel/reordered``: Minh Anh and Anh Minh are two sisters as well as one of them.
  var hasOtherGiven: Bool {
    get { bits & Self.otherGivenBit != 0 }
    set { bits = newValue ? bits | Self.otherGivenBit : bits & ~Self.otherGivenBit }
  }

  /// The level in a field by its place: name, birth date, identifier, sex, province, further fields.
  func level(_ field: Int) -> Int {
    switch field {
    case 0: Int(name.rawValue)
    case 1: Int(birth.rawValue)
    case 2: Int(identifier.rawValue)
    case 3: Int(sex.rawValue)
    case 4: Int(province.rawValue)
    default: Int(further(field - 5))
    }
  }

  /// The identifier of one is an identifier of the other.
  var hasSameIdentifier: Bool { identifier == .equal || identifier == .former }

  /// Names that one person may have in two files: equal, or spelt without marks, or in another
  /// order of syllables; never another given name.
  var hasAgreeingName: Bool {
    switch name {
    case .equal, .variant, .bare: true
    case .reordered: !hasOtherGiven
    default: false
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
