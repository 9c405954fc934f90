import Mustache

/// How text becomes HTML: scalar by scalar.
///
/// The engine's own escaping looks at characters, and a quotation mark with a combining accent is
/// another character that it lets through. Invisible characters that could turn a line around
/// (Unicode Standard Annex 9) or that HTML forbids are shown as U+FFFD.
struct PageEscaping: MustacheContentType {
  /// The name of this content type in templates.
  static let name = "SCORE-EXCHANGE-PAGE"

  func escapeText(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}"..."\u{FFFF}":
        escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
