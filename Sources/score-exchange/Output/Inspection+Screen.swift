import ScoreExchange

extension Inspection {
  /// One screen for a clerk, in the language of this process.
  var screen: String {
    let decimal: Message = decimalSeparator == "point" ? "point" : "comma"
    var lines: [Message] = [
      "\(file): \(Message(kind)), \(rows) rows under the headings in row \(headingRow)"
    ]
    lines += layoutLines
    lines += [
      "  numbers    decimal \(decimal); dates \(dateForm)",
      "",
    ]
    lines += columnLines
    if !missing.isEmpty { lines += ["", "  missing: \(missing.joined(separator: ", "))"] }
    if !doubts.isEmpty { lines += [""] + doubts.map { "  \($0)" } }
    if !warnings.isEmpty { lines += [""] + warnings.map { "  warning: \($0)" } }
    lines += ["", "  paste into the exchange file:"]
    lines += exchangeLines.map { "    \($0)" }
    if !rejects.isEmpty {
      lines += ["", "  \(rejects.count) rows would be rejected, the first:"]
      lines += rejects.prefix(5).map { "    \($0.note)" }
    }
    return lines.map(\.said).joined(separator: "\n") + "\n"
  }

  private var layoutLines: [Message] {
    guard let sheet else {
      return [
        "  encoding   \(dialect.encoding.word) (\(evidence.encoding))",
        "  delimiter  \(Message(dialect.delimiter.word)) (\(evidence.delimiter))",
        "  line ends  \(dialect.lineEnding.rawValue)",
      ]
    }
    var lines: [Message] = ["  sheet      \(sheet)"]
    if !otherSheets.isEmpty {
      lines.append("  others     \(otherSheets.joined(separator: ", ")); choose with --sheet")
    }
    return lines
  }

  private var columnLines: [Message] {
    let shown = columns.filter { !$0.heading.isEmpty || $0.filled > 0 }
    let headings = shown.map {
      shortened($0.heading.split(whereSeparator: \.isNewline).joined(separator: " "), to: 60)
    }
    let headingWidth = headings.map(\.count).max() ?? 0
    return zip(shown, headings).map { column, heading in
      let field = column.field.map { "→ \($0)" } ?? ("kept aside" as Message).said
      var said: [Message] = ["\(column.filled) filled"]
      if let least = column.least, let greatest = column.greatest {
        said.append("\(least) to \(greatest)")
      }
      if let sample = column.sample { said.append("first: \(shortened(sample, to: 60))") }
      let start = "  \(heading.padded(to: headingWidth))  \(field.padded(to: 20)) "
      var line: Message = "\(start)\(Message(said, separator: ", "))"
      if !column.guesses.isEmpty {
        line += " – perhaps \(Message(column.guesses.map { "\($0)" }, separator: " or "))?"
      }
      return line
    }
  }

  /// Writes the same to standard output as one line of JSON.
  func writeJSONLine() throws(ExchangeError) {
    let document = Document(
      file: file, kind: kind, encoding: dialect.encoding.word,
      delimiter: dialect.delimiter.word, lineEnds: dialect.lineEnding.rawValue,
      byteOrderMark: dialect.hasByteOrderMark, separatorLine: dialect.hasSeparatorLine,
      sheet: sheet, headingRow: headingRow, rows: rows, decimal: decimalSeparator, dates: dateForm,
      columns: columns, missing: missing, doubts: doubts, warnings: warnings,
      rejected: rejects.count,
      exchange: exchangeLines)
    try writeJSON(document, isLine: true)
  }

  private struct Document: Encodable {
    let file, kind, encoding, delimiter: String
    let lineEnds: String
    let byteOrderMark, separatorLine: Bool
    let sheet: String?
    let headingRow, rows: Int
    let decimal, dates: String
    let columns: [Inspection.Column]
    let missing: [String]
    let doubts, warnings: [Message]
    let rejected: Int
    let exchange: [String]

    enum CodingKeys: String, CodingKey {
      case file, kind, encoding, delimiter, sheet, rows, decimal, dates, columns, missing, doubts,
        warnings, rejected, exchange
      case lineEnds = "line_ends"
      case byteOrderMark = "byte_order_mark"
      case separatorLine = "separator_line"
      case headingRow = "heading_row"
    }
  }
}
