/// The lot of one applicant at one programme: the SHA-256 (FIPS 180-4) of the UTF-8 bytes of
/// seed, programme code and applicant identifier, one after the other with nothing between.
///
/// Anyone can draw it again: `printf '%s%s%s' SEED PROGRAMME APPLICANT | sha256sum`. The engine
/// carries its own digest so that a lottery means the same wherever the library is used.
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
    var state = SHA256State()
    state.digest(&bytes)
    let half = state.words.map(UInt64.init)
    words = (
      half[0] << 32 | half[1], half[2] << 32 | half[3], half[4] << 32 | half[5],
      half[6] << 32 | half[7]
    )
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

/// The compression function of SHA-256, FIPS 180-4 section 6.2.
private struct SHA256State {
  var words: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Digests the message; `bytes` is left padded.
  mutating func digest(_ bytes: inout [UInt8]) {
    let bitCount = UInt64(bytes.count) &* 8
    bytes.append(0x80)
    while bytes.count % 64 != 56 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    var schedule = [UInt32](repeating: 0, count: 64)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      compress(bytes, at: start, &schedule)
    }
  }

  private mutating func compress(_ bytes: [UInt8], at start: Int, _ schedule: inout [UInt32]) {
    for index in 0..<16 {
      let byte = start + 4 * index
      schedule[index] =
        UInt32(bytes[byte]) << 24 | UInt32(bytes[byte + 1]) << 16
        | UInt32(bytes[byte + 2]) << 8 | UInt32(bytes[byte + 3])
    }
    for index in 16..<64 {
      let far = schedule[index - 15]
      let near = schedule[index - 2]
      let small = rotated(far, 7) ^ rotated(far, 18) ^ (far >> 3)
      let large = rotated(near, 17) ^ rotated(near, 19) ^ (near >> 10)
      schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
    }
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    for index in 0..<64 {
      let sumE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sumE &+ choice &+ SHA256State.constants[index] &+ schedule[index]
      let sumA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sumA &+ majority)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { words[index] &+= value }
  }

  private func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value >> count | value << (32 - count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
    0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
    0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
    0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
