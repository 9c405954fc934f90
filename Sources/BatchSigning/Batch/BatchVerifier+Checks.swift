extension BatchVerifier {
  /// Reads a signature file strictly and checks it over the manifest's bytes, before anything in
  /// them is looked at.
  func signature(
    _ name: String, in batch: BatchSource, over bytes: [UInt8]
  ) throws(SigningError) -> DetachedSignature {
    guard batch.names.contains(name) else {
      throw SigningError(.threshold, name, "both offices must sign")
    }
    let der = try batch.read(name, limit: DetachedSignature.byteLimit)
    let signature = try DetachedSignature(der: der, subject: name)
    try signature.check(over: bytes, subject: name)
    return signature
  }

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
    let path = try ChainCheck.path(
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

  /// Checks the second signature: by the coordinating office of the period, or its deputy.
  func checkCosignature(
    of manifest: Manifest, _ bytes: [UInt8], in batch: BatchSource, _ trust: TrustBundle
  ) throws(SigningError) {
    let name = BatchFileName.cosignature
    let cosigner = try cosigner(of: manifest, trust, subject: name)
    let signature = try signature(name, in: batch, over: bytes)
    try check(signature, office: cosigner, role: .coordinator, trust, name)
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
  func checkDates(of manifest: Manifest, _ trust: TrustBundle) throws(SigningError) {
    let subject = BatchFileName.manifest
    guard manifest.created <= instant.advanced(bySeconds: allowedClockSkew) else {
      throw SigningError(.future, subject, "created \(manifest.created)")
    }
    guard instant < manifest.expires else {
      throw SigningError(.expired, subject, "since \(manifest.expires)")
    }
    guard manifest.trustVersion <= trust.document.version else {
      throw SigningError(
        .trustRollback, "trust.json",
        "version \(trust.document.version), the batch was made under \(manifest.trustVersion)")
    }
  }

  /// Checks every file against the manifest, and the rows against the rules and the tree.
  ///
  /// - Returns: What was computed over the rows.
  func checkFiles(
    of manifest: Manifest, in batch: BatchSource, keepsRows: Bool = false
  ) throws(SigningError) -> RowsCheck {
    let named = manifest.files.map(\.name) + BatchFileName.reserved
    if let extra = batch.names.first(where: { name in
      !named.contains { $0.utf8.elementsEqual(name.utf8) }
    }) {
      throw SigningError(.extraFile, extra)
    }
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
