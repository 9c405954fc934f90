import Parallel
import Placement

/// The pools of a file.
struct PoolFile {
  let tree: PoolTree
  let rejects: [Reject]
  let summary: FileSummary

  init(_ source: TableSource, plan: WorkPlan) throws(ExchangeError) {
    let table = try InputTable(source, schema: .pools)
    let reading: TableReading<[PoolRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [PoolRow]) throws(CellProblem) in
      let parent = try context.cells.text("parent")
      rows.append(
        PoolRow(
          name: try context.cells.requiredText("pool"),
          quota: try context.wholeNumber("quota", in: 0...10_000_000),
          parent: parent.isEmpty ? nil : parent))
    }
    do throws(PlacementError) {
      tree = try PoolTree(rows: reading.rows.map { ($0.name, $0.quota, $0.parent) })
    } catch {
      throw ExchangeError(.badInput, file: table.name, "\(error)")
    }
    rejects = reading.rejects
    summary = try FileSummary(
      table, kind: "pools", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
      warnings: reading.warnings)
  }

  private struct PoolRow: TableRow {
    let name: String
    let quota: Int
    let parent: String?
  }
}
