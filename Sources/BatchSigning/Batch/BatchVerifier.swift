public import Parallel

/// What came out of checking a batch.
public enum BatchVerdict: Sendable {
  /// Every check passed.
  case accepted(VerifiedBatch)
  /// A check failed; the error's code is the reason.
  case refused(SigningError)
}

/// A batch that passed every check, with the very bytes that were checked.
public struct VerifiedBatch: Sendable {
  /// The manifest.
  public let manifest: Manifest
  /// The digest of the manifest's bytes: the identity of the batch.
  public let digest: SHA256Digest
  /// The rows file with its header.
  public let rows: [UInt8]
  /// What a person should know about how the batch was checked.
  public let notes: [String]
}

/// Checks batches as a receiver does.
public struct BatchVerifier: Sendable {
  /// The office that wants to use the batch.
  public let receiver: String
  /// Whose signatures count; nil for nobody's, so that no batch is accepted.
  public let trust: TrustBundle?
  /// The time of the check.
  public let instant: UTCInstant
  /// The threads.
  public let plan: WorkPlan

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
    self.receiver = receiver
    self.trust = trust
    self.instant = instant
    self.plan = plan
  }

  /// Checks the batch in a folder.
  ///
  /// - Parameters:
  ///   - folder: The batch.
  ///   - state: What the receiver has accepted before; it moves on if, and only if, the batch is
  ///     accepted. Without it the chain is not checked, and a note says so.
  /// - Returns: Accepted with the bytes, or refused with the reason of the first failed check.
  /// - Throws: ``SigningError`` where the check itself could not be done: `missing-input`,
  ///   `not-readable`, `locked`, `damaged-state`, `not-writable`, `library`.
  /// - Complexity: O(bytes of the batch) time and memory.
  public func verify(
    folder: String, state: ReceiverState? = nil
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      return .accepted(try accepted(folder: folder, state: state))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  private func accepted(
    folder path: String, state: ReceiverState?
  ) throws(SigningError) -> VerifiedBatch {
    let folder = try BatchFolder(path)
    let bytes = try folder.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    let digest = SHA256.digest(of: bytes)
    let signature = try signature(BatchFileName.signature, in: folder, over: bytes)
    let manifest = try Manifest(canonicalBytes: bytes)
    guard let trust else {
      throw SigningError(.notPinned, BatchFileName.signature, "no trust bundle was given")
    }
    try check(
      signature, office: manifest.issuer, role: .issuer, trust, BatchFileName.signature)
    try checkCosignature(of: manifest, bytes, in: folder, trust)
    try checkAudience(of: manifest, trust)
    let notes = notes(on: trust)
    guard let state else {
      let rows = try checkFiles(of: manifest, in: folder)
      return VerifiedBatch(
        manifest: manifest, digest: digest, rows: rows,
        notes: notes + ["No receiver state was given: the chain was not checked."])
    }
    return try state.update { (record: inout ReceiverState.Record) throws(SigningError) in
      try record.advance(to: manifest, digest: digest, trustVersion: trust.document.version)
      let rows = try checkFiles(of: manifest, in: folder)
      return VerifiedBatch(manifest: manifest, digest: digest, rows: rows, notes: notes)
    }
  }

  /// What a person should know about how far these checks reach.
  func notes(on trust: TrustBundle) -> [String] {
    var notes: [String] = []
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
