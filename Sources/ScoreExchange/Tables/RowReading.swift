import Parallel
import Scores
import Tabular

/// Everything that came of reading one table.
package struct TableReading<Rows: Sendable>: Sendable {
  /// The rows that can be used.
  package var rows: Rows
  /// The rows that cannot.
  package var rejects: [Reject] = []
  /// Rows that were used although something is odd.
  package var warnings: [RowWarning] = []
  /// Rows of data in the file: those that can be used and those that cannot.
  package var rowsRead = 0
  /// How the file writes dates and numbers.
  package var habits: FileHabits
}

/// A growing table that takes rows from many batches.
package protocol RowCollector: Sendable {
  init()
  mutating func append(_ other: Self)
}

/// A row that an array collects.
package protocol TableRow: Sendable {}

extension Array: RowCollector where Element: TableRow {
  package mutating func append(_ other: [Element]) { append(contentsOf: other) }
}

extension ResultTable: RowCollector {}

/// What a row's reader is told and what it tells besides the row.
struct RowContext {
  let cells: RowCells
  let habits: FileHabits
  /// The row's number as a spreadsheet counts.
  let number: Int
  var evidence = HabitEvidence()
  var warnings: [CellProblem] = []
}

extension InputTable {
  /// Reads every row under the heading, concurrently, in file order.
  ///
  /// The habits of the file are guessed from its beginning, checked against all of it, and where
  /// the whole file says otherwise it is read again.
  ///
  /// - Parameters:
  ///   - forcedOrder: The order of day and month said by the exchange file; nil lets the file speak.
  ///   - forcedDecimal: The decimal sign said by the exchange file; nil lets the file speak.
  ///   - plan: The threads to use.
  ///   - read: Reads one row into the table, or says what is wrong with it.
  /// - Returns: The rows with everything that was noticed about them.
  /// - Complexity: O(bytes), twice when the beginning of the file misleads.
  func readRows<Rows: RowCollector>(
    forcedOrder: DayMonthOrder? = nil, forcedDecimal: DecimalSeparator? = nil, plan: WorkPlan,
    _ read: @Sendable (inout RowContext, inout Rows) throws(CellProblem) -> Void
  ) -> TableReading<Rows> {
    var habits = FileHabits(
      dayMonthOrder: forcedOrder ?? .dayFirst,
      decimalSeparator: forcedDecimal ?? (file.dialect.delimiter == .semicolon ? .comma : .point))
    while true {
      var (reading, evidence) = pass(habits: habits, plan: plan, read)
      var seen = evidence.habits
      if let forcedOrder { seen.dayMonthOrder = forcedOrder }
      if let forcedDecimal { seen.decimalSeparator = forcedDecimal }
      if evidence.isSilentOnNumbers { seen.decimalSeparator = habits.decimalSeparator }
      if seen == habits {
        reading.habits = habits
        return reading
      }
      habits = seen
    }
  }

  private func pass<Rows: RowCollector>(
    habits: FileHabits, plan: WorkPlan,
    _ read: @Sendable (inout RowContext, inout Rows) throws(CellProblem) -> Void
  ) -> (TableReading<Rows>, HabitEvidence) {
    let batches = file.mapBatches(afterRecord: headingRecord, plan: plan) { batch in
      var reading = TableReading(rows: Rows(), habits: habits)
      var evidence = HabitEvidence()
      for row in 0..<batch.rowCount where !batch.isBlank(row) {
        reading.rowsRead += 1
        let cells = RowCells(batch: batch, row: row, columns: columns)
        var context = RowContext(
          cells: cells, habits: habits, number: batch.recordNumber(of: row))
        do throws(CellProblem) {
          try cells.checkForm()
          try read(&context, &reading.rows)
          for warning in context.warnings {
            reading.warnings.append(
              RowWarning(
                file: name, row: context.number, reason: warning.reason, message: warning.message))
          }
        } catch {
          reading.rejects.append(reject(cells, error))
        }
        evidence.add(context.evidence)
      }
      return (reading, evidence)
    }
    var whole = TableReading(rows: Rows(), habits: habits)
    var evidence = HabitEvidence()
    for (reading, batchEvidence) in batches {
      whole.rows.append(reading.rows)
      whole.rejects += reading.rejects
      whole.warnings += reading.warnings
      whole.rowsRead += reading.rowsRead
      evidence.add(batchEvidence)
    }
    return (whole, evidence)
  }

  /// The line of `rejects.csv` for a row and its problem.
  func reject(_ cells: RowCells, _ problem: CellProblem) -> Reject {
    Reject(
      file: name, row: cells.batch.recordNumber(of: cells.row),
      byte: cells.batch.byteOffset(of: cells.row),
      column: problem.field.map(columns.heading(of:)) ?? "",
      value: problem.field.map(cells.raw) ?? "",
      reason: problem.reason, message: problem.message, line: cells.batch.line(of: cells.row))
  }

  /// Rejects for rows that turn out bad only beside other rows, in row order.
  ///
  /// - Parameters:
  ///   - problems: Row number to problem.
  ///   - plan: The threads to use.
  /// - Returns: One reject a problem.
  /// - Complexity: O(bytes); nothing is read when there are no problems.
  func rejects(for problems: [Int: CellProblem], plan: WorkPlan) -> [Reject] {
    guard !problems.isEmpty else { return [] }
    return file.mapBatches(afterRecord: headingRecord, plan: plan) { batch in
      (0..<batch.rowCount).compactMap { row -> Reject? in
        guard let problem = problems[batch.recordNumber(of: row)] else { return nil }
        return reject(RowCells(batch: batch, row: row, columns: columns), problem)
      }
    }.flatMap { $0 }
  }
}

extension HabitEvidence {
  var isSilentOnNumbers: Bool { decimalPoints == 0 && decimalCommas == 0 }
}
