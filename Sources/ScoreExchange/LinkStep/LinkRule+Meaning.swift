import RecordLinkage

extension LinkRule {
  /// What the rule saw to agree, for a person.
  public var meaning: Message { Self.meanings[rawValue] ?? Message(rawValue) }

  private static let meanings: [String: Message] = [
    "decision": "decided by a person",
    "id+name+birth": "identifier, name and birth date",
    "former-id+name+birth": "former identifier, name and birth date",
    "id+name": "identifier and name",
    "id+birth": "identifier and birth date",
    "id": "identifier alone",
    "id-slip+name+birth": "identifier one slip away, name and birth date",
    "name+birth": "name and birth date",
    "weight": "sum of all weights",
  ]
}

extension LinkZone {
  /// What is done with the pair, for a person.
  public var meaning: Message {
    switch self {
    case .auto: "automatic"
    case .review: "for review"
    }
  }
}

extension ExplainedPair.Part {
  /// The name of a field for a person.
  static func name(of field: String) -> Message {
    switch field {
    case "birth_date": "birth date"
    case "national_id": "identifier"
    default: Message(field)
    }
  }
}
