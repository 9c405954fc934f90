import BatchSigning
import Files
import Parallel

/// Lets signed batches into a run: those that a receiver accepts, and nothing of any other.
struct BatchGate: Sendable {
  /// The trust bundle that the exchange file names; nil where it names none.
  private let trust: NamedFile?
  /// The schools on whose behalf the run is done.
  private let receivers: [String]
  /// The time of the check.
  private let instant: UTCInstant
  /// The issuing school and the recognising schools of each assessment.
  private let schools: [String: (issuer: String, recognisers: [String])]

  /// The gate of an exchange.
  ///
  /// A batch must be meant for a school that recognises results in this exchange, or for the
  /// coordinator.
  init(_ exchange: Exchange, at instant: UTCInstant) {
    trust =
      switch exchange.signing {
      case .keys(let keys): keys.trust
      case .development, nil: nil
      }
    let users = exchange.recognition.map(\.school) + [exchange.coordinator].compactMap(\.self)
    receivers = Set(users.map(\.code)).sorted()
    self.instant = instant
    schools = Dictionary(
      exchange.assessments.map { assessment in
        let recognisers = exchange.recognition.filter { school in
          school.rules.contains { $0.accepts == assessment.code }
        }
        return (assessment.code, (assessment.issuer.code, recognisers.map(\.school.code)))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a path leads to a batch, a folder or a tar, and not to a table.
  static func isBatch(_ file: NamedFile) -> Bool { BatchSource.isLikely(at: file.path) }

  /// The rows of a batch, as they were checked.
  ///
  /// The batch must be issued by the school that issues the assessment, which is the one whose file
  /// it is said to be, and be meant for every other school that recognises the assessment here.
  ///
  /// - Parameters:
  ///   - source: The batch's folder, and what the exchange file says of it.
  ///   - plan: The threads.
  /// - Returns: Where the rows lie, their file or the tar that holds it, their bytes, and the answer to the issuer as far as it is known:
  ///   that the batch was accepted.
  /// - Throws: ``ExchangeError`` with `notPermitted` and the reason code for a batch that is
  ///   refused; nothing of it may be used then.
  func rows(
    of source: ResultSource, plan: WorkPlan
  ) throws(ExchangeError) -> (path: String, bytes: [UInt8], acknowledgement: Acknowledgement) {
    let file = source.table.file
    let verdict: BatchVerdict
    do throws(SigningError) {
      let bundle = try trust.map { folder throws(SigningError) in
        try TrustBundle(folder: folder.path, at: instant)
      }
      verdict = try BatchVerifier(anyOf: receivers, trust: bundle, at: instant, plan: plan).verify(
        at: file.path, keepsRows: true)
    } catch {
      throw ExchangeError(signing: error, file: file.text)
    }
    switch verdict {
    case .accepted(let batch) where batch.manifest.kind == .results:
      if let reason = objection(to: batch.manifest, as: source) {
        throw refusal(of: file, reason)
      }
      let receiver = receivers.first { batch.manifest.recipients.contains($0) } ?? ""
      let isFolder = fileKind(at: file.path) == .folder
      return (
        isFolder ? "\(file.path)/\(batch.manifest.kind.rowsFileName)" : file.path, batch.rows,
        Acknowledgement(verdict, receiver: receiver, at: instant)
      )
    case .accepted:
      throw ExchangeError(
        .badInput, file: file.text, "the batch holds outcomes, where results are read")
    case .refused(let reason):
      throw refusal(of: file, reason)
    }
  }

  private func refusal(of file: NamedFile, _ reason: SigningError) -> ExchangeError {
    ExchangeError(
      .notPermitted, file: file.text,
      "the signed batch is refused with \(reason.code.rawValue): \(reason)"
        + (trust == nil ? "; name the trust bundle under \"signing:\"" : ""))
  }

  /// Why a batch that is in order may not be used as what the exchange file says it is.
  private func objection(to manifest: Manifest, as source: ResultSource) -> SigningError? {
    let subject = "manifest.json"
    guard let assessment = schools[source.assessment] else { return nil }
    if manifest.issuer != assessment.issuer {
      return SigningError(
        .office, subject,
        "issued by \(manifest.issuer), and \(source.assessment) is issued by \(assessment.issuer)")
    }
    if let school = source.school?.code, manifest.issuer != school {
      return SigningError(
        .office, subject, "issued by \(manifest.issuer), and the entry names \(school)")
    }
    let needed = assessment.recognisers.filter { $0 != manifest.issuer }
    return needed.first { !manifest.recipients.contains($0) }.map { school in
      SigningError(
        .recipient, subject, "\(school) recognises \(source.assessment) and is not a recipient")
    }
  }
}
