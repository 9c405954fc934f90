/// Raw VNI typing in a cell: "Nguye6n4 Thi5 Hoa2", where digits stand for tones and marks.
///
/// 1–5 are the tones acute, grave, hook, tilde and dot below, 6 the circumflex, 7 the horn, 8 the
/// breve and 9 the stroke of đ; each may stand behind its letter or at the end of the syllable.
enum VNITyping {
  /// Tones by digit, in the numbers of ``LetterTable``.
  private static let tones: [UInt8] = [0, 2, 1, 4, 3, 5]

  /// Circumflex, horn, breve and stroke for 6–9, in the numbers of ``Letter/modified(_:by:)``.
  private static let modifiers: [UInt8] = [1, 3, 2, 4]

  /// Whether a syllable holds letters and then a digit, as VNI leaves it.
  static func isLikely(_ raw: [UInt8]) -> Bool {
    guard let first = raw.first, first < Letter.firstDigit else { return false }
    return raw.contains { digit(of: $0) != nil }
  }

  /// Reads a syllable; nil where a digit has no letter to change.
  static func decoded(_ raw: [UInt8]) -> (letters: [UInt8], tone: UInt8)? {
    var letters: [UInt8] = []
    var tone: UInt8 = 0
    for code in raw {
      guard let digit = digit(of: code) else {
        letters.append(code)
        continue
      }
      switch digit {
      case 1...5: tone = tones[Int(digit)]
      case 6...9:
        let modifier = modifiers[Int(digit) - 6]
        guard
          let place = letters.lastIndex(where: { Letter.modified($0, by: modifier) != $0 })
        else { return nil }
        // "uo7" is ươ: the horn goes on both.
        if digit == 7, letters[place] == Letter.o, place > 0, letters[place - 1] == Letter.u {
          letters[place - 1] = Letter.modified(Letter.u, by: modifier)
        }
        letters[place] = Letter.modified(letters[place], by: modifier)
      default: return nil
      }
    }
    return (letters, tone)
  }

  private static func digit(of code: UInt8) -> UInt8? {
    (Letter.firstDigit..<Letter.firstDigit + 10).contains(code) ? code - Letter.firstDigit : nil
  }
}
