/// A message about a row as the page may show it to anybody.
///
/// Messages quote cells, and a cell may hold a name that stands in the wrong column. So only codes,
/// numbers and single characters are shown as they are; other quoted text becomes an ellipsis, and
/// runs of nine digits and more are masked.
package struct ShownMessage {
  /// The text that may be shown.
  package let text: String

  /// Hides what a message quotes of a cell.
  package init(_ message: String, quoting cell: String) {
    var shown = message
    if !Self.isHarmless(cell) { shown = Self.replacing(cell, in: shown) }
    shown = cell.contains("\"") ? Self.hidingAllBetweenQuotes(shown) : Self.hidingQuotes(shown)
    text = Self.maskingDigits(shown)
  }

  /// Whether a text is a code, a number, one character or a word of our own.
  private static func isHarmless(_ text: String) -> Bool {
    if text.unicodeScalars.count <= 1 { return true }
    if ResultStatus(rawValue: text) != nil { return true }
    guard text.utf8.count <= 24 else { return false }
    let isCode = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != 0x22 }
    return isCode && text.utf8.contains { 0x30...0x39 ~= $0 }
  }

  private static func replacing(_ cell: String, in message: String) -> String {
    message.split(separator: cell, omittingEmptySubsequences: false).joined(separator: "\u{2026}")
  }

  private static func hidingQuotes(_ message: String) -> String {
    let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count.isMultiple(of: 2) == false else { return hidingAllBetweenQuotes(message) }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) || isHarmless(String(part)) ? String(part) : "\u{2026}"
    }.joined(separator: "\"")
  }

  private static func hidingAllBetweenQuotes(_ message: String) -> String {
    guard let first = message.firstIndex(of: "\""), let last = message.lastIndex(of: "\"") else {
      return message
    }
    return message[..<first] + "\"\u{2026}\"" + message[last...].dropFirst()
  }

  /// A text with every run of nine digits and more masked.
  static func maskingDigits(_ message: String) -> String {
    var shown = ""
    var run = ""
    func flushed() -> String { run.count >= 9 ? masked(run) : run }
    for character in message {
      if character.isASCII, character.isNumber {
        run.append(character)
      } else {
        shown += flushed()
        run = ""
        shown.append(character)
      }
    }
    return shown + flushed()
  }
}
