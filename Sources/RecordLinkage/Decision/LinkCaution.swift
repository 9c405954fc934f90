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
