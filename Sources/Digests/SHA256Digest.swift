/// A SHA-256 digest: 32 bytes (FIPS 180-4).
///
/// Equality takes the same time wherever two digests differ.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// Length of every digest.
  public static let byteCount = 32

  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The digest with 32 zero bytes, which stands for "no predecessor".
  public static let zero = SHA256Digest(0, 0, 0, 0)

  private init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// A digest from its bytes; nil unless there are exactly 32.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: [UInt64] = []
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index % 8 == 7 { words.append(word) }
    }
    self.init(words[0], words[1], words[2], words[3])
  }

  /// A digest from 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex: String) {
    guard let bytes = Hexadecimal.decode(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Self.byteCount)
    for word in [first, second, third, fourth] {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        result.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return result
  }

  /// Whether a digest, read as bytes from the first, goes before another; not in constant time.
  package func precedes(_ other: SHA256Digest) -> Bool {
    (first, second, third, fourth) < (other.first, other.second, other.third, other.fourth)
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String { Hexadecimal.encode(bytes) }

  /// 64 lower-case hexadecimal digits.
  public var description: String { hex }

  /// Whether all bytes agree, in constant time.
  public static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
    (left.first ^ right.first) | (left.second ^ right.second)
      | (left.third ^ right.third) | (left.fourth ^ right.fourth) == 0
  }
}
