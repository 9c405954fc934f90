import BatchSigning
import Files
import Parallel

/// A batch as the annual report counts it: verified, or named with the reason why not.
struct AnnualBatch: Sendable {
  /// What became of a batch.
  enum Verdict: Sendable {
    /// Verified and counted.
    case counted(AnnualTally)
    /// Verified; a later batch of the same chain takes its place, or it was given twice.
    case replaced(by: Int?)
    /// Nothing of it is counted.
    case refused(code: String, detail: Message)

    /// Refused by the signature checks.
    static func refused(_ error: SigningError) -> Self {
      .refused(code: error.code.rawValue, detail: error.message)
    }
  }

  /// The folder, as the caller named it.
  let folder: String
  /// What the batch says of itself; nil for one that was not verified, whose word counts for nothing.
  let manifest: Manifest?
  let digest: SHA256Digest?
  /// The office that coordinated when the batch was made, by the trust bundle. A batch of its own
  /// names its deputy as the one who signs with it.
  let coordinator: String?
  var verdict: Verdict
  /// How many of its rows were deleted since it was signed; they are not counted.
  let deletedRowCount: Int

  /// Year of the run, by the session of the manifest.
  var year: Int? { manifest.flatMap { Int($0.session.prefix(4)) } }

  /// What the batch counts; nil for one that is not counted.
  var tally: AnnualTally? {
    if case .counted(let tally) = verdict { tally } else { nil }
  }

  /// Verifies a batch and counts its rows.
  ///
  /// - Parameters:
  ///   - folder: The batch.
  ///   - check: How it is verified.
  ///   - plan: The threads to use.
  /// - Throws: ``SigningError`` where the check itself could not be done.
  init(_ folder: String, _ check: AnnualCheck, plan: WorkPlan) throws(SigningError) {
    self.folder = folder
    switch try check.verdict(on: folder, plan: plan) {
    case .refused(let refusal):
      manifest = nil
      digest = nil
      coordinator = nil
      deletedRowCount = 0
      verdict = .refused(refusal)
    case .accepted(let batch):
      manifest = batch.manifest
      digest = batch.digest
      deletedRowCount = batch.deletedRowCount
      coordinator = check.coordinator(at: batch.manifest.created)
      do throws(ExchangeError) {
        verdict = .counted(try AnnualTally(batch, folder: folder, plan: plan))
      } catch {
        verdict = .refused(code: "columns", detail: error.message)
      }
    }
  }
}

/// How the batches of an annual report are verified.
struct AnnualCheck: Sendable {
  /// The office as which all are verified; nil for each batch's own first recipient.
  let receiver: String?
  let trust: TrustBundle?
  /// The time at which all are judged; nil for now, and for an expired batch the last moment of its
  /// life: a report counts what was exchanged and uses no result.
  let instant: UTCInstant?
  let now: UTCInstant

  func verdict(on folder: String, plan: WorkPlan) throws(SigningError) -> BatchVerdict {
    // Only whom to ask for and when is taken from the unverified manifest.
    let claim = Self.claim(of: folder)
    var moment = instant ?? now
    if instant == nil, let expires = claim?.expires, expires <= now {
      moment = expires.advanced(bySeconds: -1)
    }
    let verifier = BatchVerifier(
      receiver: receiver ?? claim?.recipients.first ?? "", trust: trust, at: moment, plan: plan)
    return fileKind(at: "\(folder)/\(RedactedBatch.fileName)") == nil
      ? try verifier.verify(at: folder, keepsRows: true)
      : try verifier.verify(redactedAt: folder, keepsRows: true)
  }

  /// The office that coordinated at a moment; nil if the trust bundle does not say.
  func coordinator(at moment: UTCInstant) -> String? {
    trust?.document.coordinators.first { $0.from <= moment && moment < $0.to }?.office
  }

  private static func claim(of folder: String) -> Manifest? {
    guard let bytes = try? readBytes(at: "\(folder)/manifest.json", limit: 1 << 18) else {
      return nil
    }
    return try? Manifest(canonicalBytes: bytes)
  }
}
