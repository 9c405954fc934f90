/// The lot of one applicant at one programme: the SHA-256 (FIPS 180-4) of the UTF-8 bytes of
/// seed, programme code and applicant identifier, one after the other with nothing between.
///
/// Anyone can draw it again: `printf '%s%s%s' SEED PROGRAMME APPLICANT | sha256sum`.
public struct LotteryDigest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The 256 bits, first bits first.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Draws the lot.
  ///
  /// - Parameters:
  ///   - seed: The published seed.
  ///   - programme: The programme's code.
  ///   - applicant: The applicant's identifier.
  /// - Complexity: O(bytes of the three texts).
  public init(seed: String, programme: String, applicant: String) {
    var bytes = Array(seed.utf8)
    bytes.append(contentsOf: programme.utf8)
    bytes.append(contentsOf: applicant.utf8)
    words = LotteryDigest.sha256(bytes)
  }

  /// Whether all bits are equal.
  public static func == (left: LotteryDigest, right: LotteryDigest) -> Bool {
    left.words == right.words
  }

  /// The smaller digest, read as bytes from the first, goes first.
  public static func < (left: LotteryDigest, right: LotteryDigest) -> Bool {
    left.words < right.words
  }

  /// Feeds the first bits to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

  /// 64 lower-case hexadecimal digits.
  public var description: String {
    [words.0, words.1, words.2, words.3].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
