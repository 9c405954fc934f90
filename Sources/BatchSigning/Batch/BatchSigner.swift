internal import Files
public import Parallel

/// Makes signed batches out of folders.
public enum BatchSigner {
  /// Signs the rows in a folder.
  ///
  /// The folder holds `results.csv` or `outcomes.csv`, as the description's kind says, and any
  /// documents that shall be part of the batch. The rows are checked by the rules that receivers
  /// check; then `salt.bin`, `manifest.json`, `manifest.p7s` and, with a co-signer,
  /// `manifest.cosign.p7s` are added, and the whole is checked once more as a receiver would.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - description: What the manifest says.
  ///   - previous: The issuer's last batch in this chain; nil for the first.
  ///   - issuer: Who signs for the issuing office.
  ///   - cosigner: Who signs for the coordinating office; nil if that office signs later.
  ///   - plan: The threads.
  /// - Returns: The new last link of the chain, to be kept for the next batch.
  /// - Throws: ``SigningError``: `already-signed`, `invalid-description`, `missing-input`, a code
  ///   of the row rules, `not-writable` or `library`. The folder then has no manifest.
  /// - Complexity: O(bytes of the folder) time and memory.
  @discardableResult
  public static func sign(
    folder: String, description: BatchDescription, previous: ChainHead?,
    issuer: SigningIdentity, cosigner: SigningIdentity?, plan: WorkPlan = .allCores
  ) throws(SigningError) -> ChainHead {
    try sign(
      folder: folder, description: description, previous: previous, issuer: issuer,
      cosigner: cosigner, plan: plan
    ) { (_, _) throws(SigningError) in }
  }

  /// Signs the rows in a folder as the next batch of a ledger.
  ///
  /// The ledger is kept from other processes meanwhile. It takes the batch up before the manifest
  /// appears, so that no sequence number is ever used twice, whenever the work is cut off.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - description: What the manifest says.
  ///   - ledger: The issuer's ledger.
  ///   - issuer: Who signs for the issuing office.
  ///   - cosigner: Who signs for the coordinating office; nil if that office signs later.
  ///   - plan: The threads.
  /// - Returns: The new last link of the chain.
  /// - Throws: ``SigningError``: as without a ledger, and `locked` or `damaged-state`.
  @discardableResult
  public static func sign(
    folder: String, description: BatchDescription, ledger: Ledger, issuer: SigningIdentity,
    cosigner: SigningIdentity?, plan: WorkPlan = .allCores
  ) throws(SigningError) -> ChainHead {
    try ledger.update { (record: inout Ledger.Record) throws(SigningError) in
      let head = record.head(of: description.chainName)
      return try sign(
        folder: folder, description: description, previous: head, issuer: issuer,
        cosigner: cosigner, plan: plan
      ) { (manifest: Manifest, bytes: [UInt8]) throws(SigningError) in
        try record.append(manifest, bytes: bytes)
        try ledger.write(record)
      }
    }
  }

  private static func sign(
    folder: String, description: BatchDescription, previous: ChainHead?,
    issuer: SigningIdentity, cosigner: SigningIdentity?, plan: WorkPlan,
    beforeRelease: (Manifest, [UInt8]) throws(SigningError) -> Void
  ) throws(SigningError) -> ChainHead {
    let source = try BatchFolder(folder)
    if let name = source.names.first(where: BatchFileName.reserved.contains) {
      throw SigningError(.alreadySigned, folder, name)
    }
    let rowsName = description.kind.rowsFileName
    guard source.names.contains(rowsName) else {
      throw SigningError(.missingInput, "\(folder)/\(rowsName)")
    }
    let salt = try OpenSSLLibrary.randomBytes(32)
    let rowBytes = try source.read(rowsName, limit: BatchFolder.greatestFileLength)
    let check = try RowsCheck(
      rowBytes, salt: salt, columns: nil, key: description.key, subject: rowsName, plan: plan)
    let documents = try documents(in: source, except: rowsName)
    let files =
      [
        ManifestFile(
          name: rowsName, role: .rows, byteCount: rowBytes.count, digest: check.digest),
        ManifestFile(
          name: BatchFileName.salt, role: .salt, byteCount: salt.count,
          digest: SHA256.digest(of: salt)),
      ] + documents
    let manifest = Manifest(
      description, previous: previous, files: files,
      rows: RowTable(
        rowCount: check.index.rowCount, columns: check.columns, key: description.key,
        root: check.root))
    let bytes = manifest.canonicalBytes
    do throws(SigningError) {
      _ = try Manifest(canonicalBytes: bytes)
    } catch {
      throw SigningError(.invalidDescription, folder, error.description)
    }
    let signature = try checkedSignature(over: bytes, by: issuer, at: description.created)
    var outputs = [(BatchFileName.salt, salt), (BatchFileName.signature, signature)]
    if let cosigner {
      outputs.append(
        (
          BatchFileName.cosignature,
          try checkedSignature(over: bytes, by: cosigner, at: description.created)
        ))
    }
    // The manifest comes last: a folder without it is no batch.
    for (name, content) in outputs { try writeOutput(content, to: "\(folder)/\(name)") }
    try beforeRelease(manifest, bytes)
    try writeOutput(bytes, to: "\(folder)/\(BatchFileName.manifest)")
    return ChainHead(sequence: manifest.sequence, digest: SHA256.digest(of: bytes))
  }

  /// A signature that has passed the receiver's look before anybody gets it.
  static func checkedSignature(
    over bytes: [UInt8], by identity: SigningIdentity, at instant: UTCInstant
  ) throws(SigningError) -> [UInt8] {
    let made = try DetachedSignature(over: bytes, by: identity, at: instant)
    let subject = identity.certificate.subject.description
    let read = try DetachedSignature(der: made.der, subject: subject)
    try read.check(over: bytes, subject: subject)
    guard identity.certificate.usage.allowsSigning else { throw SigningError(.usage, subject) }
    return made.der
  }

  private static func documents(
    in source: BatchFolder, except rowsName: String
  ) throws(SigningError) -> [ManifestFile] {
    var documents: [ManifestFile] = []
    for name in source.names where name != rowsName && name != BatchFileName.salt {
      guard ManifestFile.isAllowed(name: name) else { throw SigningError(.name, name) }
      let bytes = try source.read(name, limit: BatchFolder.greatestFileLength)
      documents.append(
        ManifestFile(
          name: name, role: .document, byteCount: bytes.count, digest: SHA256.digest(of: bytes)))
    }
    return documents
  }
}
