/// An identifier in eight bytes: up to 15 digits as they are, anything else as a hash.
///
/// Digits stand four bits each, the first digit lowest; bits 60–63 hold their number (1–15). A
/// text that is not 1–15 digits has bits 60–63 all clear and a hash below. 0 is "missing".
struct IdentifierKey: Hashable {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// Reads an identifier as written.
  static func reading(_ bytes: [UInt8], _ range: Range<Int>) -> IdentifierKey {
    if range.isEmpty { return IdentifierKey(bits: 0) }
    if let word = ShortWord(bytes.span, from: range.lowerBound, before: range.upperBound),
      word.count == range.count, let digits = word.digits
    {
      return IdentifierKey(digits: digits, count: UInt64(word.count))
    }
    var digits: UInt64 = 0
    var count: UInt64 = 0
    for index in range {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10, count < 15 else {
        return IdentifierKey(bits: hashKey(bytes, range))
      }
      digits |= UInt64(digit) << (4 * count)
      count += 1
    }
    return IdentifierKey(digits: digits, count: count)
  }

  /// An identifier of 1 to 15 digits.
  private init(digits: UInt64, count: UInt64) {
    let ones: UInt64 = 0x0111_1111_1111_1111 & ((1 << (4 * count)) - 1)
    // One digit all along is what clerks type for "none".
    let isRepeated = count > 3 && digits == digits & 15 &* ones
    bits = isRepeated || Self.isDummy(digits, count) ? 0 : digits | count << 60
  }

  private static func hashKey(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0
    for index in range where bytes[index] > 0x20 {
      let byte = bytes[index]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      hash = (hash ^ UInt64(isCapital ? byte + 32 : byte)) &* 0x0000_0100_0000_01B3
    }
    return hash == 0 ? 0 : max(1, mixed(hash) & (1 << 60 - 1))
  }

  /// 123456789 and 123456789012, which are typed for "none" too.
  private static func isDummy(_ digits: UInt64, _ count: UInt64) -> Bool {
    (count == 9 && digits == 0x9_8765_4321) || (count == 12 && digits == 0x2109_8765_4321)
  }

  var isMissing: Bool { bits == 0 }
  var digitCount: Int { Int(bits >> 60) }
  func digit(_ index: Int) -> Int { Int(bits >> (4 * UInt64(index)) & 15) }

  /// Whether two identifiers begin with the same digits.
  func hasSameBeginning(as other: IdentifierKey, digits count: Int) -> Bool {
    (bits ^ other.bits) & (1 << (4 * UInt64(count)) - 1) == 0
  }

  /// A CCCD with the form of one; see ``PersonalNumber``.
  var personalNumber: PersonalNumber {
    PersonalNumber(digits: (0..<digitCount).map { digit($0) })
  }

  var isCCCD: Bool {
    digitCount == 12 && digit(0) == 0 && (1...96).contains(digit(1) * 10 + digit(2))
  }

  /// The birth year (last two digits, century) and sex agree with a row's birth day and sex.
  func fits(birthYear: Int, sex: UInt8) -> Bool {
    let year = 1900 + digit(3) / 2 * 100 + digit(4) * 10 + digit(5)
    return year == birthYear
      && (sex == 0 || (digit(3) & 1 == 0) == (sex == Sex.male.rawValue))
  }
}
