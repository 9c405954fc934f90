/// The signed batches, and what made them.
struct BatchesSection {
  /// One batch.
  struct Row {
    let folder: String
    let kind: ReportText
    let rows: CountText
  }

  let hasBatches: Bool
  let list: ReportList<Row>
  let rows: CountText
  let version: String
  let openssl: String

  init(_ summary: RunSummary, _ exchange: Exchange) {
    hasBatches = !summary.batches.isEmpty
    list = ReportList(summary.batches, limit: ReportLimit.batches) { batch in
      Row(
        folder: batch.folder, kind: ReportText(batch.kind, in: ReportText.fileKinds),
        rows: CountText(batch.rows))
    }
    rows = CountText(summary.batches.reduce(0) { $0 + $1.rows })
    version = summary.versions.scoreExchange
    openssl = summary.versions.openssl
  }
}
