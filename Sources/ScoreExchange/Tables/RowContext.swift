import Tabular

/// What a row's reader is told and what it tells besides the row.
struct RowContext {
  let cells: RowCells
  let habits: FileHabits
  /// The row's number as a spreadsheet counts.
  let number: Int
  var evidence = HabitEvidence()
  var warnings: [CellProblem] = []
}
