import Scores
import Tabular

/// The heading `Điểm thi`, which is the test site in one export and the score of the test in another.
///
/// Its cells decide: where they are what the parts add up to in most rows of the file, they are the
/// total. No number of a site is that.
struct ExamScoreHeading: Sendable {
  /// The parts of the assessment.
  let parts: [String]

  private static let key = headingKey("Điểm thi")

  /// The heading as it stands in the file, where it means the total.
  ///
  /// - Parameters:
  ///   - columns: The columns found by their headings alone.
  ///   - file: The file.
  ///   - heading: The number of the record with the headings; 1 is the first.
  /// - Returns: Nil where it means a site, the file has a total or lacks a part.
  /// - Complexity: O(1) where one of the first rows names a site; otherwise O(bytes).
  func heading(
    meaningTotalIn columns: ColumnMap, of file: TableFile, below heading: Int
  ) -> String? {
    let places = parts.compactMap { columns[$0] }
    guard columns["total"] == nil, !parts.isEmpty, places.count == parts.count,
      let place = columns.headings.firstIndex(where: { headingKey($0) == Self.key })
    else { return nil }
    let width = columns.headings.count
    var first = Count()
    for row in file.preview(recordCount: heading + Self.firstRowCount).dropFirst(heading)
    where row.count == width {
      first.add(places.map { row[$0] }, row[place])
    }
    if first.words > 0 { return nil }
    let counts = file.mapBatches(afterRecord: heading, plan: .sequential) { batch in
      var count = Count()
      for row in 0..<batch.rowCount where batch.fieldCount(of: row) == width {
        count.add(places.map { batch.text(row, $0) ?? "" }, batch.text(row, place) ?? "")
      }
      return count
    }
    let equal = counts.reduce(0) { $0 + $1.equal }
    return equal * 2 > counts.reduce(0) { $0 + $1.compared } ? columns.headings[place] : nil
  }

  private static let firstRowCount = 30

  /// What the rows with a score in each part have in the column.
  private struct Count {
    /// Rows with anything, with the sum of the parts, and with a word.
    var compared = 0
    var equal = 0
    var words = 0

    mutating func add(_ parts: [String], _ cell: String) {
      let scores = parts.compactMap { ExamScoreHeading.score($0) }
      // A status stands in the place of a total, and no site is called so.
      guard scores.count == parts.count, !cell.isEmpty, cell != "-",
        ResultStatus(word: cell) == nil
      else { return }
      compared += 1
      guard let total = ExamScoreHeading.score(cell) else {
        words += 1
        return
      }
      let sum = scores.reduce(Int64(0)) { $0 &+ $1.billionths }
      if total.billionths == sum { equal += 1 }
    }
  }

  private static func score(_ cell: String) -> Score? {
    (try? Score(parsing: cell, decimalSeparator: .point))
      ?? (try? Score(parsing: cell, decimalSeparator: .comma))
  }
}
