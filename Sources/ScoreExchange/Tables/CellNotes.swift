import Tabular
import Workbooks

/// What is to be known of a workbook's cells besides their text, by row.
struct CellNotes: Sendable {
  private let notes: [Int: [CellNote]]
  /// The rows with a note, ascending.
  private let rows: [Int]

  /// Notes of a file that is no workbook.
  static let none = CellNotes([])

  init(_ notes: [CellNote]) {
    self.notes = Dictionary(grouping: notes, by: \.row)
    rows = self.notes.keys.sorted()
  }

  /// Leaves the rows with notes to be read one by one.
  func mark(_ batch: inout ColumnBatch) {
    guard !rows.isEmpty, batch.count > 0 else { return }
    let first = batch.rows.recordNumber(of: 0)
    for row in rows[rows.lowerBound(of: first)..<rows.lowerBound(of: first + batch.count)]
    where batch.states[row - first] == .sound {
      batch.leave(row - first)
    }
  }

  /// Refuses a row in which a column that is used has no value, and warns where a number has more
  /// digits than can be seen.
  func check(_ context: inout RowContext) throws(CellProblem) {
    guard !notes.isEmpty, let notes = notes[context.number] else { return }
    for note in notes {
      guard let field = context.cells.columns.used.first(where: { $0.column == note.column })?.field
      else { continue }
      switch note.kind {
      case .error(let word):
        throw CellProblem(
          .cellError, field,
          "the cell shows the error \(word), not a value; mend the formula or type the value")
      case .uncalculated:
        throw CellProblem(
          .cellError, field,
          "a formula without a stored value; open the workbook in a spreadsheet and save it")
      case .impossibleDay:
        throw CellProblem(
          .date, field,
          "a number shown as a day that no calendar has; type the day as text, such as 14/02/2007")
      case .noNumber:
        throw CellProblem(.cellError, field, "a number cell without a number; type the value anew")
      case .countedFrom1904 where field.hasSuffix("_date"):
        throw CellProblem(
          .date, field,
          "a number without a date format in a workbook that counts days from 1904; give the column "
            + "a date format")
      case .countedFrom1904: continue
      case .inexact(let shown):
        let value = field.hasSuffix("_id") ? masked(shown) : shown
        context.warnings.append(
          CellProblem(
            .number, field,
            "the stored number has more digits than a spreadsheet shows; \(value) was read"))
      }
    }
  }
}
