/// Why a pair that would be linked was put in review instead.
public struct LinkCaution: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// One bit a reason.
  public let rawValue: UInt8

  /// Wraps the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Another left row claims the right row as well.
  public static let severalLeft = LinkCaution(rawValue: 1)
  /// Another right row of the same source claims the left row as well.
  public static let severalRight = LinkCaution(rawValue: 2)
  /// Somebody else with this family name and birth day, or this name, could be meant.
  public static let relativeOrNamesake = LinkCaution(rawValue: 4)
  /// Two decisions of people contradict each other.
  public static let decisionsConflict = LinkCaution(rawValue: 8)
}

extension LinkCaution {
  /// The reasons in words.
  public var words: [String] {
    let texts: [(LinkCaution, String)] = [
      (.severalLeft, "another applicant claims this result"),
      (.severalRight, "another result of this source claims this applicant"),
      (.relativeOrNamesake, "a relative or namesake could be meant"),
      (.decisionsConflict, "decisions contradict each other"),
    ]
    return texts.filter { contains($0.0) }.map(\.1)
  }
}
