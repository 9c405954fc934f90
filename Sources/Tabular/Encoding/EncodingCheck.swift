/// What is to be looked for in single rows, after the whole file was looked at.
struct EncodingCheck: Sendable {
  /// Some rows are not UTF-8.
  var hasInvalidRows = false
  /// Some rows were read in a wrong encoding before they were saved, or hold U+FFFD.
  var hasMisreadRows = false

  /// Whether a row's bytes make sense.
  func accepts(_ bytes: ByteWindow, in range: Range<Int>) -> Bool {
    if hasInvalidRows && !UTF8Check.isValid(bytes, in: range) { return false }
    guard hasMisreadRows else { return true }
    return !Misreading.isMisread(bytes, in: range)
      && !Misreading.hasReplacement(bytes, in: range)
  }
}

extension ByteWindow {
  /// Whether a part is UTF-8 without any byte that text read in a wrong encoding has; false may mean
  /// only that it must be looked at more closely.
  ///
  /// - Complexity: O(bytes), at the speed of the block scanner.
  func isCleanUTF8(_ range: Range<Int>) -> Bool {
    #if canImport(CTabularScan)
      BlockScanner.isUTF8(self, range)
        && !BlockScanner.survey(
          self, range, previous: PlainScanner.lineFeed, delimiter: .comma
        ).isSuspicious
    #else
      false
    #endif
  }
}

/// Text that a program took for another encoding and saved as UTF-8.
enum Misreading {
  /// Whether U+FFFD stands in a valid UTF-8 part: what becomes of TCVN3 and other bytes that are no
  /// UTF-8 when they are read as such. The letters are lost.
  static func hasReplacement(_ bytes: ByteWindow, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if bytes[unchecked: index] == 0xEF, bytes[unchecked: index + 1] == 0xBF,
        bytes[unchecked: index + 2] == 0xBD
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether a valid UTF-8 part holds a sign of Latin-1 inside a word, as `µ` in `Hµ` for `Hà`, a letter
  /// that Vietnamese has not, as in `Höông` for `Hương`, or a marked vowel behind another one that it
  /// never follows, as in `Vaên` for `Văn`: what becomes of TCVN3, VNI and Windows-1258 when they are
  /// read as Latin-1.
  static func hasSignInWord(_ bytes: ByteWindow, in range: Range<Int>) -> Bool {
    var index = range.lowerBound + 1
    while index + 1 < range.upperBound {
      // U+00A8 to U+00BF but the quotation marks, after an ASCII letter.
      if bytes[unchecked: index] == 0xC2, isLetter(bytes[unchecked: index - 1]),
        (0xA8...0xBE).contains(bytes[unchecked: index + 1]),
        bytes[unchecked: index + 1] != 0xAB, bytes[unchecked: index + 1] != 0xB0,
        bytes[unchecked: index + 1] != 0xB2, bytes[unchecked: index + 1] != 0xB3
      {
        return true
      }
      if bytes[unchecked: index] == 0xC3 {
        let letter = bytes[unchecked: index + 1]
        let before = bytes[unchecked: index - 1] | 0x20
        let isBehindVowel = before == 0x61 || before == 0x65
        // × and ÷ are no letters.
        if isForeign(letter) || isBehindVowel && letter != 0x97 && letter != 0xB7 {
          return true
        }
      }
      index += 1
    }
    return false
  }

  /// Whether U+00C0 to U+00FF, given by the last byte of its UTF-8, is a letter that Vietnamese has not;
  /// the eth stands for a careless `đ` and is none of them.
  private static func isForeign(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0xA4...0xA7, 0xAB, 0xAE, 0xAF, 0xB1, 0xB6, 0xB8, 0xBB, 0xBC, 0xBE: true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a valid UTF-8 part holds a letter of Vietnamese written as the characters of its bytes,
  /// as in `á»…` for `ễ`.
  static func isMisread(_ bytes: ByteWindow, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 3 < range.upperBound {
      guard bytes[unchecked: index] == 0xC3 else {
        index += 1
        continue
      }
      let last = bytes[unchecked: index + 3]
      switch (bytes[unchecked: index + 1], bytes[unchecked: index + 2]) {
      // `á` then `º` or `»`, for the letters with two marks: no word has that.
      case (0xA1, 0xC2) where last == 0xBA || last == 0xBB: return true
      // `Ã`, `Ä` or `Æ` then a sign that stands in no word.
      case (0x83, 0xC2), (0x84, 0xC2), (0x86, 0xC2): return true
      // `Ä` then a quotation mark or `ƒ`, as Windows-1252 shows the second byte of `đ` and `ă`.
      case (0x84, 0xE2), (0x84, 0xC6): return true
      default: index += 1
      }
    }
    return false
  }
}
