package import Parallel
package import RecordLinkage

extension LinkDecision: TableRow {}

/// What people decided about earlier reviews.
package struct DecisionImport: Sendable {
  /// The decisions in the order in which they were taken, whatever the order of the rows: those
  /// without a date first; of one moment what takes back or parts two rows comes last, and so counts.
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
    let order = try source.layout.forcedDayMonthOrder(of: table.name)
    let reading: TableReading<[LinkDecision]> = table.readRows(forcedOrder: order, plan: plan) {
      (context: inout RowContext, rows: inout [LinkDecision]) throws(CellProblem) in
      let word = try context.cells.text("decision")
      let left = try context.cells.requiredText("left_id")
      let right = try context.cells.requiredText("right_id")
      guard !word.isEmpty else { return }
      guard let kind = Self.kinds[headingKey(word)] else {
        throw CellProblem(
          .value, "decision", "\"\(maskedName(word))\" is not one of same, different, undo")
      }
      rows.append(
        LinkDecision(
          left: left, right: right, kind: kind, by: try context.cells.text("by"),
          on: try context.moment("on"), reason: try context.cells.text("reason")))
    }
    decisions = reading.rows.sorted { $0.isTaken(before: $1) }
    rejects = reading.rejects
    files = [
      try FileSummary(
        table, kind: "decisions", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
        warnings: reading.warnings, remarks: reading.remarks)
    ]
  }

  private static let kinds: [String: LinkDecision.Kind] = [
    "same": .same, "cung": .same, "cungnguoi": .same, "trung": .same, "different": .different,
    "khac": .different, "khacnguoi": .different, "undo": .undo, "hoantac": .undo,
  ]
}

extension RowContext {
  /// A day in the form 2025-07-16, with the time of day behind it where one is written; empty for an
  /// empty cell.
  fileprivate mutating func moment(_ field: String) throws(CellProblem) -> String {
    guard let day = try date(field) else { return "" }
    let cell = cells(field)
    guard cell.contains(":") else { return "\(day)" }
    guard let time = WrittenTime(behindDateIn: cell) else {
      throw CellProblem(.date, field, "not a time of day; write it as 2025-07-16 20:30")
    }
    return "\(day)T\(time.text)"
  }
}

extension LinkDecision {
  /// Whether this one stands earlier in the order of ``DecisionImport/decisions``.
  fileprivate func isTaken(before other: LinkDecision) -> Bool {
    let (own, others) = (orderedTexts, other.orderedTexts)
    return zip(own, others).first { !$0.utf8.elementsEqual($1.utf8) }
      .map { $0.precedesInBytes($1) } ?? false
  }

  private var orderedTexts: [String] {
    let caution =
      switch kind {
      case .same: "0"
      case .different: "1"
      case .undo: "2"
      }
    return [on, caution, left, right, by, reason]
  }
}
