import BatchSigning

/// Everything that stands on the page of an annual report.
///
/// The templates read stored properties by name.
struct AnnualPage {
  /// Results of one issuer and assessment in one year.
  struct ResultRow {
    let year: String
    let issuer: String
    let assessment: String
    let scored: CountText
    let unscored: CountText
    let recipients: String
  }

  /// Decisions of one receiver on one assessment in one year.
  struct OutcomeRow {
    let year: String
    let receiver: String
    let assessment: String
    let recognised: CountText
    let share: String
    let refused: CountText
    /// Refusals by reason, in the order of ``AnnualPage/reasons``.
    let refusals: [CountText]
    let placed: CountText
  }

  /// A reason for which something was refused.
  struct Reason {
    let code: String
    let name: ReportText
  }

  /// A batch.
  struct BatchRow {
    let folder: String
    let isVerified: Bool
    let kind: ReportText
    let exchange: String
    let signers: String
    let rows: CountText?
    let created: String
    let digest: String
    let verdict: ReportText
    /// What a person reads of a refusal; nil for a batch that was verified.
    let detail: ReportText?
  }

  let title: String
  let years: String
  let trend: [AnnualYear]
  let hasRota: Bool
  let rota: [CoordinatorTerm]
  let results: ReportList<ResultRow>
  let scored: CountText
  let unscored: CountText
  let reasons: [Reason]
  let outcomes: ReportList<OutcomeRow>
  let recognised: CountText
  let refused: CountText
  let refusals: [CountText]
  let placed: CountText
  let batches: ReportList<BatchRow>
  let batchCount: CountText
  let countedCount: CountText
  let refusedCount: CountText
  let hasRefused: Bool

  init(_ report: AnnualReport) {
    let byYear = Dictionary(grouping: report.batches.filter { $0.tally != nil }) { $0.year ?? 0 }
    let names = byYear.keys.sorted()
    let tallies = names.map { year in
      (byYear[year] ?? []).reduce(into: AnnualTally()) { sum, batch in
        if let tally = batch.tally { sum.add(tally) }
      }
    }
    let all = tallies.reduce(into: AnnualTally()) { $0.add($1) }
    let decisions = all.decisions.sum
    let codes = decisions.refused.keys.sorted { $0.precedesInBytes($1) }
    years = names.map(String.init).joined(separator: ", ")
    title = years.isEmpty ? "\u{2013}" : years
    rota = report.rota
    hasRota = !rota.isEmpty
    trend = AnnualYear.rows(names, tallies, byYear)
    let perYear = Array(zip(names, tallies))
    results = ReportList(
      perYear.flatMap { Self.resultRows($0, $1, byYear[$0] ?? []) }, limit: ReportLimit.rules)
    scored = CountText(all.scored)
    unscored = CountText(all.resultCount - all.scored)
    reasons = codes.map { Reason(code: $0, name: ReportText(RecognitionRefusal.meaning(of: $0))) }
    outcomes = ReportList(
      perYear.flatMap { Self.outcomeRows($0, $1, codes) }, limit: ReportLimit.rules)
    recognised = CountText(decisions.recognised)
    refused = CountText(decisions.refused.values.reduce(0, +))
    refusals = codes.map { CountText(decisions.refused[$0] ?? 0) }
    placed = CountText(all.placed.values.reduce(0, +))
    batches = ReportList(report.batches, limit: ReportLimit.rules, BatchRow.init)
    batchCount = CountText(report.batches.count)
    countedCount = CountText(byYear.values.reduce(0) { $0 + $1.count })
    refusedCount = CountText(report.refusals.count)
    hasRefused = !report.refusals.isEmpty
  }

  private static func resultRows(
    _ year: Int, _ tally: AnnualTally, _ batches: [AnnualBatch]
  ) -> [ResultRow] {
    tally.results.sorted {
      ($0.key.issuer, $0.key.assessment) < ($1.key.issuer, $1.key.assessment)
    }.map { key, counts in
      let recipients = batches.filter { $0.tally?.results[key] != nil }
        .flatMap { $0.manifest?.recipients ?? [] }
      return ResultRow(
        year: String(year), issuer: key.issuer, assessment: key.assessment,
        scored: CountText(counts.scored), unscored: CountText(counts.unscored),
        recipients: Set(recipients).sorted().joined(separator: ", "))
    }
  }

  private static func outcomeRows(
    _ year: Int, _ tally: AnnualTally, _ codes: [String]
  ) -> [OutcomeRow] {
    tally.decisions.decisions.sorted {
      ($0.key.school, $0.key.assessment) < ($1.key.school, $1.key.assessment)
    }.map { key, decisions in
      let refused = decisions.refused.values.reduce(0, +)
      return OutcomeRow(
        year: String(year), receiver: key.school, assessment: key.assessment,
        recognised: CountText(decisions.recognised),
        share: percentText(decisions.recognised, of: decisions.recognised + refused),
        refused: CountText(refused), refusals: codes.map { CountText(decisions.refused[$0] ?? 0) },
        placed: CountText(tally.placed[key] ?? 0))
    }
  }
}

extension AnnualPage.BatchRow {
  init(_ batch: AnnualBatch) {
    folder = batch.folder
    isVerified = batch.manifest != nil
    kind = ReportText(Message(batch.manifest?.kind.rawValue ?? "\u{2013}"))
    exchange = batch.manifest?.exchange ?? "\u{2013}"
    signers = batch.manifest.map { "\($0.issuer), \($0.coordinator)" } ?? "\u{2013}"
    rows = batch.manifest.map { CountText($0.rows.rowCount) }
    created = batch.manifest?.created.description ?? "\u{2013}"
    digest = batch.digest?.spoken ?? "\u{2013}"
    switch batch.verdict {
    case .counted:
      verdict = ReportText("verified and counted")
      detail =
        batch.deletedRowCount > 0
        ? ReportText("\(batch.deletedRowCount) rows were deleted since and are not counted") : nil
    case .replaced(let sequence?):
      verdict = ReportText("not counted: replaced by number \(sequence)")
      detail = nil
    case .replaced(nil):
      verdict = ReportText("not counted: given twice")
      detail = nil
    case .refused(let code, let message):
      verdict = ReportText("refused: \(code)")
      detail = ReportText(message)
    }
  }
}
