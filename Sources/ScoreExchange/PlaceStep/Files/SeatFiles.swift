import Parallel
import Placement
import Scores

/// The tables that say which programmes share seats and for whom seats are kept.
///
/// They decide who competes with whom, so a row of theirs that cannot be read is an error and no
/// reject.
package struct SeatTables: Sendable {
  private let pools: PoolFile?
  private let reserves: ReserveFile?

  /// Reads the tables there are.
  ///
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  init(
    pools: TableSource?, reserves: TableSource?, programmes: ProgrammeImport, plan: WorkPlan
  ) throws(ExchangeError) {
    self.pools = try pools.map { source throws(ExchangeError) in
      let read = try PoolFile(source, plan: plan)
      try read.rejects.refuseAny()
      return read
    }
    self.reserves = try reserves.map { source throws(ExchangeError) in
      let read = try ReserveFile(source, programmes: programmes, plan: plan)
      try read.rejects.refuseAny()
      return read
    }
  }

  /// Names of the groups for whom seats are kept.
  var groups: [String] { reserves?.groups ?? [] }

  /// The reserved seats.
  var reserveBlocks: [ReserveBlock] { reserves?.blocks ?? [] }

  /// The pools.
  var poolList: [Pool] { pools?.tree.pools ?? [] }

  /// The counts of the files.
  var files: [FileSummary] { [pools?.summary, reserves?.summary].compactMap(\.self) }

  /// The programmes with the pools they name; several names are separated by `;`.
  func seats(of programmes: ProgrammeImport) throws(PlacementError) -> [Programme] {
    var seats = programmes.placementProgrammes
    let tree = if let pools { pools.tree } else { try PoolTree(rows: []) }
    for (index, entry) in programmes.programmes.enumerated() {
      guard let cell = entry.pool else { continue }
      let names = cell.split(separator: ";").map { canonicalText(String($0)) }
      seats[index].pool = try tree.innermost(of: names, programme: seats[index].code)
    }
    return seats
  }
}

extension [Reject] {
  /// Ends the reading of a table in which every row counts.
  func refuseAny() throws(ExchangeError) {
    guard let first else { return }
    let problem = first.column.isEmpty ? first.problem : "\(first.column): \(first.problem)"
    throw ExchangeError(.badInput, file: first.file, line: first.row, problem)
  }
}

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
