public import Parallel

/// What came out of checking a batch.
public enum BatchVerdict: Sendable {
  /// Every check passed.
  case accepted(VerifiedBatch)
  /// A check failed; the error's code is the reason.
  case refused(SigningError)
}

/// A batch that passed every check.
public struct VerifiedBatch: Sendable {
  /// The manifest.
  public let manifest: Manifest
  /// The digest of the manifest's bytes: the identity of the batch.
  public let digest: SHA256Digest
  /// The rows file with its header, the very bytes that were checked; empty unless they were asked
  /// for.
  public let rows: [UInt8]
  /// The time that a time-stamp authority tells; nil where there is none, or none was checked.
  public let timestamp: UTCInstant?
  /// How many of the rows were deleted since; 0 for a batch that is whole.
  public let deletedRowCount: Int
  /// How many rows are there.
  public var rowCount: Int { manifest.rows.rowCount - deletedRowCount }
  /// What a person should know about how the batch was checked.
  public let notes: [Message]
}

/// Checks batches as a receiver does.
public struct BatchVerifier: Sendable {
  /// The offices that want to use the batch; it must be meant for one of them.
  public let receivers: [String]
  /// Whose signatures count; nil for nobody's, so that no batch is accepted.
  public let trust: TrustBundle?
  /// The time of the check.
  public let instant: UTCInstant
  /// The threads.
  public let plan: WorkPlan
  /// The certificates of authorities whose time-stamps count; without any, a time-stamp's signature
  /// is not checked, and a note says so.
  public var timestampAuthorities: [Certificate] = []
  /// Bytes of rows that are read at one time; nil for the usual number.
  package var bufferLength: Int?

  /// A verifier.
  ///
  /// - Parameters:
  ///   - receiver: The code of the office that wants to use the batch.
  ///   - trust: Whose signatures count. Without a bundle everything up to the trust in the keys is
  ///     checked, and then the batch is refused with `E_PIN`.
  ///   - instant: The time of the check.
  ///   - plan: The threads.
  public init(
    receiver: String, trust: TrustBundle?, at instant: UTCInstant, plan: WorkPlan = .allCores
  ) {
    self.init(anyOf: [receiver], trust: trust, at: instant, plan: plan)
  }

  /// A verifier for several offices that work together.
  ///
  /// - Parameters:
  ///   - receivers: The codes of the offices; the batch must be meant for one of them.
  ///   - trust: Whose signatures count, as for one receiver.
  ///   - instant: The time of the check.
  ///   - plan: The threads.
  public init(
    anyOf receivers: [String], trust: TrustBundle?, at instant: UTCInstant,
    plan: WorkPlan = .allCores
  ) {
    self.receivers = receivers
    self.trust = trust
    self.instant = instant
    self.plan = plan
  }

  /// Checks a batch.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - state: What the receiver has accepted before; it moves on if, and only if, the batch is
  ///     accepted. Without it the chain is not checked, and a note says so.
  ///   - keepsRows: Whether the rows that were checked are handed out, which takes their memory.
  ///   - release: What is to be done with an accepted batch before the state moves on, such as to
  ///     tell of it; where it fails the batch can be given again.
  /// - Returns: Accepted, or refused with the reason of the first failed check.
  /// - Throws: ``SigningError`` where the check itself could not be done: `missing-input`,
  ///   `not-readable`, `locked`, `damaged-state`, `not-writable`, `write-failed`, `library`; or
  ///   what `release` throws.
  /// - Complexity: O(bytes of the batch) time; memory for a few buffers and 8 bytes a row.
  public func verify(
    _ batch: BatchSource, state: ReceiverState? = nil, keepsRows: Bool = false,
    release: (VerifiedBatch) throws(SigningError) -> Void = { _ in }
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      return .accepted(
        try accepted(batch, state: state, keepsRows: keepsRows, release: release))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  /// Checks the batch in a folder, or in a plain tar of one.
  ///
  /// - Parameters:
  ///   - path: The batch.
  ///   - state: What the receiver has accepted before, as for
  ///     ``verify(_:state:keepsRows:release:)``.
  ///   - keepsRows: Whether the rows that were checked are handed out.
  /// - Returns: Accepted, or refused with the reason of the first failed check.
  /// - Throws: ``SigningError`` where the check itself could not be done.
  public func verify(
    at path: String, state: ReceiverState? = nil, keepsRows: Bool = false
  ) throws(SigningError) -> BatchVerdict {
    let batch: BatchSource
    do throws(SigningError) {
      batch = try BatchSource(at: path)
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
    return try verify(batch, state: state, keepsRows: keepsRows)
  }

  /// Checks a batch.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - state: What the receiver has accepted before.
  ///   - keepsRows: Whether the rows are handed out.
  ///   - release: What is to be done with the batch once every check has passed, before the state
  ///     moves on: a batch that could not be handed over is not lost then.
  /// - Returns: What was checked.
  /// - Throws: ``SigningError``: the reason of a refusal, or why the check could not be done.
  func accepted(
    _ batch: BatchSource, state: ReceiverState?, keepsRows: Bool,
    release: (VerifiedBatch) throws(SigningError) -> Void
  ) throws(SigningError) -> VerifiedBatch {
    let (signed, timestamp, notes) = try checkEnvelope(of: batch, after: state)
    let manifest = signed.manifest
    let check = try checkFiles(of: manifest, in: batch, keepsRows: keepsRows)
    let verified = VerifiedBatch(
      manifest: manifest, digest: signed.digest, rows: check.rows, timestamp: timestamp,
      deletedRowCount: 0, notes: notes)
    guard let state else {
      try release(verified)
      return verified
    }
    // Meanwhile another process may have gone on: the last word is spoken under the lock.
    try state.update { (record: inout ReceiverState.Record) throws(SigningError) in
      try record.advance(to: signed)
    } release: { () throws(SigningError) in
      try release(verified)
    }
    return verified
  }

  /// Checks what comes before a batch's files: both signatures, its time-stamp, for whom and when it
  /// was made, and its place after what the receiver has accepted.
  ///
  /// - Returns: The manifest, the time that a time-stamp authority tells, and what a person should
  ///   know about how far these checks reach.
  func checkEnvelope(
    of batch: BatchSource, after state: ReceiverState?
  ) throws(SigningError) -> (signed: SignedManifest, timestamp: UTCInstant?, notes: [Message]) {
    var seen = try state?.read()
    if let trust { try seen?.checkTrust(trust.document.version) }
    let signed = try signedManifest(in: batch)
    let name = BatchFileName.cosignature
    try checkCosignature(of: signed, subject: name) { () throws(SigningError) in
      try batch.readSignature(name)
    }
    let timestamp = try checkTimestamp(
      of: signed.manifest, signature: signed.signature, in: batch)
    try checkAudience(of: signed.manifest, signed.trust)
    try seen?.advance(to: signed)
    var notes = notes(on: signed.trust) + [timestamp.note].compactMap(\.self)
    if state == nil { notes.append("No receiver state was given: the chain was not checked.") }
    return (signed, timestamp.instant, notes)
  }

  /// What a person should know about how far these checks reach.
  func notes(on trust: TrustBundle) -> [Message] {
    var notes: [Message] = []
    if !trust.isPinned {
      notes.append(
        "No root fingerprint was given: the trust folder itself was taken as trusted.")
    }
    if trust.isDevelopment {
      notes.append("The keys are marked DEVELOPMENT: this batch is not for exchange.")
    }
    return notes
  }
}
