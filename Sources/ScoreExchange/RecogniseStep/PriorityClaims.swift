public import Scores

/// The region of the school that somebody attended longest.
public enum PriorityRegion: String, Hashable, Sendable, CaseIterable {
  /// Mountains, borders, islands: 0.75 of 30.
  case kv1 = "KV1"
  /// Rural districts: 0.50 of 30.
  case kv2Rural = "KV2-NT"
  /// Towns: 0.25 of 30.
  case kv2 = "KV2"
  /// The inner districts of the great cities: nothing.
  case kv3 = "KV3"

  /// A region as files write it: `KV2-NT`, `KV2NT`, `kv2-nt`, `2NT`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var letters = text.uppercased().filter { $0 != "-" && $0 != " " && $0 != "_" }
    if letters.hasPrefix("KV") { letters.removeFirst(2) }
    switch letters {
    case "1": self = .kv1
    case "2NT": self = .kv2Rural
    case "2": self = .kv2
    case "3": self = .kv3
    default: return nil
    }
  }

  /// The points on the scale of 30 (Circular 08/2022, article 7).
  public var points: Score {
    switch self {
    case .kv1: Score(billionths: 750_000_000)
    case .kv2Rural: Score(billionths: 500_000_000)
    case .kv2: Score(billionths: 250_000_000)
    case .kv3: .zero
    }
  }
}

/// A policy group.
public enum PriorityGroup: String, Hashable, Sendable, CaseIterable {
  /// The first group: 2 points of 30.
  case ut1 = "UT1"
  /// The second group: 1 point of 30.
  case ut2 = "UT2"

  /// The points on the scale of 30 (Circular 08/2022, article 7).
  public var points: Score {
    switch self {
    case .ut1: Score(billionths: 2_000_000_000)
    case .ut2: Score(billionths: 1_000_000_000)
    }
  }
}

/// What somebody claims for a policy group: the group itself, or an object code, of which the
/// rule of the year decides the group.
public enum PriorityClaim: Hashable, Sendable, CustomStringConvertible {
  /// A group.
  case group(PriorityGroup)
  /// An object code, 1 to 7 for 01 to 07.
  case object(Int)

  /// The claims of one cell: `UT1`, `ut2`, `01` to `07` (also `1` to `7`, for spreadsheets lose
  /// the zero), or several of them with commas, semicolons, pluses, slashes or spaces between. Groups
  /// may be written as `ƯT1` and `UT 1`.
  ///
  /// - Returns: No claim for an empty cell, nil when anything else stands in it.
  public static func all(in cell: some StringProtocol) -> [PriorityClaim]? {
    var claims: [PriorityClaim] = []
    let folded = cell.uppercased().replacing("Ư", with: "U").replacing("UT ", with: "UT")
    for word in folded.split(whereSeparator: { ",;+/ ".contains($0) }) {
      guard let claim = PriorityClaim(word) else { return nil }
      claims.append(claim)
    }
    return claims
  }

  private init?(_ word: some StringProtocol) {
    if let group = PriorityGroup(rawValue: String(word)) {
      self = .group(group)
      return
    }
    let digits = Array(word.utf8)
    guard let last = digits.last, 0x31...0x37 ~= last,
      digits.count == 1 || (digits.count == 2 && digits[0] == 0x30)
    else { return nil }
    self = .object(Int(last - 0x30))
  }

  /// `UT1`, or `object 04`.
  public var description: String {
    switch self {
    case .group(let group): group.rawValue
    case .object(let object): "object 0\(object)"
    }
  }
}
