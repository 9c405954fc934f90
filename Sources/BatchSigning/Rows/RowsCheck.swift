internal import Parallel

/// Everything that is computed over the bytes of a rows file, in one pass over many threads.
struct RowsCheck: Sendable {
  let index: RowIndex
  let columns: [String]
  let digest: SHA256Digest
  let root: SHA256Digest
  /// The roots of the blocks, for receipts.
  let blockRoots: [UInt8]

  /// Checks every row and hashes the file and its tree.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - salt: The key of the salts.
  ///   - expected: The columns that the header must have; nil takes what it has.
  ///   - key: The columns that identify a row.
  ///   - subject: What the file is called in an error.
  ///   - plan: The threads.
  /// - Throws: ``SigningError`` with `E_COLUMNS`, `E_ROW`, `E_LIMIT`, `E_TEXT`, `E_FORMULA` or
  ///   `E_DUP`, always for the first row that is wrong.
  /// - Complexity: O(bytes) time; 16 bytes of memory a row beside the file.
  init(
    _ bytes: [UInt8], salt: [UInt8], columns expected: [String]?, key: [String],
    subject: String, plan: WorkPlan
  ) throws(SigningError) {
    let index = try RowIndex(bytes, subject: subject, plan: plan)
    let columns = try Self.columns(index, subject: subject)
    if let expected {
      guard columns.count == expected.count,
        zip(columns, expected).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
      else { throw SigningError(.columns, subject) }
    }
    let rules = RowRules(
      columnCount: columns.count, keyColumns: try Self.positions(of: key, in: columns, subject),
      subject: subject)
    let blockCount = (index.rowCount + MerkleTree.blockLength - 1) / MerkleTree.blockLength
    // Item 0 is the flat digest, so that it runs beside the blocks.
    let parts = try plan.map(count: blockCount + 1) { (item: Int) throws(SigningError) -> Part in
      guard item > 0 else { return .whole(SHA256.digest(of: bytes)) }
      let start = (item - 1) * MerkleTree.blockLength
      let range = start..<min(start + MerkleTree.blockLength, index.rowCount)
      return .block(
        keys: try Self.checkRows(index, range, rules),
        root: MerkleTree.root(try MerkleTree.leaves(index, range, salt: salt)))
    }
    var blockRoots: [UInt8] = []
    var keys: [UInt64] = []
    keys.reserveCapacity(index.rowCount)
    var digest = SHA256Digest.zero
    for part in parts {
      switch part {
      case .whole(let whole): digest = whole
      case .block(let blockKeys, let root):
        keys += blockKeys
        blockRoots += root.bytes
      }
    }
    if let row = DuplicateKeys.firstDuplicate(keys: keys, index: index, rules: rules, plan: plan) {
      throw SigningError(.duplicate, subject, "row \(row + 1) repeats a key")
    }
    self.index = index
    self.columns = columns
    self.digest = digest
    self.blockRoots = blockRoots
    root = MerkleTree.root(blockRoots)
  }

  private enum Part: Sendable {
    case whole(SHA256Digest)
    case block(keys: [UInt64], root: SHA256Digest)
  }

  /// The names in the header, which obeys the rules of a row.
  static func columns(_ index: RowIndex, subject: String) throws(SigningError) -> [String] {
    var cells: [Range<Int>] = []
    let rules = RowRules(columnCount: 0, keyColumns: [], subject: subject)
    try rules.check(index.bytes.span, index.header, number: 0, cells: &cells)
    let names = cells.map { String(decoding: index.bytes[$0], as: UTF8.self) }
    guard names.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "\"")) }),
      Set(names.map { Array($0.utf8) }).count == names.count
    else { throw SigningError(.columns, subject, "a column without a name, or two with one") }
    return names
  }

  static func positions(
    of key: [String], in columns: [String], _ subject: String
  ) throws(SigningError) -> [Int] {
    var positions: [Int] = []
    for name in key {
      guard let position = columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw SigningError(.columns, subject, "no column \(name)")
      }
      positions.append(position)
    }
    return positions
  }

  private static func checkRows(
    _ index: RowIndex, _ range: Range<Int>, _ rules: RowRules
  ) throws(SigningError) -> [UInt64] {
    var cells: [Range<Int>] = []
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    let bytes = index.bytes.span
    let raw = unsafe index.bytes.span.bytes
    for row in range {
      try rules.check(bytes, index.row(row), number: row + 1, cells: &cells)
      var hasher = Hasher()
      for column in rules.keyColumns {
        ByteScan.hash(raw.extracting(cells[column]), into: &hasher)
        hasher.combine(column)
      }
      keys.append(UInt64(bitPattern: Int64(hasher.finalize())))
    }
    return keys
  }
}
