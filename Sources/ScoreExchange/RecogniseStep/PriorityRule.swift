/// The rule by which region and policy-group points are given.
///
/// The points are those of Circular 08/2022/TT-BGDĐT, article 7, on the scale of 30: regions
/// KV1 0.75, KV2-NT 0.50, KV2 0.25, KV3 0; groups UT1 2.00, UT2 1.00. Only the highest group
/// counts; region and group add; ``PriorityTaper`` says what a high total leaves of them.
/// Circular 06/2026/TT-BGDĐT, article 7, keeps the points and redraws the groups.
public enum PriorityRule: String, Hashable, Sendable, CaseIterable {
  /// No priority points.
  case none
  /// Circular 08/2022: UT1 are the objects 01 to 04, UT2 the objects 05 to 07.
  case moet2025 = "moet-2025"
  /// Circular 06/2026: UT1 are the objects 01 to 03, UT2 the objects 04 to 06.
  case moet2026 = "moet-2026"

  /// The group to which the holder of an object code belongs, or nil for none.
  ///
  /// - Parameter object: 1 to 7 for the codes 01 to 07.
  /// - Returns: The group by this rule; nil for an object without a group.
  public func group(ofObject object: Int) -> PriorityGroup? {
    switch (self, object) {
    case (.moet2025, 1...4), (.moet2026, 1...3): .ut1
    case (.moet2025, 5...7), (.moet2026, 4...6): .ut2
    default: nil
    }
  }

  /// The highest group that somebody's claims give, or nil for none.
  public func group(of claims: [PriorityClaim]) -> PriorityGroup? {
    guard self != .none else { return nil }
    return claims.compactMap { claim in
      switch claim {
      case .group(let group): group
      case .object(let object): group(ofObject: object)
      }
    }.max { $0.points < $1.points }
  }

  /// Whether a region still counts: in the year of graduation and in the next one.
  ///
  /// - Parameters:
  ///   - graduationYear: The year of leaving school; nil, where the file does not say, counts as
  ///     the year of the exchange.
  ///   - year: The year of the exchange.
  /// - Returns: Whether the points of the region are given.
  public static func regionCounts(graduationYear: Int?, year: Int) -> Bool {
    guard let graduationYear else { return true }
    return year - 1 <= graduationYear
  }
}
