import Parallel

/// A table that is compared row by row, each row under its key.
struct ComparedTable: Sendable {
  /// What messages call it: the file's name without its ending.
  let name: String
  let keyColumns: [String]
  /// The other columns, in the order of the file.
  let columns: [String]
  /// Key to the cells of ``columns``. Of rows with one key the second is numbered 2, and so on.
  private(set) var rows: [[String]: [String]] = [:]
  /// How many rows there are under a key of more than one.
  private var counts: [[String]: Int] = [:]

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
    let table = try WrittenTable(path: path, plan: plan)
    self.init(
      name: name, keyColumns: keyColumns,
      columns: table.headings.filter { !keyColumns.contains($0) })
    let (keyCount, width) = (keyColumns.count, table.headings.count)
    let read = try table.tally(keyColumns + columns, from: KeyedRows(), plan: plan) {
      (row: WrittenTable.Row, read: inout KeyedRows) in
      let cells = (0..<width).map { row[$0] }
      read.rows.append((Array(cells[..<keyCount]), Array(cells[keyCount...])))
    }
    for row in read.rows { add(row.cells, under: row.key) }
  }

  /// A placement as somebody states it, under headings in English or Vietnamese.
  ///
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  init(placementAt path: String, plan: WorkPlan) throws(ExchangeError) {
    let table = try InputTable(
      TableSource(file: NamedFile(at: path), layout: TableLayout()),
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
    guard rows[key] != nil else {
      rows[key] = cells
      return
    }
    // A numbered key is longer than any key of a row.
    let number = counts[key, default: 1] + 1
    counts[key] = number
    rows[key + [String(number)]] = cells
  }

  private struct KeyedRows: Tally {
    var rows: [(key: [String], cells: [String])] = []

    mutating func add(_ other: KeyedRows) { rows += other.rows }
  }

  private struct PlacementRow: TableRow {
    let applicant: String
    let school: String
    let programme: String
  }
}
