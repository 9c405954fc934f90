package import RecordLinkage

extension Sex {
  /// Reads the words that files use, or nil: Nam, Nữ, male, female, M, F.
  package init?(word: String) {
    switch headingKey(word) {
    case "nam", "male", "m", "trai": self = .male
    case "nu", "female", "f", "gai": self = .female
    default: return nil
    }
  }

  /// `male` or `female`.
  package var word: String {
    switch self {
    case .male: "male"
    case .female: "female"
    }
  }
}
