import Foundation
import ScoreExchange

extension Inspection {
  /// One screen for a clerk.
  var screen: String {
    var lines = ["\(file): \(kind), \(rows) rows under the headings in row \(headingRow)"]
    lines.append("  encoding   \(dialect.encoding.word) (\(evidence.encoding))")
    lines.append("  delimiter  \(dialect.delimiter.word) (\(evidence.delimiter))")
    lines.append("  line ends  \(dialect.lineEnding.rawValue)")
    lines.append("  numbers    decimal \(decimalSeparator); dates \(dateForm)")
    lines.append("")
    let headingWidth = columns.map(\.heading.count).max() ?? 0
    for column in columns {
      var line = "  \(column.heading.padded(to: headingWidth))  "
      line += (column.field.map { "→ \($0)" } ?? "kept aside").padded(to: 20)
      line += " \(column.filled) filled"
      if let range = column.range { line += ", \(range)" }
      if let sample = column.sample { line += ", first: \(sample)" }
      if !column.guesses.isEmpty {
        line += " – perhaps \(column.guesses.joined(separator: " or "))?"
      }
      lines.append(line)
    }
    if !missing.isEmpty {
      lines.append("")
      lines.append("  missing: \(missing.joined(separator: ", ")); paste into the exchange file:")
      lines.append("    columns: {\(missing.map { "\($0): \"…\"" }.joined(separator: ", "))}")
    }
    if !rejects.isEmpty {
      lines.append("")
      lines.append("  \(rejects.count) rows would be rejected, the first:")
      for reject in rejects.prefix(5) { lines.append("    \(reject.note)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as one line of JSON.
  var jsonLine: String {
    let document = Document(
      file: file, kind: kind, encoding: dialect.encoding.word,
      delimiter: dialect.delimiter.word, lineEnds: dialect.lineEnding.rawValue,
      byteOrderMark: dialect.hasByteOrderMark, separatorLine: dialect.hasSeparatorLine,
      headingRow: headingRow, rows: rows, decimal: decimalSeparator, dates: dateForm,
      columns: columns, missing: missing, rejected: rejects.count)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(document) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private struct Document: Encodable {
    let file, kind, encoding, delimiter: String
    let lineEnds: String
    let byteOrderMark, separatorLine: Bool
    let headingRow, rows: Int
    let decimal, dates: String
    let columns: [Inspection.Column]
    let missing: [String]
    let rejected: Int

    enum CodingKeys: String, CodingKey {
      case file, kind, encoding, delimiter, rows, decimal, dates, columns, missing, rejected
      case lineEnds = "line_ends"
      case byteOrderMark = "byte_order_mark"
      case separatorLine = "separator_line"
      case headingRow = "heading_row"
    }
  }
}
