/// What became of the rows of each file.
struct FilesSection {
  /// One file.
  struct Row {
    let file: String
    let kind: ReportText
    let school: String?
    let read: CountText
    let accepted: CountText
    let rejected: CountText
    let warned: CountText
    let sumOfTotals: String?

    init(_ file: FileSummary) {
      self.file = file.file
      kind = ReportText(Message(file.kind))
      school = file.school
      read = CountText(file.rowsRead)
      accepted = CountText(file.rowsAccepted)
      rejected = CountText(file.rowsRejected)
      warned = CountText(file.rowsWarned)
      sumOfTotals = file.sumOfTotals.map { "\($0)" }
    }
  }

  let list: ReportList<Row>
  let count: CountText
  let read: CountText
  let accepted: CountText
  let rejected: CountText
  let warned: CountText

  init(_ files: [FileSummary]) {
    list = ReportList(files, limit: ReportLimit.files, Row.init)
    count = CountText(files.count)
    read = CountText(files.reduce(0) { $0 + $1.rowsRead })
    accepted = CountText(files.reduce(0) { $0 + $1.rowsAccepted })
    rejected = CountText(files.reduce(0) { $0 + $1.rowsRejected })
    warned = CountText(files.reduce(0) { $0 + $1.rowsWarned })
  }
}
