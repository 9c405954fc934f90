import Foundation

/// Text as it is kept: Unicode NFC, no white space at the ends, runs of white space as one space.
///
/// Spaces of no width vanish at the ends, where spreadsheets need them, and beside another space;
/// inside a word they stay, for the cell to be refused: nobody sees what was meant.
///
/// - Complexity: O(length); text of plain and precomposed Vietnamese letters is not normalised again.
package func canonicalText(_ text: String) -> String {
  if isCanonical(text) { return text }
  let composed =
    isComposed(text)
    ? text : LetterComposition.composed(text) ?? text.precomposedStringWithCanonicalMapping
  return isCanonical(composed) ? composed : collapsingSpaces(composed)
}

/// Whether a text is plain and precomposed Vietnamese without a needless space, told by its bytes.
///
/// Most cells are, and pass without being built anew.
private func isCanonical(_ text: String) -> Bool {
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    switch byte {
    case 0x20:
      if previous == 0x20 { return false }
    case 0x21...0x7E, 0x80...0xBF:
      // U+1E00 to U+1EFF are E1 B8 to E1 BB; U+00A0, the space that does not break, is C2 A0.
      if previous == 0xE1 && !(0xB8...0xBB ~= byte) || previous == 0xC2 && byte == 0xA0 {
        return false
      }
    case 0xC2...0xC6, 0xE1: break
    default: return false
    }
    previous = byte
  }
  return previous != 0x20 || text.isEmpty
}

/// Whether every scalar is one that NFC keeps and that combines with nothing: ASCII, Latin-1,
/// Latin Extended-A and -B to U+01BF, and Latin Extended Additional, where Vietnamese letters are.
private func isComposed(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.value < 0x1C0 || 0x1E00...0x1EFF ~= $0.value }
}

private func collapsingSpaces(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  var pendingSpace = false
  var pendingMarks = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case " ", "\u{A0}":
      pendingSpace = true
    case "\u{200B}", "\u{FEFF}":
      pendingMarks.unicodeScalars.append(scalar)
    default:
      if !result.isEmpty { result += pendingSpace ? " " : pendingMarks }
      pendingSpace = false
      pendingMarks = ""
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
