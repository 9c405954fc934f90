import Parallel
import Scores
import Tabular

/// What stands in each column of a table, whatever it is taken for.
struct ColumnSurvey: RowCollector {
  struct Column: Sendable {
    var filled = 0
    var numbers = 0
    var least: Score?
    var greatest: Score?
    var first: String?
    /// Cells by the form of the date that they are.
    var dates: [DateShape: Int] = [:]
  }

  var columns: [Column] = []
  /// Whether some number has a decimal sign.
  var hasFractions = false

  mutating func append(_ other: ColumnSurvey) {
    hasFractions = hasFractions || other.hasFractions
    reserve(other.columns.count)
    for (index, column) in other.columns.enumerated() {
      columns[index].filled += column.filled
      columns[index].numbers += column.numbers
      columns[index].least = [columns[index].least, column.least].compactMap(\.self).min()
      columns[index].greatest = [columns[index].greatest, column.greatest].compactMap(\.self).max()
      columns[index].first = columns[index].first ?? column.first
      columns[index].dates.merge(column.dates, uniquingKeysWith: +)
    }
  }

  mutating func reserve(_ count: Int) {
    while columns.count < count { columns.append(Column()) }
  }

  mutating func add(_ cell: String, at index: Int, number: Score?, date: DateShape?) {
    columns[index].filled += 1
    if let date { columns[index].dates[date, default: 0] += 1 }
    columns[index].first = columns[index].first ?? cell
    guard let number else { return }
    columns[index].numbers += 1
    columns[index].least = min(columns[index].least ?? number, number)
    columns[index].greatest = max(columns[index].greatest ?? number, number)
  }
}

extension InputTable {
  /// Fields that hold no numbers, whatever their cells look like.
  private static let textFields = [
    "candidate_number", "applicant", "national_id", "former_id", "name", "family_name",
    "given_name", "birth_date", "exam_date", "sitting", "programme",
  ]

  /// Looks at every cell of every row.
  func survey(plan: WorkPlan) -> TableReading<ColumnSurvey> {
    let texts = Set(Self.textFields.compactMap { columns[$0] })
    let examDate = columns["exam_date"]
    return readRows(plan: plan) { (context: inout RowContext, survey: inout ColumnSurvey) in
      let cells = context.cells
      let other = context.habits.decimalSeparator.other
      let count = cells.batch.fieldCount(of: cells.row)
      survey.reserve(count)
      for column in 0..<count {
        let cell = canonicalText(cells.batch.text(cells.row, column) ?? "")
        guard !cell.isEmpty else { continue }
        let date = WrittenDate(cell)
        context.evidence.dates.add(
          date, row: context.number, isShared: column == examDate)
        let number = try? Score(
          parsing: cell, decimalSeparator: context.habits.decimalSeparator)
        let isNumber = number != nil || (try? Score(parsing: cell, decimalSeparator: other)) != nil
        if isNumber && !texts.contains(column) {
          context.evidence.addNumber(cell)
          survey.hasFractions = survey.hasFractions || cell.contains { $0 == "." || $0 == "," }
        }
        survey.add(
          cell, at: column, number: number,
          date: date == .unreadable ? nil : DateShape(of: cell))
      }
    }
  }
}
