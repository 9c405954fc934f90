/// A seeded source of random numbers (Steele, Lea and Flood, 2014), so that every failing case can be
/// run again.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The source of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
