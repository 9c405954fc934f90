/// Mixes 64 bits so that every bit of the result depends on every bit given (the finaliser of
/// SplitMix64; Steele, Lea and Flood 2014). Fixed, so keys are the same on every run and machine.
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
  var z = value &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
  return z ^ z >> 31
}

/// Joins two keys into one; order counts.
@inline(__always)
func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
  mixed(first ^ mixed(second &+ 0x632B_E59B_D9B4_E019))
}

/// The key of a run of bytes; never 0, which means "no key".
func hashed(_ bytes: [UInt8], _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
  var hash = seed ^ UInt64(range.count)
  for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
  return max(1, mixed(hash))
}
