/// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7).
enum UTF8Check {
  /// Whether every byte of a part belongs to a well-formed character.
  static func isValid(_ bytes: ByteWindow, in range: Range<Int>) -> Bool {
    firstInvalid(bytes, in: range) == nil
  }

  /// The first byte that belongs to no well-formed character, or nil.
  static func firstInvalid(_ bytes: ByteWindow, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[unchecked: index] < 0x80 {
        index += 1
        continue
      }
      let length = characterLength(bytes, at: index, end: range.upperBound)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  /// Bytes of the character that begins with the byte at `index`, which is no ASCII; 0 if malformed.
  private static func characterLength(_ bytes: ByteWindow, at index: Int, end: Int) -> Int {
    let lead = bytes[unchecked: index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= end, second.contains(bytes[unchecked: index + 1]) else { return 0 }
    for place in index + 2..<index + max(length, 2) where bytes[unchecked: place] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
