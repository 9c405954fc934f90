internal import Files
public import Parallel

/// Makes signed batches out of folders.
public enum BatchSigner {
  /// Signs the rows in a folder.
  ///
  /// The folder holds `results.csv` or `outcomes.csv`, as the description's kind says, and any
  /// documents that shall be part of the batch. The rows are checked by the rules that receivers
  /// check; then `salt.bin`, `manifest.json`, `manifest.p7s` and, with a co-signer,
  /// `manifest.cosign.p7s` are added. Each signature is checked as a receiver would before anybody
  /// gets it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - description: What the manifest says.
  ///   - previous: The issuer's last batch in this chain; nil for the first.
  ///   - issuer: Who signs for the issuing office.
  ///   - cosigner: Who signs for the coordinating office; nil if that office signs later.
  ///   - trust: The bundle by which receivers will judge the keys; nil leaves that to them.
  ///   - plan: The threads.
  /// - Returns: The new last link of the chain, to be kept for the next batch.
  /// - Throws: ``SigningError``: `already-signed`, `invalid-description`, `missing-input`, a code
  ///   of the row rules or of the trust in keys, `not-writable` or `library`. The folder then has
  ///   no manifest.
  /// - Complexity: O(bytes of the folder) time; memory for a few buffers and 8 bytes a row.
  @discardableResult
  public static func sign(
    folder: String, description: BatchDescription, previous: ChainHead?,
    issuer: SigningIdentity, cosigner: SigningIdentity? = nil, trust: TrustBundle? = nil,
    plan: WorkPlan = .allCores
  ) throws(SigningError) -> ChainHead {
    let unsigned = try UnsignedBatch(folder: folder, description: description, plan: plan)
    let batch = try unsigned.signed(
      after: previous, issuer: issuer, cosigner: cosigner, trust: trust)
    try batch.writeSignatures(to: folder)
    return try batch.release(in: folder)
  }

  /// Signs the rows in a folder as the next batch of a ledger.
  ///
  /// The ledger is kept from other processes meanwhile. It takes the batch up before the manifest
  /// appears, so that no sequence number is ever used twice, whenever the work is cut off. A folder
  /// whose signing was cut off after that is finished as it was recorded.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - description: What the manifest says.
  ///   - ledger: The issuer's ledger.
  ///   - issuer: Who signs for the issuing office.
  ///   - cosigner: Who signs for the coordinating office; nil if that office signs later.
  ///   - trust: The bundle by which receivers will judge the keys; nil leaves that to them.
  ///   - plan: The threads.
  ///   - taken: Told of the new link once the ledger has it, which is before the batch is whole.
  /// - Returns: The new last link of the chain.
  /// - Throws: ``SigningError``: as without a ledger, and `locked` or `damaged-state`.
  @discardableResult
  public static func sign(
    folder: String, description: BatchDescription, ledger: Ledger, issuer: SigningIdentity,
    cosigner: SigningIdentity? = nil, trust: TrustBundle? = nil, plan: WorkPlan = .allCores,
    taken: (ChainHead) -> Void = { _ in }
  ) throws(SigningError) -> ChainHead {
    try ledger.update { (record: inout Ledger.Record) throws(SigningError) in
      if let recorded = try recordedBatch(in: folder, record) {
        try recorded.checkFiles(in: folder, plan: plan)
        return try recorded.release(in: folder)
      }
      let unsigned = try UnsignedBatch(folder: folder, description: description, plan: plan)
      let batch = try unsigned.signed(
        after: record.head(of: description.chainName), issuer: issuer, cosigner: cosigner,
        trust: trust)
      try batch.writeSignatures(to: folder)
      try record.append(batch.manifest, bytes: batch.bytes)
      try ledger.write(record)
      taken(batch.head)
      return try batch.release(in: folder)
    }
  }

  /// The batch that a ledger has taken up although its manifest never came to its folder.
  private static func recordedBatch(
    in folder: String, _ record: Ledger.Record
  ) throws(SigningError) -> SignedBatch? {
    BatchFileName.removeLeftovers(in: folder)
    let source = try BatchSource(at: folder)
    guard !source.names.contains(BatchFileName.manifest),
      source.names.contains(BatchFileName.signature),
      let der = try? source.read(BatchFileName.signature, limit: DetachedSignature.byteLimit),
      let signature = try? DetachedSignature(der: der, subject: BatchFileName.signature),
      let entry = record.entries.last(where: { $0.head.digest == signature.messageDigest })
    else { return nil }
    return SignedBatch(
      manifest: try Manifest(canonicalBytes: entry.manifest), bytes: entry.manifest, files: [])
  }

  /// A signature that has passed the receiver's look before anybody gets it.
  static func checkedSignature(
    over bytes: [UInt8], by identity: SigningIdentity, at instant: UTCInstant
  ) throws(SigningError) -> DetachedSignature {
    let made = try DetachedSignature(over: bytes, by: identity, at: instant)
    let subject = identity.certificate.subject.description
    let read = try DetachedSignature(der: made.der, subject: subject)
    try read.check(over: bytes, subject: subject)
    guard identity.certificate.usage.allowsSigning else { throw SigningError(.usage, subject) }
    return read
  }
}
