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
  ///   - folder: The batch, which must have been verified.
  ///   - selection: Which row.
  ///   - plan: The threads.
  /// - Throws: ``SigningError`` with `missing-input` for a row that is not there,
  ///   `invalid-description` where several rows fit, or a code of the batch's form.
  /// - Complexity: O(bytes of the batch).
  public init(
    batch folder: String, row selection: RowSelection, plan: WorkPlan = .allCores
  ) throws(SigningError) {
    let source = try BatchFolder(folder)
    manifest = try source.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    let content = try Manifest(canonicalBytes: manifest)
    issuerSignature = try source.read(
      BatchFileName.signature, limit: DetachedSignature.byteLimit)
    cosignature = try source.read(
      BatchFileName.cosignature, limit: DetachedSignature.byteLimit)
    let saltKey = try source.read(BatchFileName.salt, limit: 32)
    let name = content.kind.rowsFileName
    let check = try RowsCheck(
      source.read(name, limit: BatchFolder.greatestFileLength), salt: saltKey,
      columns: content.rows.columns, key: content.rows.key, subject: name, plan: plan)
    guard check.root == content.rows.root, check.index.rowCount == content.rows.rowCount else {
      throw SigningError(.root, name)
    }
    index = try selection.position(in: check, key: content.rows.key, subject: name)
    rowCount = check.index.rowCount
    row = Array(check.index.bytes[check.index.row(index)])
    salt = try MerkleTree.salt(ofRow: index, key: saltKey)
    path = try check.path(to: index, salt: saltKey)
  }
}

/// Which row of a batch is meant.
public enum RowSelection: Sendable {
  /// The row with this number; the first after the header is 1.
  case number(Int)
  /// The row with these values in the key columns, in their order. Where the key has several
  /// columns a single value stands for the one column in which it is found.
  case key([String])
}

extension RowSelection {
  func position(
    in check: RowsCheck, key: [String], subject: String
  ) throws(SigningError) -> Int {
    switch self {
    case .number(let number):
      guard (1...max(1, check.index.rowCount)).contains(number), check.index.rowCount > 0 else {
        throw SigningError(.missingInput, subject, "no row \(number)")
      }
      return number - 1
    case .key(let values):
      let wanted = values.map { Array($0.utf8) }
      let columns = try RowsCheck.positions(of: key, in: check.columns, subject)
      guard wanted.count == 1 || wanted.count == columns.count else {
        throw SigningError(
          .invalidDescription, subject, "the key has the columns \(key.joined(separator: ","))")
      }
      let rules = RowRules(
        columnCount: check.columns.count, keyColumns: columns, subject: subject)
      var found: Int?
      var cells: [Range<Int>] = []
      for row in 0..<check.index.rowCount {
        try rules.check(
          check.index.bytes.span, check.index.row(row), number: row + 1, cells: &cells)
        let fits =
          wanted.count == columns.count
          ? zip(columns, wanted).allSatisfy { check.index.bytes[cells[$0]] == $1[...] }
          : columns.contains { check.index.bytes[cells[$0]] == wanted[0][...] }
        guard fits else { continue }
        guard found == nil else {
          throw SigningError(.invalidDescription, subject, "several rows have this key")
        }
        found = row
      }
      guard let found else { throw SigningError(.missingInput, subject, "no row has this key") }
      return found
    }
  }
}

extension RowsCheck {
  /// The siblings between a row's leaf and the root.
  func path(to row: Int, salt: [UInt8]) throws(SigningError) -> [SHA256Digest] {
    let block = row / MerkleTree.blockLength
    let start = block * MerkleTree.blockLength
    let range = start..<min(start + MerkleTree.blockLength, index.rowCount)
    let leaves = try MerkleTree.leaves(index, range, salt: salt)
    return MerkleTree.path(to: row - start, in: leaves)
      + MerkleTree.path(to: block, in: blockRoots)
  }
}
