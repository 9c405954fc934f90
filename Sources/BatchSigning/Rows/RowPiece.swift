/// What one thread computes over a run of rows that lie in one block of the tree.
struct RowPiece: Sendable {
  /// How many rows these are.
  let rowCount: Int
  /// The hash of every row's key.
  private(set) var keys = KeyHashes.Run([])
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
    rowCount = range.count
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
    var keys: [UInt64] = []
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
      keys.append(schema.key.hash(raw, cells))
      if let probe, matches.count < 2,
        probe.matches(rows.bytes, cells, keyColumns: schema.key.columns)
      {
        matches.append(number)
      }
    }
    self.keys = KeyHashes.Run(keys)
  }
}
