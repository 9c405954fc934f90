/// The figures of an annual report as one JSON document.
public struct AnnualFiguresDocument: Encodable, Sendable {
  let years: [YearEntry]
  let coordinators: [CoordinatorTerm]
  let batches: [BatchEntry]

  init(_ report: AnnualReport) {
    let counted = Dictionary(grouping: report.batches.filter { $0.tally != nil }) { $0.year ?? 0 }
    years = counted.keys.sorted().map { YearEntry($0, counted[$0] ?? []) }
    coordinators = report.rota
    batches = report.batches.map(BatchEntry.init)
  }

  struct YearEntry: Encodable {
    struct Results: Encodable {
      let issuer: String
      let assessment: String
      let scored: Int
      let unscored: Int
    }

    struct Outcomes: Encodable {
      let receiver: String
      let assessment: String
      let recognised: Int
      let refused: [String: Int]
      let placed: Int
    }

    let year: Int
    let coordinators: [String]
    let results: [Results]
    let outcomes: [Outcomes]

    init(_ year: Int, _ batches: [AnnualBatch]) {
      let tally = batches.compactMap(\.tally).reduce(into: AnnualTally()) { $0.add($1) }
      self.year = year
      coordinators = Set(batches.compactMap(\.coordinator)).sorted()
      results = tally.results.map { key, counts in
        Results(
          issuer: key.issuer, assessment: key.assessment, scored: counts.scored,
          unscored: counts.unscored)
      }.sorted { ($0.issuer, $0.assessment) < ($1.issuer, $1.assessment) }
      outcomes = tally.decisions.decisions.map { key, decisions in
        Outcomes(
          receiver: key.school, assessment: key.assessment, recognised: decisions.recognised,
          refused: decisions.refused, placed: tally.placed[key] ?? 0)
      }.sorted { ($0.receiver, $0.assessment) < ($1.receiver, $1.assessment) }
    }
  }

  struct BatchEntry: Encodable {
    let folder: String
    let verdict: String
    /// Why nothing of it is counted; nil for a batch that is.
    let reason: String?
    let issuer: String?
    let coordinator: String?
    let kind: String?
    let exchange: String?
    let seq: Int?
    let rows: Int?
    /// Rows deleted since it was signed, which are not counted; nil where there is none.
    let deleted: Int?
    let manifest: String?

    init(_ batch: AnnualBatch) {
      folder = batch.folder
      switch batch.verdict {
      case .counted: (verdict, reason) = ("counted", nil)
      case .replaced(let sequence):
        (verdict, reason) = ("replaced", sequence.map { "seq \($0)" } ?? "given twice")
      case .refused(let code, _): (verdict, reason) = ("refused", code)
      }
      issuer = batch.manifest?.issuer
      coordinator = batch.manifest?.coordinator
      kind = batch.manifest?.kind.rawValue
      exchange = batch.manifest?.exchange
      seq = batch.manifest?.sequence
      rows = batch.manifest?.rows.rowCount
      deleted = batch.deletedRowCount > 0 ? batch.deletedRowCount : nil
      manifest = batch.digest?.hex
    }
  }
}
