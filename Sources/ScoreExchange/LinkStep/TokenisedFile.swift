public import Parallel
import RecordLinkage

/// A file of people with keyed tokens in the place of its national identifiers; everything else
/// stays as it is.
public struct TokenisedFile: Sendable {
  /// Identifiers that became tokens.
  public let tokenCount: Int
  private let table: OutputTable
  private let plan: WorkPlan

  private struct Row: TableRow {
    var cells: [String]
    var tokenCount = 0
  }

  /// Reads a file and replaces its identifiers.
  ///
  /// - Parameters:
  ///   - source: The file; it must have a column national_id or former_id.
  ///   - tokens: The tokens of the linking schools.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read or has no such column, and for rows
  ///   that cannot be read: nothing may be left out of it silently.
  /// - Complexity: O(bytes).
  public init(
    _ source: TableSource, _ tokens: IdentifierTokens, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let input = try InputTable(source, schema: .people(comparing: [], .left))
    let fields = ["national_id", "former_id"].filter { input.columns[$0] != nil }
    guard !fields.isEmpty else {
      throw ExchangeError(.badInput, file: input.name, "no heading for national_id or former_id")
    }
    let columns = input.columns
    let reading: TableReading<[Row]> = input.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [Row]) throws(CellProblem) in
      let sex = Sex(word: context.cells("sex"))
      let birthDate = context.birthDateIfAny()
      var row = Row(cells: context.cells.batch.texts(of: context.cells.row))
      for field in fields {
        guard let column = columns[field], column < row.cells.count else { continue }
        let isOwn = field == "national_id"
        let number = context.identifier(field, isOwn ? birthDate : nil, isOwn ? sex : nil)
        row.cells[column] = tokens.replacing(number)
        if !row.cells[column].isEmpty { row.tokenCount += 1 }
      }
      rows.append(row)
    }
    try reading.rejects.refuseAny()
    tokenCount = reading.rows.reduce(0) { $0 + $1.tokenCount }
    table = OutputTable(headings: columns.headings, rows: reading.rows.map(\.cells))
    self.plan = plan
  }

  /// Writes the file; it appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func write(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try table.write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// The bytes of the file.
  public func csv(isForSpreadsheet: Bool = false) -> [UInt8] {
    table.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }
}
