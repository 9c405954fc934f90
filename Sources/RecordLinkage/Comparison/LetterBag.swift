/// Which letters a text has at least once, and which at least twice.
///
/// One edit (a letter put in, left out, replaced or exchanged with its neighbour) adds at most one
/// element to this set and takes at most one away, so that the bags of two texts tell how far apart
/// they are at least.
package struct LetterBag: BitwiseCopyable, Equatable {
  private(set) var bits: UInt64 = 0

  /// No letters.
  package init() {}

  /// Adds one letter; letters that differ by 32 count as one, which keeps the bound true.
  @inline(__always)
  package mutating func add(_ letter: UInt8) {
    let bit: UInt64 = 1 << UInt64(letter & 31)
    bits |= bits & bit != 0 ? bit << 32 : bit
  }

  /// Adds the letters of another text.
  @inline(__always)
  mutating func formUnion(_ other: LetterBag) {
    bits |= other.bits | (bits & other.bits) << 32
  }

  /// A lower bound of the edit distance of the two texts.
  @inline(__always)
  package func leastDistance(to other: LetterBag) -> Int {
    max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
  }
}
