package import Parallel
package import RecordLinkage

extension LinkDecision: TableRow {}

/// What people decided about earlier reviews.
package struct DecisionImport: Sendable {
  /// The decisions, in the order of the file.
  package var decisions: [LinkDecision] = []
  /// The rows that could not be used.
  package var rejects: [Reject] = []
  /// The file's entry in the summary.
  package var files: [FileSummary] = []

  /// No decisions.
  package init() {}

  /// Reads a decisions file.
  ///
  /// A filled-in `review.csv` is one too; rows whose decision is still empty are left for later.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  package init(_ source: TableSource, plan: WorkPlan) throws(ExchangeError) {
    let table = try InputTable(source, schema: .decisions)
    let reading: TableReading<[LinkDecision]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [LinkDecision]) throws(CellProblem) in
      let word = try context.cells.text("decision")
      let left = try context.cells.requiredText("left_id")
      let right = try context.cells.requiredText("right_id")
      guard !word.isEmpty else { return }
      guard let kind = Self.kinds[headingKey(word)] else {
        throw CellProblem(
          .value, "decision", "\"\(word)\" is not one of same, different, undo")
      }
      rows.append(
        LinkDecision(
          left: left, right: right, kind: kind, by: try context.cells.text("by"),
          on: try context.cells.text("on"), reason: try context.cells.text("reason")))
    }
    decisions = reading.rows
    rejects = reading.rejects
    files = [
      try FileSummary(
        table, kind: "decisions", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
        warnings: reading.warnings)
    ]
  }

  private static let kinds: [String: LinkDecision.Kind] = [
    "same": .same, "cung": .same, "cungnguoi": .same, "trung": .same, "different": .different,
    "khac": .different, "khacnguoi": .different, "undo": .undo, "hoantac": .undo,
  ]
}
