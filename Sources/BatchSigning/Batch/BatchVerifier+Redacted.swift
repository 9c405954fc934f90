extension BatchVerifier {
  /// Checks a batch out of which rows were deleted: as a whole batch, but that of the rows those are
  /// looked at that are left, each of which must stand in the batch that the offices signed.
  ///
  /// It is never a batch to import, so that the receiver's state does not move on.
  ///
  /// - Parameters:
  ///   - path: The folder with `redaction.csv`.
  ///   - state: What the receiver has accepted before, which the batch must follow. Without it the
  ///     chain is not checked, and a note says so.
  ///   - keepsRows: Whether the rows that are left are handed out.
  /// - Returns: Accepted, with a note that counts what was deleted, or refused with the reason.
  /// - Throws: ``SigningError`` where the check itself could not be done.
  /// - Complexity: O(bytes of the rows), which are held in memory.
  public func verify(
    redactedAt path: String, state: ReceiverState? = nil, keepsRows: Bool = false
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      return .accepted(try accepted(redactedAt: path, state: state, keepsRows: keepsRows))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  private func accepted(
    redactedAt path: String, state: ReceiverState?, keepsRows: Bool
  ) throws(SigningError) -> VerifiedBatch {
    let source = try BatchSource(at: path)
    let (signed, timestamp, notes) = try checkEnvelope(of: source, after: state)
    let manifest = signed.manifest
    guard source.names.contains(RedactedBatch.fileName) else {
      throw SigningError(
        .missingFile, RedactedBatch.fileName,
        "nothing was deleted from this batch; verify it without --redacted")
    }
    let whole = manifest.files.filter { $0.role != .salt }
    try checkNames(in: source, allowed: whole.map(\.name) + [RedactedBatch.fileName])
    for file in whole where file.role == .document {
      guard try source.open(file).digest() == file.digest else {
        throw SigningError(.digest, file.name)
      }
    }
    let batch = try RedactedBatch(source, manifest, plan: plan)
    return VerifiedBatch(
      manifest: manifest, digest: signed.digest, rows: keepsRows ? batch.table : [],
      timestamp: timestamp, deletedRowCount: batch.deletedCount,
      notes: [
        "\(batch.deletedCount) of \(manifest.rows.rowCount) rows were deleted; every other row is "
          + "the one that was signed."
      ] + notes)
  }
}
