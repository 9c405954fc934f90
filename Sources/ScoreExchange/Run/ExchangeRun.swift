public import Parallel
import RecordLinkage

/// One run of an exchange: everything from the files of the schools to the signed batches.
///
/// ```swift
/// let exchange = try Exchange(contentsOf: "exchange.yaml")
/// var run = try ExchangeRun(exchange)
/// try run.write(to: "out", .init(created: .now))
/// ```
public struct ExchangeRun: Sendable {
  /// The exchange.
  public let exchange: Exchange
  /// The rows that could not be used, by file in the order of the exchange file, then by row.
  public let rejects: [Reject]
  /// Rows that are used although something about them is odd.
  public let warnings: [RowWarning]
  /// What a clerk should know besides the counts, one line each: of whole files, of decisions about
  /// links, of the placement, and of the batches once they are signed.
  public internal(set) var notes: [Message]
  /// The counts. Batches are in it once they are signed.
  public internal(set) var summary: RunSummary
  /// What each stage took.
  public internal(set) var timings: StageTimings

  package let results: ResultTable
  package let applicants: ApplicantTable
  package let programmes: ProgrammeImport
  package let conversions: [String: LoadedConversion]
  /// The answers to the issuers of the signed batches among the results.
  public let acknowledgements: [Acknowledgement]
  package let links: LinkStep
  /// What people decided about links, in the order in which they did.
  let decisions: [LinkDecision]
  package let recognition: RecogniseStep
  package let placement: PlaceStep
  let plan: WorkPlan

  /// Imports, links, recognises and places; writes nothing.
  ///
  /// - Parameters:
  ///   - exchange: The exchange.
  ///   - instant: The time at which signed batches among the results are checked; nil to read none.
  ///     Before the end of an embargo no error about equal people at a line names them.
  ///   - plan: The threads to use, and who is told how far the run has come. The result does not
  ///     depend on it.
  ///   - cancellation: Asks the run to stop.
  /// - Throws: ``ExchangeError``, with `cancelled` where asked to stop; rows that cannot be used are no error, they are ``rejects``.
  /// - Complexity: O(bytes + rows log rows).
  public init(
    _ exchange: Exchange, at instant: UTCInstant? = nil, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    var timings = StageTimings(threads: plan.threadCount)
    let imported = try timings.measure("import") { () throws(ExchangeError) in
      try RunImport(exchange, at: instant, plan: plan, cancellation: cancellation)
    }
    var wishes = imported.wishes
    let links = try timings.measure("link") { () throws(ExchangeError) in
      try LinkStep(
        imported.applicants.table, imported.results.table, exchange: exchange,
        decisions: imported.decisions.decisions, plan: plan, cancellation: cancellation)
    }
    let recognition = try timings.measure("recognise") { () throws(ExchangeError) in
      try RecogniseStep(
        exchange, conversions: imported.conversions, applicants: imported.applicants.table,
        results: imported.results.table, links: links,
        wishedSchools: imported.wishedSchools, plan: plan, cancellation: cancellation)
    }
    let placement = try timings.measure("place") { () throws(ExchangeError) in
      try PlaceStep(
        exchange, applicants: imported.applicants.table, programmes: imported.programmes,
        seats: imported.seats, wishes: wishes, recognition: recognition,
        namesPeople: !exchange.isUnderEmbargo(at: instant ?? .now), plan: plan,
        cancellation: cancellation)
    }
    wishes.reject(placement.problems, plan: plan)
    self.exchange = exchange
    self.plan = plan
    self.timings = timings
    self.links = links
    decisions = imported.decisions.decisions
    self.recognition = recognition
    self.placement = placement
    results = imported.results.table
    applicants = imported.applicants.table
    programmes = imported.programmes
    conversions = imported.conversions
    acknowledgements = imported.results.acknowledgements(links)
    rejects =
      imported.results.rejects + imported.applicants.rejects + imported.programmes.rejects
      + wishes.rejects + imported.decisions.rejects
    warnings = imported.results.warnings + imported.applicants.warnings
    summary = RunSummary(
      exchange: exchange.name,
      files: imported.results.files + imported.applicants.files + imported.programmes.files
        + imported.seats.files + wishes.files + imported.decisions.files,
      links: links.counts, recognition: recognition.counts,
      placement: placement.counts(programmes),
      estimates: exchange.conversions.compactMap { imported.conversions[$0.name]?.estimate },
      versions: RunSummary.Versions(
        scoreExchange: ScoreExchangeVersion.number, openssl: ScoreExchangeVersion.openSSL))
    notes =
      summary.files.flatMap(\.notes) + MissingResults.notes(imported.results.unmatchedRegistrations)
      + wishes.notes + links.notes + recognition.notes + placement.notes
  }
}
