/// Random bits that are a function of a seed, a stream and a counter, and of nothing else.
///
/// Each replication has a stream of its own, so it draws the same numbers on whichever thread and
/// in whichever order it runs. The mixing function is that of SplitMix64 (Steele, Lea & Flood
/// 2014).
struct CounterBasedGenerator: RandomNumberGenerator {
  private var counter: UInt64

  init(seed: UInt64, stream: UInt64) {
    counter = Self.mix(Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mix(stream &+ 1))
  }

  mutating func next() -> UInt64 {
    counter &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(counter)
  }

  /// A number from 0 up to 1, on 2⁵³ places.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  private static func mix(_ value: UInt64) -> UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
