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
    var settlements: [Settlement] = []
    var files: [FileSummary] = []
    var indices: [String: Int] = [:]
    if placedElsewhere != nil || frozen != nil {
      for (index, applicant) in problem.applicants.enumerated() { indices[applicant] = index }
    }
    if let placedElsewhere {
      let table = try InputTable(placedElsewhere, schema: .people)
      let reading: TableReading<[SettledRow]> = table.readRows(plan: plan) {
        (context: inout RowContext, rows: inout [SettledRow]) throws(CellProblem) in
        let applicant = try context.cells.requiredText("applicant")
        rows.append(SettledRow(applicant: applicant, programme: -1, row: context.number))
      }
      try reading.rejects.refuseAny()
      settlements += reading.rows.compactMap { row in
        indices[row.applicant].map { .elsewhere(applicant: $0) }
      }
      files.append(try Self.summary(table, "placed_elsewhere", reading.rowsRead))
    }
    if let frozen {
      let table = try InputTable(frozen, schema: .placements)
      let reading: TableReading<[SettledRow]> = table.readRows(plan: plan) {
        (context: inout RowContext, rows: inout [SettledRow]) throws(CellProblem) in
        let applicant = try context.cells.requiredText("applicant")
        let code = try context.cells.text("programme")
        if code.isEmpty { return }
        let programme = try programmes.index(code: code, schoolCode: context.cells("school"))
        rows.append(SettledRow(applicant: applicant, programme: programme, row: context.number))
      }
      try reading.rejects.refuseAny()
      var kept: [Int: Int] = [:]
      for row in reading.rows {
        guard let applicant = indices[row.applicant],
          problem.hasWish(of: applicant, for: row.programme)
        else {
          throw ExchangeError(
            .badInput, file: table.name, line: row.row,
            "\(MaskedIdentifier(row.applicant).description) cannot keep "
              + "\(programmes.programmes[row.programme].label), for which there is no wish")
        }
        if let other = kept.updateValue(row.programme, forKey: applicant), other != row.programme {
          throw ExchangeError(
            .badInput, file: table.name, line: row.row,
            "\(MaskedIdentifier(row.applicant).description) cannot keep both "
              + "\(programmes.programmes[other].label) and "
              + "\(programmes.programmes[row.programme].label)")
        }
        settlements.append(.frozen(applicant: applicant, programme: row.programme))
      }
      files.append(try Self.summary(table, "frozen", reading.rowsRead))
    }
    self.settlements = settlements
    self.files = files
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
