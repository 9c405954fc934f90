import Parallel
import ScoreLinking
import Scores

/// A line of a table with the digits after the point of its published value.
private struct PublishedLine: TableRow {
  let entry: ConversionTable.Entry
  let decimals: Int
}

extension TableSchema {
  /// A table as `equate` writes it.
  static let conversionTable = TableSchema(
    kind: "conversion table",
    fields: [
      Field("from", required: true), Field("to", required: true), Field("rounded", required: true),
      Field("standard_error"), Field("flag"),
    ])
}

extension ConversionTable {
  /// Reads a table that `equate` wrote.
  ///
  /// - Returns: The table, and the digits after the point with which its values are published.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  static func reading(
    _ source: TableSource
  ) throws(ExchangeError) -> (table: ConversionTable, decimals: Int) {
    let table = try InputTable(source, schema: .conversionTable)
    let reading: TableReading<[PublishedLine]> = table.readRows(plan: .sequential) {
      (context: inout RowContext, rows: inout [PublishedLine]) throws(CellProblem) in
      guard let to = context.significantDecimal("to") else {
        throw CellProblem(.number, "to", "the cell is not a number")
      }
      let flag = Flag(rawValue: context.cells("flag")) ?? .interpolated
      let entry = Entry(
        from: try context.requiredScore("from"), to: to,
        rounded: try context.requiredScore("rounded"),
        standardError: context.significantDecimal("standard_error"),
        flag: flag)
      let digits = context.pointed("rounded").utf8.split(separator: UInt8(ascii: "."))
      rows.append(PublishedLine(entry: entry, decimals: digits.count == 2 ? digits[1].count : 0))
    }
    try reading.rejects.refuseAny()
    do throws(LinkingError) {
      return (
        try ConversionTable(entries: reading.rows.map(\.entry)),
        reading.rows.reduce(0) { max($0, $1.decimals) }
      )
    } catch {
      throw ExchangeError(.badInput, file: table.name, "\(error)")
    }
  }
}

extension RowContext {
  /// A cell with a number of as many digits as `equate` writes; nil where it holds none.
  fileprivate func significantDecimal(_ field: String) -> SignificantDecimal? {
    Double(pointed(field)).flatMap(SignificantDecimal.init)
  }

  /// A cell with a point for the decimal sign of its file.
  fileprivate func pointed(_ field: String) -> String {
    let cell = cells(field)
    return habits.decimalSeparator == .comma ? cell.replacing(",", with: ".") : cell
  }
}
