extension BatchVerifier {
  /// Reads a signature file strictly and checks it over the manifest's bytes, before anything in
  /// them is looked at.
  func signature(
    _ name: String, in folder: BatchFolder, over bytes: [UInt8]
  ) throws(SigningError) -> DetachedSignature {
    guard folder.names.contains(name) else {
      throw SigningError(.threshold, name, "both offices must sign")
    }
    let der = try folder.read(name, limit: DetachedSignature.byteLimit)
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
      throw SigningError(.notPinned, subject, certificate.subject.description)
    }
    guard owner.office.code.utf8.elementsEqual(office.utf8) else {
      throw SigningError(.office, subject, "\(owner.office.code), not \(office)")
    }
    guard owner.key.roles.contains(role) else {
      throw SigningError(.role, subject, role.rawValue)
    }
    guard certificate.usage.allowsSigning else { throw SigningError(.usage, subject) }
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
    of manifest: Manifest, _ bytes: [UInt8], in folder: BatchFolder, _ trust: TrustBundle
  ) throws(SigningError) {
    let name = BatchFileName.cosignature
    let cosigner = try cosigner(of: manifest, trust, subject: name)
    let signature = try signature(name, in: folder, over: bytes)
    try check(signature, office: cosigner, role: .coordinator, trust, name)
  }

  /// Checks for whom and when the batch was made.
  func checkAudience(of manifest: Manifest, _ trust: TrustBundle) throws(SigningError) {
    let subject = BatchFileName.manifest
    guard manifest.recipients.contains(where: { $0.utf8.elementsEqual(receiver.utf8) }) else {
      throw SigningError(.recipient, subject, "\(receiver) is not among the recipients")
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
  /// - Returns: The bytes of the rows file that were checked.
  func checkFiles(
    of manifest: Manifest, in folder: BatchFolder
  ) throws(SigningError) -> [UInt8] {
    let named = manifest.files.map(\.name) + BatchFileName.reserved
    if let extra = folder.names.first(where: { name in
      !named.contains { $0.utf8.elementsEqual(name.utf8) }
    }) {
      throw SigningError(.extraFile, extra)
    }
    var rows: [UInt8] = []
    var salt: [UInt8] = []
    for file in manifest.files {
      let bytes = try folder.read(file)
      switch file.role {
      case .rows: rows = bytes
      case .salt, .document:
        guard SHA256.digest(of: bytes) == file.digest else {
          throw SigningError(.digest, file.name)
        }
        if file.role == .salt { salt = bytes }
      }
    }
    guard salt.count == 32 else { throw SigningError(.size, BatchFileName.salt) }
    try check(rows, salt: salt, of: manifest)
    return rows
  }

  private func check(
    _ rows: [UInt8], salt: [UInt8], of manifest: Manifest
  ) throws(SigningError) {
    let name = manifest.kind.rowsFileName
    let expected = manifest.files.first { $0.role == .rows }?.digest
    let check: RowsCheck
    do throws(SigningError) {
      check = try RowsCheck(
        rows, salt: salt, columns: manifest.rows.columns, key: manifest.rows.key, subject: name,
        plan: plan)
    } catch {
      // Bytes that are not the signed ones are refused as such, whatever else is wrong in them.
      guard SHA256.digest(of: rows) == expected else { throw SigningError(.digest, name) }
      throw error
    }
    guard check.digest == expected else { throw SigningError(.digest, name) }
    guard check.index.rowCount == manifest.rows.rowCount else {
      throw SigningError(.count, name, "\(check.index.rowCount), not \(manifest.rows.rowCount)")
    }
    guard check.root == manifest.rows.root else { throw SigningError(.root, name) }
  }
}
