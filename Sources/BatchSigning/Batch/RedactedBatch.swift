public import Parallel

/// A signed batch out of which rows were deleted for good, with which everything that was signed
/// about the other rows can still be proved.
///
/// The manifest and its signatures stay as they are. The rows file holds the rows that are left, and
/// `redaction.csv` has a line for each row of the batch: the salt of its leaf or, where the row was
/// deleted, the leaf itself, which tells nothing without its salt. `salt.bin`, from which every salt
/// follows, is gone. Such a folder is evidence for an archive and no batch to import: it is refused
/// wherever a batch is expected.
public struct RedactedBatch: Sendable {
  /// The manifest that both offices signed.
  public let manifest: Manifest
  /// The source of all files that stay as they are.
  let source: BatchSource
  private let bytes: [UInt8]
  private let header: Range<Int>
  /// The rows in the order of the batch.
  private var rows: [Row]

  private enum Row: Sendable {
    /// Where the row lies, and the salt of its leaf.
    case kept(Range<Int>, salt: [UInt8])
    /// The hash of the leaf.
    case deleted(SHA256Digest)
  }

  /// What a folder holds in the place of the salt.
  public static let fileName = "redaction.csv"
  private static let heading = Array("row,salt,leaf\n".utf8)
  /// A line: number, 32 or 64 digits, two commas and the line end.
  private static let greatestLineLength = 100

  /// Reads a batch, or one out of which rows were deleted before.
  ///
  /// - Parameters:
  ///   - path: The batch.
  ///   - plan: The threads.
  /// - Throws: ``SigningError``: a code of the batch's form, `E_COUNT` or `E_ROOT` where the rows are
  ///   not those that were signed. Signatures are not checked.
  /// - Complexity: O(bytes of the rows), which are held in memory.
  public init(at path: String, plan: WorkPlan = .allCores) throws(SigningError) {
    let source = try BatchSource(at: path)
    try self.init(
      source,
      Manifest(canonicalBytes: source.read(BatchFileName.manifest, limit: Manifest.byteLimit)),
      plan: plan)
  }

  /// Reads what is left of the batch of a manifest.
  init(_ source: BatchSource, _ manifest: Manifest, plan: WorkPlan) throws(SigningError) {
    self.source = source
    self.manifest = manifest
    let file = try source.open(manifest.kind.rowsFileName)
    let index = RowIndex(try file.read(0..<file.byteCount), plan: plan)
    guard index.rowCount > 0, index.rest.isEmpty else {
      throw SigningError(.row, file.name, "no header, or the last row has no line end")
    }
    let schema = try RowSchema(
      index.row(0), of: index.bytes, columns: manifest.rows.columns, key: manifest.rows.key,
      subject: file.name)
    var cells: [Range<Int>] = []
    for row in 1..<index.rowCount {
      try schema.rules.check(index.bytes.span, index.row(row), number: row, cells: &cells)
    }
    bytes = index.bytes
    header = index.row(0)
    rows =
      source.names.contains(Self.fileName)
      ? try Self.redactedRows(source, index, manifest) : try Self.wholeRows(source, index)
    guard rows.count == manifest.rows.rowCount else {
      throw SigningError(.count, file.name, "\(rows.count), not \(manifest.rows.rowCount)")
    }
    guard MerkleTree.root(leaves(plan)) == manifest.rows.root else {
      throw SigningError(.root, file.name)
    }
  }

  /// How many rows were deleted.
  public var deletedCount: Int {
    rows.count { row in if case .deleted = row { true } else { false } }
  }

  /// The numbers, in the batch, of the rows that are left: from 1, in the order of the rows file.
  public var keptNumbers: [Int] {
    rows.indices.compactMap { index in
      if case .kept = rows[index] { index + 1 } else { nil }
    }
  }

  /// The header and the rows that are left, as the rows file holds them.
  var table: [UInt8] {
    var table = Array(bytes[header])
    for case .kept(let range, _) in rows { table += bytes[range] }
    return table
  }

  /// Deletes a row.
  ///
  /// - Parameter number: The number of the row in the batch, from 1; nothing happens where there is
  ///   no such row, or it was deleted before.
  public mutating func delete(row number: Int) {
    guard rows.indices.contains(number - 1), case .kept(let range, let salt) = rows[number - 1]
    else { return }
    rows[number - 1] = .deleted(MerkleTree.leaf(salt: salt, row: Array(bytes[range])))
  }

  /// Writes what is left into a folder.
  ///
  /// - Parameter folder: The folder, which is made.
  /// - Throws: ``SigningError`` with `not-readable` or `not-writable`.
  public func write(to folder: String) throws(SigningError) {
    var redaction = Self.heading
    for (index, row) in rows.enumerated() {
      switch row {
      case .kept(_, let salt):
        redaction += "\(index + 1),\(Hexadecimal.encode(salt)),\n".utf8
      case .deleted(let leaf): redaction += "\(index + 1),,\(leaf.hex)\n".utf8
      }
    }
    try makeOutputFolder(folder)
    try writeOutput(table, to: "\(folder)/\(manifest.kind.rowsFileName)")
    try writeOutput(redaction, to: "\(folder)/\(Self.fileName)")
    let replaced = [manifest.kind.rowsFileName, BatchFileName.salt, Self.fileName]
    for name in source.names where !replaced.contains(name) {
      let file = try source.open(name)
      try writeOutput(try file.read(0..<file.byteCount), to: "\(folder)/\(name)")
    }
  }

  /// A row that is left, with its salt and the siblings between its leaf and the root.
  ///
  /// - Throws: ``SigningError`` with `missing-row` where there is no such row, or it was deleted.
  func proof(
    ofRow number: Int
  ) throws(SigningError) -> (row: [UInt8], salt: [UInt8], path: [SHA256Digest]) {
    guard rows.indices.contains(number - 1), case .kept(let range, let salt) = rows[number - 1]
    else {
      throw SigningError(.missingRow, manifest.kind.rowsFileName, "no row \(number)")
    }
    return (
      Array(bytes[range]), salt, MerkleTree.path(to: number - 1, in: leaves(.sequential))
    )
  }

  private func leaves(_ plan: WorkPlan) -> [UInt8] {
    plan.mapChunks(of: rows.count, chunkLength: 4_096) { range in
      rows[range].flatMap { row in
        switch row {
        case .kept(let range, let salt):
          MerkleTree.leaf(salt: salt, row: Array(bytes[range])).bytes
        case .deleted(let leaf): leaf.bytes
        }
      }
    }.flatMap { $0 }
  }

  private static func wholeRows(
    _ source: BatchSource, _ index: RowIndex
  ) throws(SigningError) -> [Row] {
    let key = try source.read(BatchFileName.salt, limit: SaltCipher.keyLength)
    let count = index.rowCount - 1
    let salts = try SaltCipher(key: key, firstBlock: 0).next(count * MerkleTree.saltLength)
    return (0..<count).map { row in
      let start = row * MerkleTree.saltLength
      return .kept(
        index.row(row + 1), salt: Array(salts[start..<start + MerkleTree.saltLength]))
    }
  }

  private static func redactedRows(
    _ source: BatchSource, _ index: RowIndex, _ manifest: Manifest
  ) throws(SigningError) -> [Row] {
    let limit = (manifest.rows.rowCount + 1) * greatestLineLength
    let lines = RowIndex(try source.read(fileName, limit: limit), plan: .sequential)
    func damage(_ line: Int) -> SigningError {
      SigningError(.format, fileName, "line \(line + 1) is damaged")
    }
    guard lines.rowCount > 0, lines.rest.isEmpty, Array(lines.bytes[lines.row(0)]) == heading
    else { throw damage(0) }
    var rows: [Row] = []
    var next = 1
    for line in 1..<lines.rowCount {
      let cells = String(decoding: lines.bytes[lines.row(line)].dropLast(), as: UTF8.self)
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, cells[0] == String(line) else { throw damage(line) }
      if let leaf = SHA256Digest(hex: cells[2]), cells[1].isEmpty {
        rows.append(.deleted(leaf))
      } else if let salt = Hexadecimal.decode(cells[1]), salt.count == MerkleTree.saltLength,
        cells[2].isEmpty, next < index.rowCount
      {
        rows.append(.kept(index.row(next), salt: salt))
        next += 1
      } else {
        throw damage(line)
      }
    }
    guard next == index.rowCount else {
      throw SigningError(.count, manifest.kind.rowsFileName, "\(index.rowCount - next) too many")
    }
    return rows
  }
}
