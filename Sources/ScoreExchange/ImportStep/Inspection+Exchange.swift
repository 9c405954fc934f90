import Tabular

extension Inspection {
  /// Lines for the exchange file that say of this file what was found: layout where it is not the
  /// usual one, columns where a heading is missing.
  public var exchangeLines: [String] {
    var lines = ["- file: \(Self.quoted(file))"]
    switch kind {
    case "results", "list of candidates":
      lines += ["  school: …", "  assessment: …"]
      if kind != "results" { lines.append("  kind: registration") }
    case "applicants": lines.append("  school: …")
    default: break
    }
    if hasNamedSheet, let sheet { lines.append("  sheet: \(Self.quoted(sheet))") }
    if dialect.encoding != .utf8 { lines.append("  encoding: \(dialect.encoding.word)") }
    if dialect.delimiter != .comma { lines.append("  delimiter: \(dialect.delimiter.word)") }
    if hasFractions && decimalSeparator != "point" {
      lines.append("  decimal: \(decimalSeparator)")
    }
    if isMonthFirst { lines.append("  date_format: \(dateForm)") }
    if !missing.isEmpty {
      lines.append("  columns:")
      for field in missing {
        let guess = columns.first { $0.guesses.contains(field) }?.heading
        lines.append("    \(field): \(guess.map(Self.quoted) ?? "\"…\"")")
      }
    }
    return lines
  }

  /// A text as YAML reads it back, whatever stands in it.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2F || $0 == 0x2E
          || $0 == 0x5F
      }
    if isPlain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
