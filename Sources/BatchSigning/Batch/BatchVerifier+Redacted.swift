extension BatchVerifier {
  /// Checks a batch out of which rows were deleted: both signatures, and that every row that is left
  /// stands in the batch that they sign.
  ///
  /// As with a receipt, what was signed stays true after the batch has expired and for whoever holds
  /// it, so neither date of expiry nor recipient is checked. It is never a batch to import.
  ///
  /// - Parameters:
  ///   - path: The folder with `redaction.csv`.
  ///   - keepsRows: Whether the rows that are left are handed out.
  /// - Returns: Accepted, with a note that counts what was deleted, or refused with the reason.
  /// - Throws: ``SigningError`` where the check itself could not be done.
  /// - Complexity: O(bytes of the rows), which are held in memory.
  public func verify(
    redactedAt path: String, keepsRows: Bool = false
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      return .accepted(try accepted(redactedAt: path, keepsRows: keepsRows))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  private func accepted(
    redactedAt path: String, keepsRows: Bool
  ) throws(SigningError) -> VerifiedBatch {
    let source = try BatchSource(at: path)
    let bytes = try source.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    let signature = try signature(BatchFileName.signature, in: source, over: bytes)
    let manifest = try Manifest(canonicalBytes: bytes)
    guard let trust else {
      throw SigningError(.notPinned, BatchFileName.signature, "no trust bundle was given")
    }
    try check(
      signature, office: manifest.issuer, role: .issuer, trust, BatchFileName.signature)
    try checkCosignature(of: manifest, bytes, in: source, trust)
    guard manifest.created <= instant.advanced(bySeconds: allowedClockSkew) else {
      throw SigningError(.future, BatchFileName.manifest, "created \(manifest.created)")
    }
    let named =
      manifest.files.filter { $0.role != .salt }.map(\.name) + BatchFileName.reserved
      + [RedactedBatch.fileName]
    if let extra = source.names.first(where: { name in
      !named.contains { $0.utf8.elementsEqual(name.utf8) }
    }) {
      throw SigningError(.extraFile, extra)
    }
    for file in manifest.files where file.role == .document {
      guard try source.open(file).digest() == file.digest else {
        throw SigningError(.digest, file.name)
      }
    }
    let batch = try RedactedBatch(at: path, plan: plan)
    return VerifiedBatch(
      manifest: manifest, digest: SHA256.digest(of: bytes),
      rows: keepsRows ? batch.table : [], timestamp: nil, deletedRowCount: batch.deletedCount,
      notes: [
        "\(batch.deletedCount) of \(manifest.rows.rowCount) rows were deleted; every other row is "
          + "the one that was signed."
      ] + notes(on: trust))
  }
}
