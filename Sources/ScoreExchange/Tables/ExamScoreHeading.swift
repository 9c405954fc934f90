import Scores

/// The heading `Điểm thi`, which is the test site in one export and the score of the test in another.
///
/// Its cells decide: where they are what the parts add up to in most of the first rows, they are the
/// total. No number of a site is that.
struct ExamScoreHeading: Sendable {
  /// The parts of the assessment.
  let parts: [String]

  private static let key = headingKey("Điểm thi")

  /// The heading as it stands in the file, where it means the total.
  ///
  /// - Parameters:
  ///   - columns: The columns found by their headings alone.
  ///   - rows: The first rows of data.
  /// - Returns: Nil where it means a site, the file has a total or lacks a part.
  func heading(meaningTotalIn columns: ColumnMap, rows: some Sequence<[String]>) -> String? {
    let places = parts.compactMap { columns[$0] }
    guard columns["total"] == nil, !parts.isEmpty, places.count == parts.count,
      let place = columns.headings.firstIndex(where: { headingKey($0) == Self.key })
    else { return nil }
    var (equal, compared) = (0, 0)
    for row in rows where row.count == columns.headings.count {
      let scores = places.compactMap { Self.score(row[$0]) }
      guard scores.count == places.count, !row[place].isEmpty else { continue }
      compared += 1
      let sum = scores.reduce(Int64(0)) { $0 &+ $1.billionths }
      if let total = Self.score(row[place]), total.billionths == sum { equal += 1 }
    }
    return equal * 2 > compared ? columns.headings[place] : nil
  }

  private static func score(_ cell: String) -> Score? {
    (try? Score(parsing: cell, decimalSeparator: .point))
      ?? (try? Score(parsing: cell, decimalSeparator: .comma))
  }
}
