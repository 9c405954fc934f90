internal import Parallel

/// Everything that is computed over a rows file, in one pass over many threads and in pieces, so
/// that memory does not grow with the rows but for 8 bytes each.
struct RowsCheck: Sendable {
  let columns: [String]
  let rowCount: Int
  let digest: SHA256Digest
  let root: SHA256Digest
  /// The roots of the blocks, for receipts.
  let blockRoots: [UInt8]
  /// Where each block begins in the file.
  let blockStarts: [Int]
  /// The rows that were looked for, from 0; at most two of them.
  let matches: [Int]
  /// The file, where it was to be kept.
  let rows: [UInt8]

  /// Checks every row and hashes the file and its tree.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - salt: The key of the salts.
  ///   - columns: The columns that the header must have; nil takes what it has.
  ///   - key: The columns that identify a row.
  ///   - expectedDigest: What the file's digest must be; nil takes what it is.
  ///   - probe: Which rows are looked for.
  ///   - keepsRows: Whether the bytes are kept.
  ///   - bufferLength: Bytes that are read at one time; nil for the usual number.
  ///   - plan: The threads.
  /// - Throws: ``SigningError``: `E_DIGEST` before all, for bytes that are not the signed ones are
  ///   refused as such; then `E_COLUMNS`, `E_ROW`, `E_LIMIT`, `E_TEXT` or `E_FORMULA` for the first
  ///   row that is wrong; then `E_DUP`.
  /// - Complexity: O(bytes) time.
  init(
    _ file: BatchFile, salt: [UInt8], columns: [String]?, key: [String],
    digest expectedDigest: SHA256Digest? = nil, probe: RowProbe? = nil, keepsRows: Bool = false,
    bufferLength: Int? = nil, plan: WorkPlan
  ) throws(SigningError) {
    var pass = RowsPass(
      file, salt: salt, columns: columns, key: key, probe: probe, keepsRows: keepsRows,
      bufferLength: bufferLength, plan: plan)
    try pass.run()
    digest = pass.finishDigest()
    if let expectedDigest, digest != expectedDigest { throw SigningError(.digest, file.name) }
    if let problem = pass.problem { throw problem }
    guard let schema = pass.schema else { throw SigningError(.row, file.name, "no header") }
    if let probe, !probe.fits(keyColumnCount: key.count) {
      throw SigningError(
        .invalidDescription, file.name, "the key has the columns \(key.joined(separator: ","))")
    }
    self.columns = schema.columns
    rowCount = pass.rowCount
    blockStarts = pass.blockStarts
    matches = pass.matches
    blockRoots = pass.takeBlockRoots()
    root = MerkleTree.root(blockRoots)
    rows = pass.takeRows()
    let repeated = pass.takeKeys().repeated(plan: plan)
    guard !repeated.isEmpty else { return }
    try DuplicateSearch(hashes: repeated, schema: schema).run(file, digest: digest)
  }
}
