import Parallel
import Tabular

/// A table that is compared row by row, each row under its key.
struct ComparedTable: Sendable {
  /// What messages call it: the file's name without its ending.
  let name: String
  let keyColumns: [String]
  /// The other columns, in the order of the file.
  let columns: [String]
  /// Key to the cells of ``columns``. Of rows with one key the second is numbered 2, and so on.
  private(set) var rows: [[String]: [String]] = [:]

  /// A table without rows, for a file that only one side has.
  init(like other: ComparedTable) {
    name = other.name
    keyColumns = other.keyColumns
    columns = other.columns
  }

  /// Reads a table by its own headings.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read, has no heading of the key, or has
  ///   rows of another length than the headings.
  init(path: String, name: String, keyColumns: [String], plan: WorkPlan) throws(ExchangeError) {
    let file: TableFile
    do throws(TabularError) {
      file = try TableFile(path: path, overrides: WrittenTable.dialect, plan: plan)
    } catch {
      throw ExchangeError(error, file: path)
    }
    let headings = (file.preview(recordCount: 1).first ?? []).map(canonicalText)
    let places = try keyColumns.map { (column: String) throws(ExchangeError) in
      guard let place = headings.firstIndex(of: column) else {
        throw ExchangeError(.badInput, file: path, "there is no column \(column)")
      }
      return place
    }
    let rest = headings.indices.filter { !places.contains($0) }
    self.init(name: name, keyColumns: keyColumns, columns: rest.map { headings[$0] })
    let parts = try file.mapBatches(afterRecord: 1, plan: plan) {
      (batch: RowBatch) throws(ExchangeError) in
      var part: [(key: [String], cells: [String])] = []
      for row in 0..<batch.rowCount where !batch.isBlank(row) {
        guard batch.fieldCount(of: row) == headings.count else {
          throw ExchangeError(
            .badInput, file: path, line: batch.recordNumber(of: row),
            "\(batch.fieldCount(of: row)) fields, the heading row has \(headings.count)")
        }
        let cells = batch.texts(of: row).map(canonicalText)
        part.append((places.map { cells[$0] }, rest.map { cells[$0] }))
      }
      return part
    }
    for part in parts {
      for row in part { add(row.cells, under: row.key) }
    }
  }

  /// A placement as somebody states it, under headings in English or Vietnamese.
  ///
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  init(placementAt path: String, plan: WorkPlan) throws(ExchangeError) {
    let table = try InputTable(
      TableSource(file: NamedFile(text: path, path: path, line: 0), layout: TableLayout()),
      schema: .placements)
    let reading: TableReading<[PlacementRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [PlacementRow]) throws(CellProblem) in
      rows.append(
        PlacementRow(
          applicant: try context.cells.requiredText("applicant"),
          school: context.cells("school"), programme: context.cells("programme")))
    }
    try reading.rejects.refuseAny()
    self.init(name: "placements", keyColumns: ["applicant"], columns: ["school", "programme"])
    for row in reading.rows { add([row.school, row.programme], under: [row.applicant]) }
  }

  private init(name: String, keyColumns: [String], columns: [String]) {
    self.name = name
    self.keyColumns = keyColumns
    self.columns = columns
  }

  private mutating func add(_ cells: [String], under key: [String]) {
    var numbered = key
    var number = 1
    while rows[numbered] != nil {
      number += 1
      numbered = key + [String(number)]
    }
    rows[numbered] = cells
  }

  private struct PlacementRow: TableRow {
    let applicant: String
    let school: String
    let programme: String
  }
}
