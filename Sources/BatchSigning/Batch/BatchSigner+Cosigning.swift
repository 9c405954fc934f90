public import Parallel

extension BatchSigner {
  /// Adds the coordinator's signature to a batch that the issuer has signed.
  ///
  /// Everything that a receiver checks is checked first, but for the second signature itself. The
  /// ledger keeps the chain of every issuer: another batch with a number that was co-signed before
  /// is refused, so that an issuer cannot tell two offices two stories. The very same batch may be
  /// co-signed again.
  ///
  /// - Parameters:
  ///   - folder: The batch.
  ///   - trust: Whose signatures count.
  ///   - cosigner: Who signs for the coordinating office.
  ///   - ledger: The chains that this office has co-signed.
  ///   - instant: The time of signing.
  ///   - plan: The threads.
  /// - Returns: The link of the chain that the batch is.
  /// - Throws: ``SigningError``: the reason of a refusal, or `already-signed`, `locked`,
  ///   `damaged-state`, `not-writable`, `library`.
  @discardableResult
  public static func cosign(
    folder: String, trust: TrustBundle, cosigner: SigningIdentity, ledger: Ledger,
    at instant: UTCInstant, plan: WorkPlan = .allCores
  ) throws(SigningError) -> ChainHead {
    BatchFileName.removeLeftovers(in: folder)
    let source = try BatchSource(at: folder)
    guard !source.names.contains(BatchFileName.cosignature) else {
      throw SigningError(.alreadySigned, folder, "\(BatchFileName.cosignature)")
    }
    let verifier = BatchVerifier(receiver: "", trust: trust, at: instant, plan: plan)
    let signed = try verifier.signedManifest(in: source)
    let (manifest, bytes) = (signed.manifest, signed.bytes)
    let office = try verifier.cosigner(of: manifest, trust, subject: BatchFileName.manifest)
    try verifier.checkDates(of: manifest, trust)
    _ = try verifier.checkFiles(of: manifest, in: source)
    let cosignature = try checkedSignature(over: bytes, by: cosigner, at: instant)
    // Our own key must be one that receivers will accept here.
    try verifier.check(
      cosignature, office: office, role: .coordinator, trust, BatchFileName.cosignature)
    let head = ChainHead(sequence: manifest.sequence, digest: signed.digest)
    try ledger.update { (record: inout Ledger.Record) throws(SigningError) in
      guard record.head(of: manifest.chainName) != head else { return }
      try record.append(manifest, bytes: bytes)
      try ledger.write(record)
    }
    try writeOutput(cosignature.der, to: "\(folder)/\(BatchFileName.cosignature)")
    return head
  }
}
