internal import Parallel

/// Rows that have passed every rule, with all that goes into their manifest but its place in the
/// chain.
struct UnsignedBatch {
  private let description: BatchDescription
  private let salt: [UInt8]
  private let files: [ManifestFile]
  private let rows: RowTable

  /// Checks and hashes the files in a folder.
  ///
  /// - Throws: ``SigningError`` with `already-signed`, `missing-input`, `invalid-description`, or a
  ///   code of the row rules.
  init(folder: String, description: BatchDescription, plan: WorkPlan) throws(SigningError) {
    BatchFileName.removeLeftovers(in: folder)
    let source = try BatchSource(at: folder)
    guard !source.names.contains(BatchFileName.manifest) else {
      throw SigningError(.alreadySigned, folder, "\(BatchFileName.manifest)")
    }
    let name = description.kind.rowsFileName
    guard source.names.contains(name) else {
      throw SigningError(.missingInput, "\(folder)/\(name)")
    }
    let rowsFile = try source.open(name)
    let key = try description.kind.key(description.key, of: rowsFile)
    salt = try OpenSSLLibrary.randomBytes(SaltCipher.keyLength)
    let check = try RowsCheck(rowsFile, salt: salt, columns: nil, key: key, plan: plan)
    rows = RowTable(
      rowCount: check.rowCount, columns: check.columns, key: key, root: check.root)
    var files = [
      ManifestFile(
        name: name, role: .rows, byteCount: rowsFile.byteCount, digest: check.digest),
      ManifestFile(
        name: BatchFileName.salt, role: .salt, byteCount: salt.count,
        digest: SHA256.digest(of: salt)),
    ]
    // What an interrupted signing has left is made anew.
    let made = BatchFileName.reserved + [BatchFileName.salt, name]
    for name in source.names where !made.contains(name) {
      guard ManifestFile.isAllowed(name: name) else { throw SigningError(.name, name) }
      let file = try source.open(name)
      files.append(
        ManifestFile(
          name: name, role: .document, byteCount: file.byteCount, digest: try file.digest()))
    }
    self.files = files
    self.description = description
  }

  /// Signs the batch at its place in the chain.
  ///
  /// - Throws: ``SigningError`` with `invalid-description`, a code of the trust in keys, or
  ///   `library`.
  func signed(
    after previous: ChainHead?, issuer: SigningIdentity, cosigner: SigningIdentity?,
    trust: TrustBundle?
  ) throws(SigningError) -> SignedBatch {
    let manifest = Manifest(description, previous: previous, files: files, rows: rows)
    let bytes = manifest.canonicalBytes
    do throws(SigningError) {
      _ = try Manifest(canonicalBytes: bytes)
    } catch {
      throw SigningError(.invalidDescription, "", error.message)
    }
    let instant = description.created
    let signature = try BatchSigner.checkedSignature(over: bytes, by: issuer, at: instant)
    let cosignature = try cosigner.map { identity throws(SigningError) in
      try BatchSigner.checkedSignature(over: bytes, by: identity, at: instant)
    }
    if let trust {
      let verifier = BatchVerifier(receiver: "", trust: trust, at: instant)
      try verifier.check(
        signature, office: manifest.issuer, role: .issuer, trust, BatchFileName.signature)
      let office = try verifier.cosigner(of: manifest, trust, subject: BatchFileName.manifest)
      if let cosignature {
        try verifier.check(
          cosignature, office: office, role: .coordinator, trust, BatchFileName.cosignature)
      }
    }
    var outputs = [(name: BatchFileName.salt, bytes: salt)]
    outputs.append((BatchFileName.signature, signature.der))
    if let cosignature { outputs.append((BatchFileName.cosignature, cosignature.der)) }
    return SignedBatch(manifest: manifest, bytes: bytes, files: outputs)
  }
}

/// A signed manifest with the files that go with it.
struct SignedBatch {
  let manifest: Manifest
  let bytes: [UInt8]
  /// Salt and signatures.
  let files: [(name: String, bytes: [UInt8])]

  /// The batch's place in its chain.
  var head: ChainHead {
    ChainHead(sequence: manifest.sequence, digest: SHA256.digest(of: bytes))
  }

  /// Writes salt and signatures; without the manifest the folder is no batch yet.
  func writeSignatures(to folder: String) throws(SigningError) {
    for name in [BatchFileName.cosignature, BatchFileName.timestamp] {
      try removeOutput("\(folder)/\(name)")
    }
    for file in files { try writeOutput(file.bytes, to: "\(folder)/\(file.name)") }
  }

  /// Checks the files of an interrupted signing against what was recorded of them.
  func checkFiles(in folder: String, plan: WorkPlan) throws(SigningError) {
    _ = try BatchVerifier(receiver: "", trust: nil, at: manifest.created, plan: plan).checkFiles(
      of: manifest, in: BatchSource(at: folder))
  }

  /// Writes the manifest: from now on the folder is a batch.
  func release(in folder: String) throws(SigningError) -> ChainHead {
    try writeOutput(bytes, to: "\(folder)/\(BatchFileName.manifest)")
    return head
  }
}

extension Manifest.Kind {
  /// The columns that identify a row as a rule.
  package var identifyingColumns: [String] {
    switch self {
    case .results: ["issuer", "assessment", "sitting", "candidate_number"]
    case .outcomes: ["applicant", "assessment", "sitting", "candidate_number"]
    }
  }

  /// The columns of a rows file that identify a row.
  ///
  /// - Parameters:
  ///   - chosen: The columns that were named; none for those that do so as a rule.
  ///   - file: The rows file.
  /// - Returns: The columns.
  /// - Throws: ``SigningError`` with `invalid-description` where the file does not have them, or a
  ///   code of the row rules.
  func key(_ chosen: [String], of file: BatchFile) throws(SigningError) -> [String] {
    let start = try file.read(0..<min(file.byteCount, RowIndex.greatestRowLength))
    let index = RowIndex(start, plan: .sequential)
    guard index.rowCount > 0 else {
      throw SigningError(.row, file.name, "no header with a line end")
    }
    let columns = try RowSchema(
      index.row(0), of: start, columns: nil, key: [], subject: file.name
    ).columns
    func isColumn(_ name: String) -> Bool {
      columns.contains { $0.utf8.elementsEqual(name.utf8) }
    }
    if let missing = chosen.first(where: { !isColumn($0) }) {
      throw SigningError(.invalidDescription, file.name, "no column \(missing)")
    }
    guard chosen.isEmpty else { return chosen }
    let key = identifyingColumns.filter(isColumn)
    guard !key.isEmpty else {
      throw SigningError(
        .invalidDescription, file.name,
        "none of \(identifyingColumns.joined(separator: ", ")) is a column; name the columns of the "
          + "key, as --row-key does")
    }
    return key
  }
}
