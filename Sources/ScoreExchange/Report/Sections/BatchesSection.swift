import BatchSigning

/// The signed batches, and what made them.
struct BatchesSection {
  /// One batch.
  struct Row {
    let folder: String
    let kind: ReportText
    let rows: CountText
    let sequence: String
    let issuer: String
    let coordinator: String
    let isCosigned: Bool
    let recipients: String
    let digest: String
  }

  let hasBatches: Bool
  let list: ReportList<Row>
  let rows: CountText
  let version: String
  let openssl: String

  init(_ figures: RunFigures) {
    hasBatches = !figures.batches.isEmpty
    list = ReportList(figures.batches, limit: ReportLimit.batches) { batch in
      Row(
        folder: batch.folder, kind: ReportText(Message(batch.kind)),
        rows: CountText(batch.rows), sequence: String(batch.sequence), issuer: batch.issuer,
        coordinator: batch.coordinator, isCosigned: batch.isCosigned,
        recipients: batch.recipients.joined(separator: ", "), digest: batch.rowsDigest.spoken)
    }
    rows = CountText(figures.batches.reduce(0) { $0 + $1.rows })
    version = figures.summary.versions.scoreExchange
    openssl = figures.summary.versions.openssl
  }
}
