extension BatchVerifier {
  /// Checks that a signature's key is pinned for an office and a role, made for signing, and
  /// vouched for by the authority at the time of the check.
  func check(
    _ signature: DetachedSignature, office: String, role: TrustRole, _ trust: TrustBundle,
    _ subject: String
  ) throws(SigningError) {
    let certificate = signature.certificate
    guard let owner = trust.document.owner(of: certificate.fingerprint) else {
      throw SigningError(.notPinned, subject, "\(certificate.subject)")
    }
    guard owner.office.code.utf8.elementsEqual(office.utf8) else {
      throw SigningError(.office, subject, "\(owner.office.code), not \(office)")
    }
    guard owner.key.roles.contains(role) else {
      throw SigningError(.role, subject, "\(role.rawValue)")
    }
    guard certificate.usage.allowsSigning else { throw SigningError(.usage, subject) }
    guard ([certificate] + signature.helpers).allSatisfy(\.isSignedOverSHA256) else {
      throw SigningError(.chain, subject, "a certificate that is not signed over SHA-256")
    }
    let path = try CertificatePath.validated(
      from: certificate.der, helpers: signature.helpers.map(\.der),
      authorities: trust.authorities.map(\.der), revocationList: trust.revocationList.der,
      at: instant, subject: subject)
    guard signature.helpers.allSatisfy({ path.contains($0.fingerprint) }) else {
      throw SigningError(.chain, subject, "a certificate that leads nowhere")
    }
    if let revoked = owner.key.revoked {
      throw SigningError(.revoked, subject, "since \(revoked)")
    }
  }

  /// The office whose second signature a batch needs, which its manifest must name.
  func cosigner(
    of manifest: Manifest, _ trust: TrustBundle, subject: String
  ) throws(SigningError) -> String {
    guard let cosigner = trust.document.cosigner(for: manifest.issuer, at: manifest.created)
    else {
      throw SigningError(.coordinator, subject, "no period holds \(manifest.created)")
    }
    guard cosigner.utf8.elementsEqual(manifest.coordinator.utf8) else {
      throw SigningError(.coordinator, subject, "\(manifest.coordinator), not \(cosigner)")
    }
    return cosigner
  }

  /// Checks for whom and when the batch was made.
  func checkAudience(of manifest: Manifest, _ trust: TrustBundle) throws(SigningError) {
    let subject = BatchFileName.manifest
    let isMeant = manifest.recipients.contains { recipient in
      receivers.contains { $0.utf8.elementsEqual(recipient.utf8) }
    }
    guard isMeant else {
      throw SigningError(
        .recipient, subject, "not for \(receivers.joined(separator: ", "))")
    }
    try checkDates(of: manifest, trust)
  }

  /// Checks when and under which trust bundle the batch was made.
  ///
  /// - Parameters:
  ///   - manifest: What the batch says of itself.
  ///   - trust: The bundle of this check.
  ///   - mayHaveExpired: Whether what is checked stays true after the batch may no longer be used.
  ///   - subject: What is checked, in an error.
  /// - Throws: ``SigningError`` with `E_FUTURE`, `E_EXPIRED` or `E_TRUST_ROLLBACK`.
  func checkDates(
    of manifest: Manifest, _ trust: TrustBundle, mayHaveExpired: Bool = false,
    subject: String = BatchFileName.manifest
  ) throws(SigningError) {
    guard manifest.created <= instant.advanced(bySeconds: allowedClockSkew) else {
      throw SigningError(.future, subject, "created \(manifest.created)")
    }
    guard mayHaveExpired || instant < manifest.expires else {
      throw SigningError(.expired, subject, "since \(manifest.expires)")
    }
    guard manifest.trustVersion <= trust.document.version else {
      throw SigningError(
        .trustRollback, "trust.json",
        "version \(trust.document.version), the batch was made under \(manifest.trustVersion)")
    }
  }

  /// Makes sure that a batch has no file beside those that it may have.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - names: What the manifest names of it, beside manifest and signatures.
  /// - Throws: ``SigningError`` with `E_EXTRA_FILE`.
  func checkNames(in batch: BatchSource, allowed names: [String]) throws(SigningError) {
    let allowed = names + BatchFileName.reserved
    if let extra = batch.names.first(where: { name in
      !allowed.contains { $0.utf8.elementsEqual(name.utf8) }
    }) {
      throw SigningError(
        .extraFile, extra,
        extra == RedactedBatch.fileName
          ? "rows were deleted from this batch; verify --redacted proves those that are left" : "")
    }
  }

  /// Checks every file against the manifest, and the rows against the rules and the tree.
  ///
  /// - Returns: What was computed over the rows.
  func checkFiles(
    of manifest: Manifest, in batch: BatchSource, keepsRows: Bool = false
  ) throws(SigningError) -> RowsCheck {
    try checkNames(in: batch, allowed: manifest.files.map(\.name))
    var opened: [BatchFile] = []
    for file in manifest.files { opened.append(try batch.open(file)) }
    var rows: (file: BatchFile, digest: SHA256Digest)?
    var salt: [UInt8] = []
    for (file, bytes) in zip(manifest.files, opened) {
      if file.role == .rows {
        rows = (bytes, file.digest)
        continue
      }
      if file.role == .salt {
        guard bytes.byteCount == SaltCipher.keyLength else {
          throw SigningError(.size, file.name)
        }
        salt = try bytes.read(0..<bytes.byteCount)
      }
      let digest = file.role == .salt ? SHA256.digest(of: salt) : try bytes.digest()
      guard digest == file.digest else { throw SigningError(.digest, file.name) }
    }
    guard let rows else { throw SigningError(.format, BatchFileName.manifest, "no rows") }
    let check = try RowsCheck(
      rows.file, salt: salt, columns: manifest.rows.columns, key: manifest.rows.key,
      digest: rows.digest, keepsRows: keepsRows, bufferLength: bufferLength, plan: plan)
    try check.compare(with: manifest.rows, rows.file.name)
    return check
  }
}

extension RowsCheck {
  /// Compares what was computed with what a manifest says.
  ///
  /// - Throws: ``SigningError`` with `E_COUNT` or `E_ROOT`.
  func compare(with table: RowTable, _ subject: String) throws(SigningError) {
    guard rowCount == table.rowCount else {
      throw SigningError(.count, subject, "\(rowCount), not \(table.rowCount)")
    }
    guard root == table.root else { throw SigningError(.root, subject) }
  }
}
