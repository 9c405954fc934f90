import Parallel
import Placement

/// The scenarios of a file: one change a row, changes of one name together.
struct ScenarioFile {
  let scenarios: [Scenario]

  /// Reads the file.
  ///
  /// - Throws: ``ExchangeError`` for a row that cannot be read.
  init(
    _ table: InputTable, of files: PlacementFiles, plan: WorkPlan
  ) throws(ExchangeError) {
    let (problem, programmes) = (files.problem, files.programmes)
    let reading: TableReading<[ScenarioRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [ScenarioRow]) throws(CellProblem) in
      rows.append(
        ScenarioRow(
          name: try context.cells.requiredText("scenario"),
          change: try Self.change(&context, problem, programmes)))
    }
    try reading.rejects.refuseAny()
    var names: [String] = []
    var changes: [String: [Scenario.Change]] = [:]
    for row in reading.rows {
      if changes[row.name] == nil { names.append(row.name) }
      changes[row.name, default: []].append(row.change)
    }
    scenarios = names.map { Scenario(name: $0, changes: changes[$0] ?? []) }
  }

  /// The tie columns that the scenarios of a file ask for, counted from 0; rows that cannot be read
  /// are left to ``init(_:of:plan:)``.
  static func tieColumns(_ table: InputTable, plan: WorkPlan) -> Set<Int> {
    let reading: TableReading<[TieChange]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [TieChange]) throws(CellProblem) in
      guard context.cells("change") == "ties" else { return }
      let order = try? TieOrder(parsing: context.cells("value"))
      rows.append(TieChange(columns: order?.keys.compactMap(\.column) ?? []))
    }
    return Set(reading.rows.flatMap(\.columns))
  }

  private struct TieChange: TableRow {
    let columns: [Int]
  }

  private static func change(
    _ context: inout RowContext, _ problem: PlacementProblem, _ programmes: ProgrammeImport
  ) throws(CellProblem) -> Scenario.Change {
    func programme() throws(CellProblem) -> Int {
      try programmes.index(
        code: try context.cells.requiredText("programme"), schoolCode: context.cells("school"))
    }
    let word = try context.cells.requiredText("change")
    // A key for which smaller is better begins with a dash, as a formula might.
    let value = context.cells("value")
    do throws(PlacementError) {
      switch word {
      case "ties": return .tieOrder(try TieOrder(parsing: value))
      case "at_the_line": return .lineRule(try LineRule(parsing: value))
      default: break
      }
    } catch {
      throw CellProblem(.value, "value", "\(error)")
    }
    switch word {
    case "quota":
      return .quota(
        programme: try programme(), seats: try context.wholeNumber("value", in: 0...10_000_000))
    case "close": return .close(programme: try programme())
    case "pool_quota":
      let name = try context.cells.requiredText("pool")
      guard let pool = problem.pools.firstIndex(where: { $0.name == name }) else {
        throw CellProblem(.unknown, "pool", "there is no pool \"\(name)\"")
      }
      return .poolQuota(pool: pool, seats: try context.wholeNumber("value", in: 0...10_000_000))
    default:
      throw CellProblem(
        .value, "change",
        "\"\(word)\" is not a change: quota, close, pool_quota, ties or at_the_line")
    }
  }

  private struct ScenarioRow: TableRow {
    let name: String
    let change: Scenario.Change
  }
}
