extension RecognitionRefusal {
  /// What the word tells a person.
  public var meaning: Message {
    switch self {
    case .noResult: "no linked result"
    case .status: "absent, withheld or void"
    case .sitting: "sitting not accepted"
    case .notYet: "sat after the day of judgement"
    case .expired: "expired"
    case .scale: "total off its scale"
    case .minimumTotal: "total under the minimum"
    case .minimumPart: "part under the minimum"
    case .outsideTable: "outside the conversion table"
    case .componentMissing: "component missing"
    case .componentRange: "component outside its range"
    case .overflow: "numbers too large"
    }
  }

  /// What a word of the column `reason` tells a person; one that nobody knows stands for itself.
  public static func meaning(of word: String) -> Message {
    RecognitionRefusal(rawValue: word)?.meaning ?? Message(word)
  }
}
