/// What one Unicode scalar means in a name: a letter with its tone, a mark, a gap, or nothing.
///
/// Letters are small numbers: 1–26 are a–z, then ă â đ ê ô ơ ư, then the digits. Scalars of other
/// scripts are spelt with the numbers 64–127, six bits each, so that they differ but fold to nothing.
struct Letter: Equatable {
  enum Kind: UInt16 {
    case other = 0
    case letter, gap, nothing, tone, modifier
  }

  /// Code in bits 0–6, tone in bits 7–9, kind in bits 10–12, capital in bit 13.
  let bits: UInt16

  init(bits: UInt16) { self.bits = bits }

  init(_ kind: Kind, code: UInt8 = 0, tone: UInt8 = 0, isCapital: Bool = false) {
    bits =
      UInt16(code) | UInt16(tone) << 7 | kind.rawValue << 10 | (isCapital ? 1 << 13 : 0)
  }

  var code: UInt8 { UInt8(truncatingIfNeeded: bits & 0x7F) }
  var tone: UInt8 { UInt8(truncatingIfNeeded: bits >> 7 & 7) }
  var kind: Kind { Kind(rawValue: bits >> 10 & 7) ?? .other }
  var isCapital: Bool { bits >> 13 & 1 == 1 }

  static let o: UInt8 = 15
  static let q: UInt8 = 17
  static let u: UInt8 = 21
  static let i: UInt8 = 9
  static let y: UInt8 = 25
  static let firstDigit: UInt8 = 34
  static let firstOther: UInt8 = 64

  /// The letter a–z under a code; digits and other scripts stay as they are.
  @inline(__always)
  static func folded(_ code: UInt8) -> UInt8 {
    let place = code &- firstModified
    return place < 7 ? UInt8(truncatingIfNeeded: plainLetters &>> UInt64(place &* 5) & 31) : code
  }

  private static let firstModified: UInt8 = 27
  /// The letters under ă â đ ê ô ơ ư, five bits each, the first lowest: no branch depends on a name.
  private static let plainLetters: UInt64 =
    1 | 1 << 5 | 4 << 10 | 5 << 15 | 15 << 20 | 15 << 25 | 21 << 30

  static func isModified(_ code: UInt8) -> Bool { code &- firstModified < 7 }

  /// a e i o u y and their modified forms.
  static func isVowel(_ code: UInt8) -> Bool {
    switch folded(code) {
    case 1, 5, 9, 15, 21, 25: true
    default: false
    }
  }

  /// A letter after a combining circumflex (1), breve (2), horn (3) or stroke (4).
  static func modified(_ code: UInt8, by modifier: UInt8) -> UInt8 {
    switch (folded(code), modifier) {
    case (1, 2): 27
    case (1, 1): 28
    case (4, 4): 29
    case (5, 1): 30
    case (15, 1): 31
    case (15, 3): 32
    case (21, 3): 33
    default: code
    }
  }

  /// How a code is written in a toned key: `a`…`z`, then ă â đ ê ô ơ ư, then digits.
  static let spelling: [Unicode.Scalar] = Array(
    "?abcdefghijklmnopqrstuvwxyz\u{103}\u{E2}\u{111}\u{EA}\u{F4}\u{1A1}\u{1B0}0123456789"
      .unicodeScalars)
}
