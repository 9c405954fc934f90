/// The bytes of a word of 1 to 15 bytes, up to a space or the end of its text, in two numbers.
struct ShortWord: Equatable {
  /// The first eight bytes, then the others, the first lowest; what is not used is 0.
  private(set) var low: UInt64 = 0
  /// Its highest byte is the number of bytes; 0 in no word.
  private(set) var high: UInt64 = 0

  static let space = UInt8(ascii: " ")
  private static let longest = 15
  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  /// How many bytes the word has.
  var count: Int { Int(high >> 56) }

  /// No word.
  init() {}

  /// Reads the word that begins at a place; nil where it is longer, where there is none, or so near to the end
  /// of the bytes that sixteen are not there.
  ///
  /// - Parameters:
  ///   - bytes: Hold the text.
  ///   - start: Where the word begins.
  ///   - end: Where the text ends.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, before end: Int) {
    guard start < end, let low = bytes.eightBytes(at: start),
      let high = bytes.eightBytes(at: start + 8)
    else { return nil }
    let inLow = Self.countBeforeSpace(low)
    let count = min(inLow < 8 ? inLow : 8 + Self.countBeforeSpace(high), end - start)
    guard 1...Self.longest ~= count else { return nil }
    self.low = low & UInt64(bytesOfOnes: min(count, 8))
    self.high = high & UInt64(bytesOfOnes: max(count - 8, 0)) | UInt64(count) << 56
  }

  /// The digits of which the word is made, four bits each, the first lowest; nil if it has others.
  var digits: UInt64? {
    let (first, second) = (min(count, 8), max(count - 8, 0))
    let low = (low ^ Self.zeros) & UInt64(bytesOfOnes: first)
    let high = (high ^ Self.zeros) & UInt64(bytesOfOnes: second)
    // 10 and more carry into the highest bit of the byte.
    let carry: UInt64 = 0x7676_7676_7676_7676
    let others = low | (low &+ carry) | high | (high &+ carry)
    return others & 0x8080_8080_8080_8080 == 0 ? Self.packed(low) | Self.packed(high) << 32 : nil
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The lower halves of eight bytes.
  @inline(__always)
  private static func packed(_ bytes: UInt64) -> UInt64 {
    let pairs = (bytes | bytes >> 4) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return (fours | fours >> 16) & 0xFFFF_FFFF
  }

  /// How many of eight bytes stand before the first space.
  @inline(__always)
  private static func countBeforeSpace(_ bytes: UInt64) -> Int {
    let others = bytes ^ spaces
    // The lowest bit that is set is that of the first space; above it some may be wrong.
    let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
    return found.trailingZeroBitCount / 8
  }
}
