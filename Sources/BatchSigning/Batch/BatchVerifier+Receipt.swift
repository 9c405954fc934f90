/// What came out of checking a receipt.
public enum ReceiptVerdict: Sendable {
  /// The row stands in a batch that two offices signed.
  case accepted(manifest: Manifest, cells: [ReceiptCell], notes: [Message])
  /// A check failed; the error's code is the reason.
  case refused(SigningError)
}

/// One value of a proven row.
public struct ReceiptCell: Hashable, Sendable {
  /// The column.
  public let column: String
  /// The value.
  public let value: String
}

extension BatchVerifier {
  /// Checks a receipt without the batch: both signatures, the row and its way to the root.
  ///
  /// Whoever shows a receipt need not be a recipient of the batch, and a mark stays true after the
  /// batch has expired; so neither is checked.
  ///
  /// - Parameter bytes: The receipt's file.
  /// - Returns: Accepted with the row's values, or refused with the reason.
  /// - Throws: ``SigningError`` where the check itself could not be done.
  /// - Complexity: O(length of the path).
  public func verify(receipt bytes: [UInt8]) throws(SigningError) -> ReceiptVerdict {
    do throws(SigningError) {
      return try accepted(Receipt(canonicalBytes: bytes))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  /// Checks a receipt in a file.
  ///
  /// - Parameter path: The receipt's file; `-` reads standard input.
  /// - Returns: Accepted with the row's values, or refused with the reason.
  /// - Throws: ``SigningError`` with `missing-input` or `not-readable`, or where the check itself
  ///   could not be done.
  public func verify(receiptAt path: String) throws(SigningError) -> ReceiptVerdict {
    try verify(receipt: readInputOrStandardInput(at: path, limit: Receipt.byteLimit))
  }

  private func accepted(_ receipt: Receipt) throws(SigningError) -> ReceiptVerdict {
    let signed = try signedManifest(
      receipt.manifest, signature: receipt.issuerSignature, subject: "issuer_sig")
    try checkCosignature(of: signed, subject: "cosign") { () throws(SigningError) in
      receipt.cosignature
    }
    let manifest = signed.manifest
    try checkDates(of: manifest, signed.trust, mayHaveExpired: true, subject: "receipt")
    guard receipt.rowCount == manifest.rows.rowCount else {
      throw SigningError(.count, "receipt")
    }
    let leaf = MerkleTree.leaf(salt: receipt.salt, row: receipt.row)
    let root = MerkleTree.root(
      from: leaf, index: receipt.index, count: receipt.rowCount, path: receipt.path)
    guard root == manifest.rows.root else { throw SigningError(.root, "receipt") }
    return .accepted(
      manifest: manifest, cells: try cells(of: receipt.row, manifest),
      notes: notes(on: signed.trust))
  }

  private func cells(
    of row: [UInt8], _ manifest: Manifest
  ) throws(SigningError) -> [ReceiptCell] {
    let rules = RowRules(
      columns: manifest.rows.columns, key: manifest.rows.key, subject: "receipt")
    var ranges: [Range<Int>] = []
    try rules.check(row.span, 0..<row.count, number: 1, cells: &ranges)
    return zip(manifest.rows.columns, ranges).map { column, range in
      ReceiptCell(column: column, value: RowRules.value(row[range]))
    }
  }
}
