import Parallel
import ScoreLinking
import Scores

/// A file with one of its columns converted: every row as it was, with the value behind it, which has
/// the decimal sign of the file.
public struct ColumnConversion: Sendable {
  /// The headings of the file and the new one.
  private let headings: [String]
  private let rows: [[String]]

  /// Rows with a value; an empty cell stays empty.
  public let convertedCount: Int

  private struct Row: TableRow {
    let cells: [String]
    let score: Score?
    let number: Int
  }

  /// Converts a column of a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - sheet: The sheet, where the file is a workbook; nil for the first that is shown.
  ///   - column: The heading of the column.
  ///   - converter: The conversion.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a cell that
  ///   is no number or that the table does not answer.
  /// - Complexity: O(bytes).
  public init(
    _ path: String, sheet: String? = nil, column: String, by converter: ScoreConverter,
    plan: WorkPlan
  ) throws(ExchangeError) {
    var layout = TableLayout()
    layout.columns = ["score": column]
    layout.sheet = sheet
    let schema = TableSchema(
      kind: "scores", fields: [TableSchema.Field("score", required: true, [column])])
    let table = try InputTable(TableSource(path, layout: layout), schema: schema)
    let reading: TableReading<[Row]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [Row]) throws(CellProblem) in
      rows.append(
        Row(
          cells: context.cells.batch.texts(of: context.cells.row),
          score: try context.score("score"), number: context.number))
    }
    try reading.rejects.refuseAny()
    var (rows, convertedCount): ([[String]], Int) = ([], 0)
    rows.reserveCapacity(reading.rows.count)
    for row in reading.rows {
      var values = converter.confidence == nil ? [""] : ["", "", ""]
      if let score = row.score {
        do throws(LinkingError) {
          values = try converter.convert(score).cells
          if reading.habits.decimalSeparator == .comma {
            values = values.map { $0.replacing(".", with: ",") }
          }
        } catch {
          // The column may be another one than was meant.
          let reason = error.message.changingTexts(maskedName)
          throw ExchangeError(.badInput, file: table.name, "row \(row.number): \(reason)")
        }
        convertedCount += 1
      }
      rows.append(row.cells + values)
    }
    let added =
      ["converted"] + (converter.confidence == nil ? [] : ["converted_low", "converted_high"])
    if let taken = added.first(where: table.columns.headings.contains) {
      throw ExchangeError(
        .badInput, file: table.name, "it has a column \"\(taken)\" already; rename or remove it")
    }
    headings = table.columns.headings + added
    self.rows = rows
    self.convertedCount = convertedCount
  }

  /// The file with the new column.
  ///
  /// - Parameter isForSpreadsheet: Whether a spreadsheet will open it.
  /// - Returns: The bytes of the CSV file.
  public func csv(isForSpreadsheet: Bool = false) -> [UInt8] {
    OutputTable(headings: headings, rows: rows)
      .bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }

  /// Writes the file with the new column, whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func write(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try OutputTable(headings: headings, rows: rows)
      .write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: .sequential)
  }
}
