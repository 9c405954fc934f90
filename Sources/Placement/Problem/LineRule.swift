/// What happens to people who are still equal where the seats end.
public enum LineRule: Hashable, Sendable, CustomStringConvertible {
  /// All of them have a seat when the first of them has: the rule of Chile ("L-stable").
  case admitAll
  /// None of them has a seat when not all fit: the rule of Hungary ("H-stable").
  case rejectAll
  /// No decision: the run ends with an error that names them.
  case cut
  /// SHA-256 of the UTF-8 bytes of seed, programme code and applicant identifier, one after the
  /// other with nothing between, orders them: the digest whose bytes come first is better.
  case lottery(seed: String)

  /// Reads `admit-all`, `reject-all`, `cut` or `lottery:SEED`.
  ///
  /// - Parameter word: The word; everything after the first colon is the seed.
  /// - Throws: ``PlacementError/Code/lineRule`` for anything else, an empty seed included.
  public init(parsing word: String) throws(PlacementError) {
    switch word {
    case "admit-all": self = .admitAll
    case "reject-all": self = .rejectAll
    case "cut": self = .cut
    case let word where word.hasPrefix("lottery:") && word.utf8.count > 8:
      self = .lottery(seed: String(word.dropFirst(8)))
    default: throw PlacementError(.lineRule, subject: "\(word)")
    }
  }

  /// The word for the rule.
  public var description: String {
    switch self {
    case .admitAll: "admit-all"
    case .rejectAll: "reject-all"
    case .cut: "cut"
    case .lottery(let seed): "lottery:\(seed)"
    }
  }
}
