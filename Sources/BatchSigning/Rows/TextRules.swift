@_spi(_Unicode) import Swift

/// What text may stand in a signed row.
enum TextRules {
  /// What is wrong with these bytes as text; nil if nothing is.
  ///
  /// - Complexity: O(bytes); text of Latin letters takes a short way.
  static func problem(in bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "not UTF-8" }
    var mayNeedComposition = false
    for scalar in text.unicodeScalars where !isPlain(scalar) {
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
