import Files
package import Parallel
import Scores
package import Tabular

/// A table to write: its headings, how many rows it has, and what stands in them.
package struct OutputTable: Sendable {
  /// The heading row.
  package let headings: [String]
  /// Number of rows.
  package let rowCount: Int
  /// Rows that are formatted together, some hundred kilobytes.
  let chunkLength: Int
  /// Appends the rows of a range.
  package let appendRows: @Sendable (Range<Int>, inout TableWriter) -> Void

  package init(
    headings: [String], rowCount: Int, chunkLength: Int = 4_096,
    appendRows: @escaping @Sendable (Range<Int>, inout TableWriter) -> Void
  ) {
    self.headings = headings
    self.rowCount = rowCount
    self.chunkLength = chunkLength
    self.appendRows = appendRows
  }

  /// A table of rows that are texts already.
  package init(headings: [String], rows: [[String]]) {
    self.init(headings: headings, rowCount: rows.count) { range, writer in
      for row in rows[range] {
        for cell in row { writer.append(cell, isIdentifier: looksLikeIdentifier(cell)) }
        writer.endRow()
      }
    }
  }

  /// Writes the table into a file that appears whole or not at all: a workbook where the name ends in
  /// `.xlsx`, else CSV.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible` or `inputOutput`.
  package func write(
    to path: String, style: TableWriter.Style = .plain, plan: WorkPlan
  ) throws(ExchangeError) {
    plan.begin(.writing, of: rowCount)
    do throws(TabularError) {
      if path.lowercased().hasSuffix(".xlsx") {
        try writeWorkbook(
          to: path, headings: headings, rowCount: rowCount, plan: plan, appendRows)
        return
      }
      var file = try TableFileWriter(path: path, headings: headings, style: style)
      try file.writeRows(rowCount, plan: plan, chunkLength: chunkLength, appendRows)
      try file.commit()
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// Writes tables as CSV files, which appear whole or not at all.
  ///
  /// - Parameters:
  ///   - tables: The tables by their paths.
  ///   - style: Who is going to open them.
  ///   - plan: The threads to use.
  ///   - other: Other work, which one thread does before it writes.
  /// - Returns: What the other work returned.
  /// - Throws: ``ExchangeError`` with `outputImpossible` or `inputOutput`.
  static func write<Other: Sendable>(
    _ tables: [(path: String, table: OutputTable)], style: TableWriter.Style, plan: WorkPlan,
    beside other: @Sendable () -> Other
  ) throws(ExchangeError) -> Other {
    do throws(TabularError) {
      return try TableContent.write(
        tables.map { path, table in
          TableContent(
            path: path, headings: table.headings, rowCount: table.rowCount,
            chunkLength: table.chunkLength, appendRows: table.appendRows)
        }, style: style, plan: plan, beside: other)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// The table's bytes.
  package func bytes(style: TableWriter.Style = .plain) -> [UInt8] {
    var writer = TableWriter(style: style)
    writer.writeHeader(headings)
    appendRows(0..<rowCount, &writer)
    return writer.bytes
  }
}

extension TableWriter {
  /// Appends an identifier from a column.
  mutating func append(_ identifiers: TextColumn, _ index: Int) {
    identifiers.withBytes(at: index) { append($0, isIdentifier: true) }
  }

  /// Appends a score with this many decimals, or an empty cell.
  mutating func append(_ score: Score?, decimals: Int) {
    guard let score else {
      appendEmpty()
      return
    }
    let (units, digits) = score.units(decimals: decimals)
    append(units: units, scaleDigits: digits)
  }
}

/// Whether a cell of a file whose columns nobody named is a number that a spreadsheet would change: one
/// with zeros in front, or longer than any count or score.
private func looksLikeIdentifier(_ cell: String) -> Bool {
  let digits = cell.utf8
  guard digits.count > 1, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
  return digits.first == 0x30 || digits.count >= 9
}
