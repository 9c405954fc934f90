/// The random numbers of one thing: a stream that depends on the seed, the kind and the index only.
///
/// Nothing is carried from one person or row to the next, so that any of them can be made alone, in
/// any order, on any thread. The steps are those of SplitMix64 (Steele, Lea & Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
struct SampleDraw {
  /// What a stream is about; two kinds never share numbers.
  enum Kind: UInt64 {
    case pair = 1
    case person, block, attempts, ability, result, fault, applicant, noise, wishes, wishCount
    case serial, permutation
  }

  private var state: UInt64

  init(seed: UInt64, _ kind: Kind, _ index: Int) {
    let place = UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95
    state = Self.mix(Self.mix(seed ^ (kind.rawValue &* 0x9E37_79B9_7F4A_7C15)) ^ place)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number in `0..<bound`; `bound` is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True for the given number of times in a thousand.
  mutating func perMille(_ share: Int) -> Bool {
    below(1000) < share
  }

  /// A bell curve around 0 with the standard deviation `deviation`: twelve uniform numbers added
  /// up, in integers, so that every processor draws the same.
  mutating func bell(deviation: Int) -> Int {
    var sum = 0
    for _ in 0..<2 {
      var bits = next()
      for _ in 0..<6 {
        sum += Int(bits & 1023)
        bits >>= 10
      }
    }
    // Twelve numbers of 0...1023 have the mean 6138 and the standard deviation 1024.
    return (sum - 6138) * deviation / 1024
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
