/// A shuffled order of `0..<count` that needs no memory.
///
/// Four Feistel rounds over the next even number of bits; a value that falls outside is sent through
/// again ("cycle walking", Black & Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002).
struct SamplePermutation {
  let count: Int
  private let halfBits: Int
  private let keys: [UInt64]

  init(count: Int, seed: UInt64, stream: Int) {
    self.count = count
    let bits = Int.bitWidth - max(0, count - 1).leadingZeroBitCount
    halfBits = max(1, (bits + 1) / 2)
    var draw = SampleDraw(seed: seed, .permutation, stream)
    keys = (0..<4).map { _ in draw.next() }
  }

  /// The place of `index`; different for every index of `0..<count`.
  func callAsFunction(_ index: Int) -> Int {
    var value = UInt64(index)
    repeat { value = turn(value) } while value >= UInt64(count)
    return Int(value)
  }

  private func turn(_ value: UInt64) -> UInt64 {
    let mask = (UInt64(1) << UInt64(halfBits)) - 1
    var left = value >> UInt64(halfBits)
    var right = value & mask
    for key in keys {
      (left, right) = (right, left ^ (SampleDraw.mix(right ^ key) & mask))
    }
    return left << UInt64(halfBits) | right
  }
}
