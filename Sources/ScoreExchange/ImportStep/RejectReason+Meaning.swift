extension RejectReason {
  /// What the word tells a person.
  public var meaning: Message { Self.meanings[rawValue] ?? Message(rawValue) }

  private static let meanings: [String: Message] = [
    "columns": "wrong number of fields",
    "encoding": "bytes that the encoding does not have",
    "missing": "a needed cell is empty",
    "number": "not a number",
    "lattice": "not a multiple of the scale's step",
    "range": "outside the allowed range",
    "cell_error": "cell without a value",
    "part_range": "part outside its range",
    "sum": "parts do not add up to the total",
    "date": "not a valid date",
    "sitting": "no such sitting",
    "national_id": "not a national identifier",
    "identity": "number contradicts birth year or sex",
    "repaired": "lost leading zeros were put back",
    "duplicate": "same key, different content",
    "repeated": "the same row again",
    "text": "characters that are not allowed",
    "status": "unknown or contradicting status",
    "unknown": "refers to something unknown",
    "value": "a word that is not allowed",
    "rank": "rank invalid or used twice",
  ]
}
