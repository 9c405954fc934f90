import BatchSigning
import Files
import Parallel

/// The batches of a run: what each issuer vouches for, and what was decided for each receiver.
struct SignStep {
  /// The signed batches, by folder.
  private(set) var batches: [RunSummary.Batch] = []

  /// Writes and signs the batches of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - keys: The keys.
  ///   - folder: The run's output folder; batches come under `batches/` in it.
  ///   - created: When the batches are made.
  ///   - numbers: Gets the places that the batches take in a ledger.
  ///   - cancellation: Asks the work to stop, between two batches.
  /// - Throws: ``ExchangeError`` for rows that may not be signed, or outputs that cannot be made;
  ///   `cancelled`.
  init(
    _ run: ExchangeRun, keys: BatchKeys, folder: String, created: UTCInstant,
    numbers: inout TakenNumbers, cancellation: Cancellation?
  ) throws(ExchangeError) {
    var heads: [String: ChainHead] = [:]
    for batch in Self.plan(run, keys) {
      try cancellation?.check()
      let path = "\(folder)/batches/\(batch.folder)"
      do throws(FileError) {
        try makeFolder(at: path)
      } catch {
        throw ExchangeError(writing: error)
      }
      try batch.table.write(to: "\(path)/\(batch.kind.rowsFileName)", plan: run.plan)
      let second = keys.cosigner(batch.issuer)
      let coordinator = second ?? run.exchange.coordinator?.code ?? batch.issuer
      let description = BatchDescription(
        kind: batch.kind, issuer: batch.issuer, coordinator: coordinator,
        recipients: batch.recipients, session: String(created.description.prefix(7)),
        exchange: run.exchange.name, agreement: run.exchange.agreement,
        purpose: run.exchange.purpose, created: created,
        expires: created.advanced(byDays: Self.validDays), trustVersion: keys.trustVersion,
        key: batch.key)
      let cosigner = second.flatMap { keys.identities[$0] }
      do throws(SigningError) {
        if let ledger = keys.ledger {
          try BatchSigner.sign(
            folder: path, description: description, ledger: ledger, issuer: batch.identity,
            cosigner: cosigner, trust: keys.trust, plan: run.plan
          ) { numbers.take($0, of: ledger) }
        } else {
          heads[description.chainName] = try BatchSigner.sign(
            folder: path, description: description, previous: heads[description.chainName],
            issuer: batch.identity, cosigner: cosigner, trust: keys.trust, plan: run.plan)
        }
      } catch {
        throw ExchangeError(signing: error, file: "batches/\(batch.folder)")
      }
      batches.append(
        RunSummary.Batch(
          folder: "batches/\(batch.folder)", kind: batch.kind.rawValue,
          rows: batch.table.rowCount))
    }
    batches.sort { $0.folder.precedesInBytes($1.folder) }
  }

  /// A batch is good for one year's enrolment.
  private static let validDays = 365

  private struct Planned {
    let folder: String
    let kind: Manifest.Kind
    let issuer: String
    /// Who signs for the issuer.
    let identity: SigningIdentity
    let recipients: [String]
    let table: OutputTable
    let key: [String]
  }

  /// The batches in the order of their chains: results first, for outcomes rest on them.
  private static func plan(_ run: ExchangeRun, _ keys: BatchKeys) -> [Planned] {
    let exchange = run.exchange
    var planned: [Planned] = []
    let issuers = Set(exchange.assessments.map(\.issuer)).sorted { $0.code < $1.code }
    for issuer in issuers {
      guard let identity = keys.identities[issuer.code] else { continue }
      let recipients = exchange.recognition.filter { entry in
        entry.rules.contains { exchange.assessment($0.accepts)?.issuer == issuer }
      }.map(\.school.code)
      let others = School.all.map(\.code).filter { $0 != issuer.code }
      planned.append(
        Planned(
          folder: "results-\(issuer.code)", kind: .results, issuer: issuer.code,
          identity: identity, recipients: recipients.isEmpty ? others : recipients.sorted(),
          table: .results(run.results, exchange.assessments, issuer: issuer),
          key: ["assessment", "sitting", "candidate_number"]))
    }
    guard let runner = keys.identities[keys.runner] else { return planned }
    for receiver in exchange.recognition.map(\.school).sorted(by: { $0.code < $1.code }) {
      planned.append(
        Planned(
          folder: "outcomes-\(receiver.code)", kind: .outcomes, issuer: keys.runner,
          identity: runner, recipients: [receiver.code],
          table: .outcomes(
            of: receiver, run.recognition, run.placement, run.applicants, run.programmes),
          key: ["applicant", "assessment"]))
    }
    return planned
  }
}
