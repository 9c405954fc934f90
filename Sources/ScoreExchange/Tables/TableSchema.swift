/// The columns that a kind of table may have, and the headings by which they are known.
package struct TableSchema: Sendable {
  /// One column.
  package struct Field: Sendable, Hashable {
    /// The column's name in our own files.
    package let name: String
    /// Whether the table is of no use without it.
    package let isRequired: Bool
    /// A column that serves as well, so that this one may be missing.
    let substitute: String?
    /// Keys of headings, which are compared without case and tone marks. The best known come first;
    /// two columns under headings of one rank leave open which is meant.
    let ranks: [[String]]

    /// The keys of all headings, the field's own name first.
    var keys: [String] { ranks.flatMap(\.self) }

    /// - Parameters:
    ///   - name: The column's name in our own files.
    ///   - required: Whether the table is of no use without it.
    ///   - substitute: A column that serves as well.
    ///   - headings: Other headings that mean this field and nothing else.
    ///   - vague: Headings that may mean something else beside one of the others, the likeliest first.
    package init(
      _ name: String, required: Bool = false, or substitute: String? = nil,
      _ headings: [String] = [], vague: [String] = []
    ) {
      self.name = name
      self.isRequired = required
      self.substitute = substitute
      ranks = [[headingKey(name)], headings.map(headingKey)] + vague.map { [headingKey($0)] }
    }
  }

  /// What the table holds, as messages name it.
  package let kind: String
  /// The columns, the most specific headings first.
  package let fields: [Field]
  /// Prefixes of further columns that are taken by their own names, such as `tie_`.
  package let openPrefixes: [String]
  /// The heading whose cells say whether it is the total.
  let examScore: ExamScoreHeading?

  init(
    kind: String, fields: [Field], openPrefixes: [String] = [], examScore: ExamScoreHeading? = nil
  ) {
    self.kind = kind
    self.fields = fields
    self.openPrefixes = openPrefixes
    self.examScore = examScore
  }

  /// Adds to what was said of the columns what the rows say.
  ///
  /// - Parameters:
  ///   - said: Field to heading, as somebody said.
  ///   - records: The first records of the file.
  ///   - heading: Which of them holds the headings.
  ///   - file: The file.
  /// - Returns: Field to heading.
  func settledColumns(
    _ said: [String: String], records: [[String]], heading: Int, file: TableFile
  ) -> [String: String] {
    guard let examScore, records.indices.contains(heading) else { return said }
    let columns = ColumnMap(
      lenient: records[heading].map(canonicalText), schema: self, overrides: said)
    var settled = said
    settled["total"] =
      said["total"]
      ?? examScore.heading(meaningTotalIn: columns, of: file, below: heading + 1)
    return settled
  }
}
