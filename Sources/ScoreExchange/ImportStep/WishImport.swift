package import Parallel

/// The wishes of an exchange.
package struct WishImport: Sendable {
  /// The wishes in the order of the file.
  package private(set) var wishes = ImportedWishes()
  /// The rows that could not be used.
  package var rejects: [Reject] = []
  /// The file's entry in the summary.
  package var files: [FileSummary] = []
  private var table: InputTable?

  /// What a clerk should know about the file, one line each.
  var notes: [Message] {
    guard let table, table.columns["score"] != nil else { return [] }
    return [
      """
      \(table.name): the column score is not used, for a run places by the scores it recognises; use \
      place to place by these
      """
    ]
  }

  /// No wishes.
  package init() {}

  /// Reads a wishes file.
  ///
  /// A wish of an unknown applicant or for an unknown programme is rejected. Wishes that contradict
  /// each other are settled by ``reject(_:plan:)``.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - applicants: The places of the applicants.
  ///   - programmes: The programmes.
  ///   - groups: The groups that seats are kept for; a wish of another one is of none.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes).
  package init(
    _ source: TableSource, applicants: TextIndex, programmes: ProgrammeImport,
    groups: [String] = [], plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .wishes)
    self.table = table
    let reader = WishReader(
      applicants, programmes, groups: groups, tieColumns: table.columns.tieColumns)
    let reading = table.readBatches(
      try KnownHabits(source.layout, file: table.name), plan: plan, reader)
    wishes = reading.rows
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
      problems.map { (wishes.rows[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
    let late = table.rejects(for: byRow, plan: plan)
    rejects = (rejects + late).sorted { $0.row < $1.row }
    wishes = wishes.selecting((0..<UInt32(wishes.count)).filter { problems[Int($0)] == nil })
    files[0].rowsAccepted -= late.count
    files[0].rowsRejected += late.count
  }
}
