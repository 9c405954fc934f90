import Parallel
import Placement

/// What is decided about people before a placement: who has a place elsewhere, and who keeps the
/// place of an earlier round.
struct SettlementFiles {
  let settlements: [Settlement]
  /// The counts of the files.
  let files: [FileSummary]

  /// Reads the lists there are.
  ///
  /// People who have a place elsewhere and no wish here are no error.
  ///
  /// - Throws: ``ExchangeError`` for a row that cannot be read, and for a frozen place of somebody
  ///   who did not wish for it.
  init(
    placedElsewhere: TableSource?, frozen: TableSource?, problem: PlacementProblem,
    programmes: ProgrammeImport, plan: WorkPlan
  ) throws(ExchangeError) {
    let indices =
      placedElsewhere == nil && frozen == nil
      ? [:]
      : Dictionary(
        problem.applicants.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    let lists = [
      try placedElsewhere.map { source throws(ExchangeError) in
        try Self.elsewhere(source, indices, plan)
      },
      try frozen.map { source throws(ExchangeError) in
        try Self.frozen(source, indices, problem, programmes, plan)
      },
    ].compactMap(\.self)
    settlements = lists.flatMap(\.settlements)
    files = lists.map(\.file)
  }

  private typealias List = (settlements: [Settlement], file: FileSummary)

  private static func elsewhere(
    _ source: TableSource, _ indices: [String: Int], _ plan: WorkPlan
  ) throws(ExchangeError) -> List {
    let table = try InputTable(source, schema: .people)
    let reading: TableReading<[SettledRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [SettledRow]) throws(CellProblem) in
      let applicant = try context.cells.requiredText("applicant")
      rows.append(SettledRow(applicant: applicant, programme: -1, row: context.number))
    }
    try reading.rejects.refuseAny()
    let settlements = reading.rows.compactMap { row in
      indices[row.applicant].map { Settlement.elsewhere(applicant: $0) }
    }
    return (settlements, try summary(table, "placed_elsewhere", reading.rowsRead))
  }

  private static func frozen(
    _ source: TableSource, _ indices: [String: Int], _ problem: PlacementProblem,
    _ programmes: ProgrammeImport, _ plan: WorkPlan
  ) throws(ExchangeError) -> List {
    let table = try InputTable(source, schema: .placements)
    let reading: TableReading<[SettledRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [SettledRow]) throws(CellProblem) in
      let applicant = try context.cells.requiredText("applicant")
      let code = try context.cells.text("programme")
      if code.isEmpty { return }
      let programme = try programmes.index(code: code, schoolCode: context.cells("school"))
      rows.append(SettledRow(applicant: applicant, programme: programme, row: context.number))
    }
    try reading.rejects.refuseAny()
    var settlements: [Settlement] = []
    var kept: [Int: Int] = [:]
    for row in reading.rows {
      func refusal(_ reason: Message) -> ExchangeError {
        ExchangeError(.badInput, file: table.name, line: row.row, reason)
      }
      let person = MaskedIdentifier(row.applicant).description
      let label = programmes.programmes[row.programme].label
      guard let applicant = indices[row.applicant],
        problem.hasWish(of: applicant, for: row.programme)
      else { throw refusal("\(person) cannot keep \(label), for which there is no wish") }
      if let other = kept.updateValue(row.programme, forKey: applicant), other != row.programme {
        throw refusal(
          "\(person) cannot keep both \(programmes.programmes[other].label) and \(label)")
      }
      settlements.append(.frozen(applicant: applicant, programme: row.programme))
    }
    return (settlements, try summary(table, "frozen", reading.rowsRead))
  }

  private static func summary(
    _ table: InputTable, _ kind: String, _ rowsRead: Int
  ) throws(ExchangeError) -> FileSummary {
    try FileSummary(
      table, kind: kind, school: nil, rowsRead: rowsRead, rejects: [], warnings: [])
  }

  private struct SettledRow: TableRow {
    let applicant: String
    let programme: Int
    let row: Int
  }
}
