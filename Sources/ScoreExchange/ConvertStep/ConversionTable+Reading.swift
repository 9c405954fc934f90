import Parallel
import ScoreLinking
import Scores

extension ConversionTable.Entry: TableRow {}

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
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  static func reading(_ source: TableSource) throws(ExchangeError) -> ConversionTable {
    let table = try InputTable(source, schema: .conversionTable)
    let reading: TableReading<[Entry]> = table.readRows(plan: .sequential) {
      (context: inout RowContext, rows: inout [Entry]) throws(CellProblem) in
      guard let value = Double(context.cells("to")), let to = SignificantDecimal(value) else {
        throw CellProblem(.number, "to", "the cell is not a number")
      }
      let flag = Flag(rawValue: context.cells("flag")) ?? .interpolated
      rows.append(
        Entry(
          from: try context.requiredScore("from"), to: to,
          rounded: try context.requiredScore("rounded"),
          standardError: Double(context.cells("standard_error")).flatMap(SignificantDecimal.init),
          flag: flag))
    }
    if let reject = reading.rejects.first {
      throw ExchangeError(
        .badInput, file: table.name, line: reject.row,
        "\(reject.column) \"\(reject.value)\": \(reject.message)")
    }
    do throws(LinkingError) {
      return try ConversionTable(entries: reading.rows)
    } catch {
      throw ExchangeError(.badInput, file: table.name, "\(error)")
    }
  }
}
