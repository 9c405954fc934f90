internal import Digests

/// The lot of one applicant at one programme: the SHA-256 (FIPS 180-4) of the UTF-8 bytes of
/// seed, programme code and applicant identifier, one after the other with nothing between.
///
/// Anyone can draw it again: `printf '%s%s%s' SEED PROGRAMME APPLICANT | sha256sum`.
public struct LotteryDigest: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let digest: SHA256Digest

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
    digest = SHA256.digest(of: bytes)
  }

  /// The smaller digest, read as bytes from the first, goes first.
  public static func < (left: LotteryDigest, right: LotteryDigest) -> Bool {
    left.digest.precedes(right.digest)
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { digest.hex }
}
