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
  mixed(first ^ mixedSecond(second))
}

/// What a key becomes as the second of two joined ones.
@inline(__always)
func mixedSecond(_ key: UInt64) -> UInt64 { mixed(key &+ 0x632B_E59B_D9B4_E019) }

/// The key of a run of bytes; never 0, which means "no key".
func hashed(_ bytes: [UInt8], _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
  var hash = ByteHash(byteCount: range.count, seed: seed)
  hash.add(bytes.span.extracting(range))
  return hash.value
}

/// The hash of bytes that come in parts, the same for the same bytes however they are cut.
package struct ByteHash: Sendable {
  private var state: UInt64

  /// The hash of no bytes yet.
  ///
  /// - Parameters:
  ///   - byteCount: How many there will be.
  ///   - seed: Another one makes other hashes of the same bytes.
  package init(byteCount: Int, seed: UInt64) { state = seed ^ UInt64(byteCount) }

  /// Adds the next bytes.
  package mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
  }

  /// The hash; never 0.
  package var value: UInt64 { max(1, mixed(state)) }
}
