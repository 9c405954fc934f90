package import Parallel
package import Scores
import Tabular

/// One wish of an applicant.
package struct WishEntry: Sendable, Hashable {
  /// Index of the applicant.
  package var applicant: Int32
  /// 1 for the most wanted.
  package var rank: Int32
  /// Index of the programme.
  package var programme: Int32
  /// Row of the file that it came from.
  package var row: UInt32
}

/// The wishes of an exchange.
package struct WishImport: Sendable {
  /// The wishes in the order of the file.
  package var wishes: [WishEntry] = []
  /// Values of `tie_1`, `tie_2` … of each wish, where the file has such columns.
  package var ties: [[Score?]] = []
  /// For each wish the place of its group in the groups that seats are kept for, -1 for none.
  package var groups: [Int32] = []
  /// The rows that could not be used.
  package var rejects: [Reject] = []
  /// The file's entry in the summary.
  package var files: [FileSummary] = []
  private var table: InputTable?

  /// No wishes.
  package init() {}

  /// Reads a wishes file.
  ///
  /// A wish of an unknown applicant or for an unknown programme is rejected. Wishes that contradict
  /// each other are settled by ``reject(_:plan:)``.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - applicants: Identifier to index of the applicant.
  ///   - programmes: Programmes that can be wished for.
  ///   - groupNames: Names of the groups that seats are kept for; others count as none.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes).
  package init(
    _ source: TableSource, applicants: [String: Int], programmes: ProgrammeImport,
    groupNames: [String] = [], plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .wishes)
    self.table = table
    let tieColumns = table.columns.tieColumns
    let reading: TableReading<[ReadWish]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [ReadWish]) throws(CellProblem) in
      let id = try context.cells.requiredText("applicant")
      guard let applicant = applicants[id] else {
        throw CellProblem(.unknown, "applicant", "there is no applicant \"\(id)\"")
      }
      let rank = try context.wholeNumber("rank", in: 1...1_000_000)
      let code = try context.cells.requiredText("programme")
      let programme = try programmes.index(code: code, school: try context.school())
      var ties: [Score?] = []
      for column in tieColumns { ties.append(try context.score(column)) }
      rows.append(
        ReadWish(
          entry: WishEntry(
            applicant: Int32(applicant), rank: Int32(rank), programme: Int32(programme),
            row: UInt32(clamping: context.number)),
          ties: ties, group: Int32(groupNames.firstIndex(of: context.cells("group")) ?? -1)))
    }
    wishes = reading.rows.map(\.entry)
    ties = reading.rows.map(\.ties)
    groups = reading.rows.map(\.group)
    rejects = reading.rejects
    files = [
      try FileSummary(
        table, kind: "wishes", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
        warnings: reading.warnings)
    ]
  }

  /// Takes wishes out that turned out to contradict others.
  ///
  /// - Parameters:
  ///   - problems: Index of the wish to what is wrong with it.
  ///   - plan: The threads to use.
  mutating func reject(_ problems: [Int: CellProblem], plan: WorkPlan) {
    guard !problems.isEmpty, let table else { return }
    let byRow = Dictionary(
      problems.map { (Int(wishes[$0.key].row), $0.value) }, uniquingKeysWith: { first, _ in first })
    let late = table.rejects(for: byRow, plan: plan)
    rejects = (rejects + late).sorted { $0.row < $1.row }
    let kept = wishes.indices.filter { problems[$0] == nil }
    ties = kept.map { ties[$0] }
    groups = kept.map { groups[$0] }
    wishes = kept.map { wishes[$0] }
    files[0].rowsAccepted -= late.count
    files[0].rowsRejected += late.count
  }

  private struct ReadWish: TableRow {
    let entry: WishEntry
    let ties: [Score?]
    let group: Int32
  }
}
