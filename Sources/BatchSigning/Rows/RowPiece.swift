/// What one thread computes over a run of rows that lie in one block of the tree.
struct RowPiece: Sendable {
  /// The hash of every row's key.
  private(set) var keys: [UInt64] = []
  /// The leaves one after another; for a whole block its root alone.
  private(set) var nodes: [UInt8] = []
  /// Rows that were looked for, counted from 0 in the whole file; two are enough to tell that
  /// there are several.
  private(set) var matches: [Int] = []
  /// The first thing that is wrong; nothing else counts then.
  private(set) var problem: SigningError?

  /// Checks rows and hashes them.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - range: Which of them.
  ///   - firstRow: The number of the first one in the whole file, from 0.
  ///   - schema: The columns.
  ///   - salt: The key of the salts.
  ///   - probe: What is looked for.
  init(
    _ rows: RowIndex, _ range: Range<Int>, firstRow: Int, schema: RowSchema, salt: [UInt8],
    probe: RowProbe?
  ) {
    do throws(SigningError) {
      try check(rows, range, firstRow: firstRow, schema, probe)
      let leaves = try MerkleTree.leaves(rows, range, firstRow: firstRow, salt: salt)
      nodes =
        range.count == MerkleTree.blockLength ? MerkleTree.root(leaves).bytes : leaves
    } catch {
      problem = error
    }
  }

  private mutating func check(
    _ rows: RowIndex, _ range: Range<Int>, firstRow: Int, _ schema: RowSchema, _ probe: RowProbe?
  ) throws(SigningError) {
    var cells: [Range<Int>] = []
    keys.reserveCapacity(range.count)
    let bytes = rows.bytes.span
    let raw = unsafe rows.bytes.span.bytes
    for row in range {
      let place = rows.row(row)
      let number = firstRow + row - range.lowerBound
      guard place.count <= RowIndex.greatestRowLength else {
        throw SigningError(.limit, schema.rules.subject, "row \(number + 1) is too long")
      }
      try schema.rules.check(bytes, place, number: number + 1, cells: &cells)
      keys.append(Self.keyHash(raw, cells, schema.rules.keyColumns))
      if let probe, matches.count < 2,
        probe.matches(rows.bytes, cells, keyColumns: schema.rules.keyColumns)
      {
        matches.append(number)
      }
    }
  }

  /// A hash of a row's key under the seed of this process, which nobody outside can foresee.
  ///
  /// What is hashed are the cells with a comma between them: as a rule a run of the row itself.
  static func keyHash(_ bytes: RawSpan, _ cells: [Range<Int>], _ columns: [Int]) -> UInt64 {
    var hasher = Hasher()
    if let first = columns.first, let last = columns.last, isRun(columns),
      cells[last].upperBound - cells[first].lowerBound
        == columns.reduce(columns.count - 1, { $0 + cells[$1].count })
    {
      ByteScan.hash(
        bytes.extracting(cells[first].lowerBound..<cells[last].upperBound), into: &hasher)
    } else {
      var key: [UInt8] = []
      for (number, column) in columns.enumerated() {
        if number > 0 { key.append(UInt8(ascii: ",")) }
        for position in cells[column] {
          key.append(unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self))
        }
      }
      unsafe ByteScan.hash(key.span.bytes, into: &hasher)
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// Whether the columns stand side by side in their order.
  private static func isRun(_ columns: [Int]) -> Bool {
    zip(columns, columns.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }
}
