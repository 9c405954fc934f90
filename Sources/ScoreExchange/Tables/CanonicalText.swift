import Foundation

/// Text as it is kept: Unicode NFC, no white space at the ends, runs of white space as one space.
///
/// - Complexity: O(length); text of plain and precomposed Vietnamese letters is not normalised again.
package func canonicalText(_ text: String) -> String {
  let composed = isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  return collapsingSpaces(composed)
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
  for scalar in text.unicodeScalars {
    switch scalar {
    case " ", "\u{A0}", "\u{200B}", "\u{FEFF}":
      pendingSpace = !result.unicodeScalars.isEmpty
    default:
      if pendingSpace {
        result.unicodeScalars.append(" ")
        pendingSpace = false
      }
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
