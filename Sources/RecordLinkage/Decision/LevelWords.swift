extension NameLevel {
  /// The level in words, for explanations.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .equal: "equal"
    case .variant: "equal but for spelling variants"
    case .bare: "equal without marks on one side"
    case .reordered: "equal in another order"
    case .partlyBare: "equal but for lost marks"
    case .otherTones: "same letters with other marks"
    case .slip: "one letter apart"
    case .twoSlips: "two letters apart"
    case .similar: "a few letters apart"
    case .shortened: "shortened"
    case .otherMiddle: "other middle name"
    case .otherFamily: "other family name"
    case .otherGiven: "other given name"
    case .different: "different"
    }
  }
}

extension DateLevel {
  /// The level in words, for explanations.
  public var word: String {
    switch self {
    case .missing: "missing or not comparable"
    case .equal: "equal"
    case .swapped: "day and month changed over"
    case .slip: "one digit apart"
    case .twoParts: "two parts of three equal"
    case .different: "different"
    }
  }
}

extension IdentifierLevel {
  /// The level in words, for explanations.
  public var word: String {
    switch self {
    case .missing: "missing or not comparable"
    case .equal: "equal"
    case .former: "equal through the former one"
    case .slip: "one digit apart"
    case .neighbour: "one digit apart but both sound"
    case .near: "two digits apart"
    case .different: "different"
    case .distinct: "different but both sound"
    }
  }
}

extension ValueLevel {
  /// The level in words, for explanations.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .equal: "equal"
    case .different: "different"
    }
  }
}

extension FurtherLevel {
  /// The level in words, for explanations.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .equal: "equal"
    case .close: "nearly equal"
    case .near: "similar"
    case .different: "different"
    }
  }
}
