import Foundation
import ScoreExchange

extension Inspection {
  /// One screen for a clerk.
  func screen(in language: Language) -> String {
    let decimal: Message = decimalSeparator == "point" ? .decimalPoint : .decimalComma
    var lines = [
      Message.inspected.text(
        in: language, file, Message.kind(kind).text(in: language), "\(rows)", "\(headingRow)"),
      Message.encoding.text(in: language, dialect.encoding.word, evidence.encoding),
      Message.delimiter.text(in: language, dialect.delimiter.word, evidence.delimiter),
      Message.lineEnds.text(in: language, dialect.lineEnding.rawValue),
      Message.numbersAndDates.text(in: language, decimal.text(in: language), dateForm),
      "",
    ]
    lines += columnLines(in: language)
    if !missing.isEmpty {
      lines += [
        "", Message.missingFields.text(in: language, missing.joined(separator: ", ")),
      ]
    }
    lines += ["", Message.paste.text(in: language)]
    lines += exchangeLines.map { "    \($0)" }
    if !rejects.isEmpty {
      lines += ["", Message.wouldReject.text(in: language, "\(rejects.count)")]
      lines += rejects.prefix(5).map { "    \($0.note(in: language))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func columnLines(in language: Language) -> [String] {
    let headingWidth = columns.map(\.heading.count).max() ?? 0
    return columns.map { column in
      let field = column.field.map { "→ \($0)" } ?? Message.keptAside.text(in: language)
      var said = [Message.filledCells.text(in: language, "\(column.filled)")]
      if let least = column.least, let greatest = column.greatest {
        said.append(Message.range.text(in: language, least, greatest))
      }
      if let sample = column.sample {
        said.append(Message.firstCell.text(in: language, sample))
      }
      var line = "  \(column.heading.padded(to: headingWidth))  \(field.padded(to: 20)) "
      line += said.joined(separator: ", ")
      if !column.guesses.isEmpty {
        line += Message.perhaps.text(
          in: language,
          column.guesses.joined(separator: Message.or.text(in: language)))
      }
      return line
    }
  }

  /// The same as one line of JSON.
  var jsonLine: String {
    let document = Document(
      file: file, kind: kind, encoding: dialect.encoding.word,
      delimiter: dialect.delimiter.word, lineEnds: dialect.lineEnding.rawValue,
      byteOrderMark: dialect.hasByteOrderMark, separatorLine: dialect.hasSeparatorLine,
      headingRow: headingRow, rows: rows, decimal: decimalSeparator, dates: dateForm,
      columns: columns, missing: missing, rejected: rejects.count, exchange: exchangeLines)
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
    let exchange: [String]

    enum CodingKeys: String, CodingKey {
      case file, kind, encoding, delimiter, rows, decimal, dates, columns, missing, rejected,
        exchange
      case lineEnds = "line_ends"
      case byteOrderMark = "byte_order_mark"
      case separatorLine = "separator_line"
      case headingRow = "heading_row"
    }
  }
}
