/// Rows that were not used, and rows that are odd.
struct RejectsSection {
  /// How often a reason came up in a file.
  struct Row {
    let file: String
    let code: String
    let name: ReportText
    let count: CountText
  }

  /// One row that was not used.
  struct Example {
    let file: String
    let row: String
    let column: String
    let code: String
    let message: ReportText
  }

  /// The sentences that say what is wrong with a row: `rejects.csv` has them in English.
  private static let book = Phrasebook(
    [Vietnamese.rows, Vietnamese.words, Vietnamese.tables, Vietnamese.workbooks].flatMap(\.keys))

  let rejected: CountText
  let reasons: ReportList<Row>
  let hasExamples: Bool
  /// The first rows of each file and reason.
  let examples: ReportList<Example>
  let warned: CountText
  let hasWarnings: Bool
  let warnings: ReportList<Row>

  init(_ figures: RunFigures) {
    var order: [String: Int] = [:]
    for (index, file) in figures.summary.files.enumerated() where order[file.file] == nil {
      order[file.file] = index
    }
    let findings = figures.rejects.findings.map { key, finding in
      (file: key.file, reason: key.reason, count: finding.count, examples: finding.examples)
    }.sorted {
      Self.precedes(($0.file, $0.reason, $0.count), ($1.file, $1.reason, $1.count), order)
    }
    rejected = CountText(figures.rejects.count)
    reasons = ReportList(findings, limit: ReportLimit.reasons) { finding in
      Row(finding.file, finding.reason, finding.count)
    }
    let examples = findings.flatMap { finding in
      finding.examples.map { example in
        Example(
          file: finding.file, row: example.row, column: example.column, code: finding.reason,
          message: ReportText(Self.book.message(reading: example.message)))
      }
    }
    hasExamples = !examples.isEmpty
    self.examples = ReportList(examples, limit: ReportLimit.rejects)
    let warnings = figures.facts.warnings.sorted {
      Self.precedes(($0.file, $0.reason, $0.count), ($1.file, $1.reason, $1.count), order)
    }
    warned = CountText(warnings.reduce(0) { $0 &+ $1.count })
    hasWarnings = !warnings.isEmpty
    self.warnings = ReportList(warnings, limit: ReportLimit.reasons) { warning in
      Row(warning.file, warning.reason, warning.count)
    }
  }

  /// The order of the files, then the more frequent reason first.
  private static func precedes(
    _ left: (file: String, reason: String, count: Int),
    _ right: (file: String, reason: String, count: Int), _ order: [String: Int]
  ) -> Bool {
    if left.file != right.file {
      let (first, second) = (order[left.file] ?? .max, order[right.file] ?? .max)
      return first == second ? left.file.precedesInBytes(right.file) : first < second
    }
    return left.count == right.count
      ? left.reason.precedesInBytes(right.reason) : left.count > right.count
  }
}

extension RejectsSection.Row {
  init(_ file: String, _ code: String, _ count: Int) {
    self.init(
      file: file, code: code, name: ReportText(RejectReason(rawValue: code).meaning),
      count: CountText(count))
  }
}
