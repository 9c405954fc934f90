import Parallel
import Placement

/// The reserved seats of a file, in its order.
struct ReserveFile {
  /// Names of the groups, in byte order; blocks name them by index.
  let groups: [String]
  let blocks: [ReserveBlock]
  let rejects: [Reject]
  let summary: FileSummary

  init(
    _ source: TableSource, programmes: ProgrammeImport, plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .reserves)
    let reading: TableReading<[ReserveRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [ReserveRow]) throws(CellProblem) in
      rows.append(
        ReserveRow(
          programme: try programmes.index(
            code: try context.cells.requiredText("programme"),
            schoolCode: context.cells("school")),
          group: try context.cells.text("group"),
          seats: try context.wholeNumber("seats", in: 0...10_000_000),
          isHard: try WishPart.isYes(context.cells("hard"), "hard", whenEmpty: false)))
    }
    let groups = Set(reading.rows.map(\.group)).subtracting([""])
      .sorted { $0.precedesInBytes($1) }
    self.groups = groups
    blocks = reading.rows.map { row in
      ReserveBlock(
        programme: row.programme, group: groups.firstIndex(of: row.group), seats: row.seats,
        isHard: row.isHard)
    }
    rejects = reading.rejects
    summary = try FileSummary(
      table, kind: "reserves", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
      warnings: reading.warnings)
  }

  private struct ReserveRow: TableRow {
    let programme: Int
    let group: String
    let seats: Int
    let isHard: Bool
  }
}
