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
    let schools = exchange.recognition.map(\.school) + [exchange.coordinator].compactMap(\.self)
    receivers = Set(schools.map(\.code)).sorted()
    self.instant = instant
  }

  /// Whether a path leads to a batch and not to a table.
  static func isBatch(_ file: NamedFile) -> Bool { fileKind(at: file.path) == .folder }

  /// The rows of a batch, as they were checked.
  ///
  /// - Parameters:
  ///   - file: The batch's folder.
  ///   - plan: The threads.
  /// - Returns: Where the rows lie, their bytes, and the answer to the issuer as far as it is known:
  ///   that the batch was accepted.
  /// - Throws: ``ExchangeError`` with `notPermitted` and the reason code for a batch that is
  ///   refused; nothing of it may be used then.
  func rows(
    of file: NamedFile, plan: WorkPlan
  ) throws(ExchangeError) -> (path: String, bytes: [UInt8], acknowledgement: Acknowledgement) {
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
      let receiver = receivers.first { batch.manifest.recipients.contains($0) } ?? ""
      return (
        "\(file.path)/\(batch.manifest.kind.rowsFileName)", batch.rows,
        Acknowledgement(verdict, receiver: receiver, at: instant)
      )
    case .accepted:
      throw ExchangeError(
        .badInput, file: file.text, "the batch holds outcomes, where results are read")
    case .refused(let reason):
      throw ExchangeError(
        .notPermitted, file: file.text,
        "the signed batch is refused with \(reason.code.rawValue): \(reason)"
          + (trust == nil ? "; name the trust bundle under \"signing:\"" : ""))
    }
  }
}
