@_spi(_Unicode) import Swift

/// What text may stand in a signed row.
enum TextRules {
  /// What is wrong with these bytes as text; nil if nothing is.
  ///
  /// - Complexity: O(bytes); text of Latin letters takes a short way.
  static func problem(in bytes: [UInt8]) -> Message? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return "text that is not UTF-8"
    }
    var mayNeedComposition = false
    for scalar in text.unicodeScalars where !isPlain(scalar) {
      if scalar == "\u{FEFF}" { return "a byte order mark, which goes before no signed table" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        return "an invisible or unknown character"
      default: mayNeedComposition = true
      }
    }
    if mayNeedComposition, !text.unicodeScalars.elementsEqual(text._nfc) {
      return "text that is not in NFC"
    }
    return nil
  }

  /// The length of the letter or sign beyond ASCII at a position of UTF-8, where it is one of those
  /// of which text needs no closer look (see ``isPlain(_:)``); 0 for all else.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  static func plainLength(_ bytes: RawSpan, at position: Int, to end: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      position + offset < end
        ? unsafe bytes.unsafeLoad(fromByteOffset: position + offset, as: UInt8.self) : 0
    }
    let isContinued = byte(1) & 0xc0 == 0x80
    switch byte(0) {
    case 0xc2: return byte(1) >= 0xa0 && byte(1) != 0xad && isContinued ? 2 : 0
    case 0xc3...0xcb: return isContinued ? 2 : 0
    case 0xe1: return (0xb8...0xbb).contains(byte(1)) && byte(2) & 0xc0 == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Letters and signs that are visible and stand in NFC wherever they are: ASCII, Latin-1 but for
  /// the soft hyphen, the extended Latin blocks up to the first combining mark, and the block that
  /// holds the letters of Vietnamese.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0xac, 0xae...0x2ff, 0x1e00...0x1eff: true
    default: false
    }
  }
}
