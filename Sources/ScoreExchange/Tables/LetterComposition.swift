import Foundation

/// Puts Vietnamese letters and the tone marks behind them together, as Unicode NFC does.
///
/// Programs of one maker write every mark on its own, so whole files are in that form. What letter a
/// base and its marks make is asked of the system once for each; all else is left to the system.
enum LetterComposition {
  /// A text in Unicode NFC; nil where it holds anything but Latin letters, with marks that make a
  /// letter with them.
  ///
  /// - Complexity: O(length).
  static func composed(_ text: String) -> String? {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var base: Unicode.Scalar?
    var marks: UInt64 = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x1C0, 0x1E00...0x1EFF:
        if let base {
          guard let letter = letter(base, marks) else { return nil }
          result.unicodeScalars.append(letter)
        }
        (base, marks) = (scalar, 0)
      case 0x300...0x323:
        // Two marks are the most that a Vietnamese letter has.
        guard base != nil, marks < 1 << 16 else { return nil }
        marks = marks << 16 | UInt64(scalar.value)
      default: return nil
      }
    }
    guard let base else { return result }
    guard let letter = letter(base, marks) else { return nil }
    result.unicodeScalars.append(letter)
    return result
  }

  private static func letter(_ base: Unicode.Scalar, _ marks: UInt64) -> Unicode.Scalar? {
    marks == 0 ? base : letters[UInt64(base.value) << 32 | marks]
  }

  /// The letter of each base and one or two marks that make one.
  private static let letters: [UInt64: Unicode.Scalar] = {
    let bases = "AEIOUYaeiouyÂÊÔĂƠƯâêôăơư".unicodeScalars
    // Grave, acute, circumflex, tilde, breve, hook above, horn, dot below.
    let marks: [UInt32] = [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323]
    var letters: [UInt64: Unicode.Scalar] = [:]
    for base in bases {
      for first in marks {
        for second in [0] + marks {
          let scalars = [base] + [first, second].filter { $0 > 0 }.compactMap(Unicode.Scalar.init)
          var text = ""
          text.unicodeScalars.append(contentsOf: scalars)
          let composed = text.precomposedStringWithCanonicalMapping.unicodeScalars
          guard composed.count == 1, let letter = composed.first else { continue }
          let key = second == 0 ? UInt64(first) : UInt64(first) << 16 | UInt64(second)
          letters[UInt64(base.value) << 32 | key] = letter
        }
      }
    }
    return letters
  }()
}
