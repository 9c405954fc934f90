public import Parallel

/// A proof that one row stands in a signed batch, which anybody can check without the batch and
/// which tells nothing of any other row.
///
/// It holds the manifest with both signatures, the row, the salt of its leaf and the hashes
/// between the leaf and the tree's root (format `exam-receipt/1`).
public struct Receipt: Sendable {
  /// The manifest's bytes.
  public let manifest: [UInt8]
  /// The issuer's signature in DER.
  public let issuerSignature: [UInt8]
  /// The coordinator's signature in DER.
  public let cosignature: [UInt8]
  /// The row with its line feed.
  public let row: [UInt8]
  /// The salt of the row's leaf; 16 bytes.
  public let salt: [UInt8]
  /// The row's place, from 0.
  public let index: Int
  /// How many rows the batch has.
  public let rowCount: Int
  /// The siblings from the leaf up.
  public let path: [SHA256Digest]

  static let format = "exam-receipt/1"
  /// The greatest length that is read.
  static let byteLimit = 1 << 20

  /// Makes the receipt of one row.
  ///
  /// - Parameters:
  ///   - path: The batch, which must have been verified: a folder, or a plain tar of one.
  ///   - selection: Which row.
  ///   - plan: The threads.
  /// - Throws: ``SigningError`` with `missing-row` for a row that is not there, `ambiguous-row`
  ///   where several rows fit, or a code of the batch's form.
  /// - Complexity: O(bytes of the batch) time.
  public init(
    batch path: String, row selection: RowSelection, plan: WorkPlan = .allCores
  ) throws(SigningError) {
    let batch = try BatchSource(at: path)
    guard !batch.names.contains(RedactedBatch.fileName) else {
      throw SigningError(
        .missingFile, BatchFileName.salt,
        "rows were deleted from this batch; person export makes receipts of those that are left")
    }
    manifest = try batch.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    let content = try Manifest(canonicalBytes: manifest)
    issuerSignature = try batch.read(
      BatchFileName.signature, limit: DetachedSignature.byteLimit)
    cosignature = try batch.read(
      BatchFileName.cosignature, limit: DetachedSignature.byteLimit)
    let saltKey = try batch.read(BatchFileName.salt, limit: SaltCipher.keyLength)
    let file = try batch.open(content.kind.rowsFileName)
    let check = try RowsCheck(
      file, salt: saltKey, columns: content.rows.columns, key: content.rows.key,
      probe: selection.probe, plan: plan)
    try check.compare(with: content.rows, file.name)
    index = try selection.index(in: check, subject: file.name)
    rowCount = check.rowCount
    salt = try MerkleTree.salt(ofRow: index, key: saltKey)
    (row, self.path) = try check.proof(of: index, in: file, salt: saltKey)
  }
}

extension Receipt {
  /// Makes the receipt of a row that is left of a batch from which others were deleted.
  ///
  /// - Parameters:
  ///   - batch: What is left of the batch.
  ///   - number: The row's place in the rows file, from 1.
  /// - Throws: ``SigningError`` with `missing-row` for a row that is not there, or a code of the
  ///   batch's form.
  /// - Complexity: O(rows).
  public init(redacted batch: RedactedBatch, row number: Int) throws(SigningError) {
    let numbers = batch.keptNumbers
    guard numbers.indices.contains(number - 1) else {
      throw SigningError(
        .missingRow, batch.manifest.kind.rowsFileName,
        "no row \(number); rows: \(numbers.count)")
    }
    index = numbers[number - 1] - 1
    rowCount = batch.manifest.rows.rowCount
    (row, salt, path) = try batch.proof(ofRow: index + 1)
    manifest = try batch.source.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    issuerSignature = try batch.source.read(
      BatchFileName.signature, limit: DetachedSignature.byteLimit)
    cosignature = try batch.source.read(
      BatchFileName.cosignature, limit: DetachedSignature.byteLimit)
  }
}

extension RowSelection {
  /// What to look for while the rows are read; nil where the place is known.
  fileprivate var probe: RowProbe? {
    switch self {
    case .number: nil
    case .key(let values): RowProbe(values)
    }
  }

  /// The row's place, from 0.
  fileprivate func index(in check: RowsCheck, subject: String) throws(SigningError) -> Int {
    switch self {
    case .number(let number):
      guard number > 0, number <= check.rowCount else {
        throw SigningError(
          .missingRow, subject, "no row \(number); rows: \(check.rowCount)")
      }
      return number - 1
    case .key:
      guard let index = check.matches.first else {
        throw SigningError(.missingRow, subject, "no row has this key")
      }
      guard check.matches.count == 1 else {
        throw SigningError(.ambiguousRow, subject)
      }
      return index
    }
  }
}

extension RowsCheck {
  /// A row's bytes and the siblings between its leaf and the root.
  ///
  /// Only the row's block is read again, and refused where it is no longer what was checked.
  fileprivate func proof(
    of row: Int, in file: BatchFile, salt: [UInt8]
  ) throws(SigningError) -> (row: [UInt8], path: [SHA256Digest]) {
    let block = row / MerkleTree.blockLength
    let end = block + 1 < blockStarts.count ? blockStarts[block + 1] : file.byteCount
    let rows = RowIndex(try file.read(blockStarts[block]..<end), plan: .sequential)
    let firstRow = block * MerkleTree.blockLength
    let leaves = try MerkleTree.leaves(
      rows, 0..<rows.rowCount, firstRow: firstRow, salt: salt)
    let width = SHA256Digest.byteCount
    guard rows.rowCount == min(MerkleTree.blockLength, rowCount - firstRow),
      MerkleTree.root(leaves).bytes == Array(blockRoots[block * width..<(block + 1) * width])
    else { throw SigningError(.root, file.name, "the file was changed while it was read") }
    return (
      Array(rows.bytes[rows.row(row - firstRow)]),
      MerkleTree.path(to: row - firstRow, in: leaves) + MerkleTree.path(to: block, in: blockRoots)
    )
  }
}
