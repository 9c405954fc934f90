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
    let message: String
  }

  let rejected: CountText
  let reasons: ReportList<Row>
  let examples: ReportList<Example>
  let warned: CountText
  let warnings: ReportList<Row>

  init(_ rejects: [Reject], _ warnings: [RowWarning], _ files: [FileSummary]) {
    var order: [String: Int] = [:]
    for (index, file) in files.enumerated() where order[file.file] == nil {
      order[file.file] = index
    }
    rejected = CountText(rejects.count)
    reasons = Self.counted(rejects.lazy.map { ($0.file, $0.reason) }, order)
    examples = ReportList(rejects, limit: ReportLimit.rejects) { reject in
      Example(
        file: reject.file, row: String(reject.row), column: reject.column,
        code: reject.reason.rawValue,
        message: ShownMessage(reject.message, quoting: reject.value).text)
    }
    warned = CountText(warnings.count)
    self.warnings = Self.counted(warnings.lazy.map { ($0.file, $0.reason) }, order)
  }

  /// Counts by file and reason, in the order of the files, then the more frequent first.
  private static func counted(
    _ findings: some Sequence<(file: String, reason: RejectReason)>, _ order: [String: Int]
  ) -> ReportList<Row> {
    var counts: [String: [String: Int]] = [:]
    for finding in findings {
      counts[finding.file, default: [:]][finding.reason.rawValue, default: 0] += 1
    }
    let files = counts.keys.sorted { left, right in
      let (first, second) = (order[left] ?? .max, order[right] ?? .max)
      return first == second ? left.precedesInBytes(right) : first < second
    }
    let rows = files.flatMap { file in
      (counts[file] ?? [:]).sorted { left, right in
        left.value == right.value ? left.key.precedesInBytes(right.key) : left.value > right.value
      }.map { code, count in
        Row(
          file: file, code: code, name: ReportText(code, in: ReportText.rowReasons),
          count: CountText(count))
      }
    }
    return ReportList(rows, limit: ReportLimit.reasons)
  }
}
