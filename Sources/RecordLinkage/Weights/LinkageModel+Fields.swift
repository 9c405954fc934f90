extension LinkageModel {
  /// The levels of every field by its place: name, birth date, identifier, sex, province, then the
  /// further fields.
  func levels(_ fields: [FurtherField]) -> [[Level]] {
    [name, birth, identifier, sex, province]
      + fields.map { further[$0.name] ?? Self.standardFurther }
  }

  /// Puts back what ``levels(_:)`` gave.
  mutating func setLevels(_ levels: [[Level]], _ fields: [FurtherField]) {
    name = levels[0]
    birth = levels[1]
    identifier = levels[2]
    sex = levels[3]
    province = levels[4]
    for (position, field) in fields.enumerated() { further[field.name] = levels[5 + position] }
  }

  /// Names of the fields by their place, as outputs write them.
  static func fieldNames(_ fields: [FurtherField]) -> [String] {
    ["name", "birth_date", "national_id", "sex", "province"] + fields.map(\.name)
  }

  /// Names of the levels of a field, as stored models write them.
  static func levelNames(_ field: Int) -> [String] {
    switch field {
    case 0: NameLevel.allCases.map { String(describing: $0) }
    case 1: DateLevel.allCases.map { String(describing: $0) }
    case 2: IdentifierLevel.allCases.map { String(describing: $0) }
    case 3, 4: ValueLevel.allCases.map { String(describing: $0) }
    default: FurtherLevel.allCases.map { String(describing: $0) }
    }
  }

  /// The levels in words, for people.
  static func levelWord(_ field: Int, _ level: Int) -> String {
    let raw = UInt8(clamping: level)
    return switch field {
    case 0: NameLevel(rawValue: raw)?.word ?? ""
    case 1: DateLevel(rawValue: raw)?.word ?? ""
    case 2: IdentifierLevel(rawValue: raw)?.word ?? ""
    case 3, 4: ValueLevel(rawValue: raw)?.word ?? ""
    default: FurtherLevel(rawValue: raw)?.word ?? ""
    }
  }
}
