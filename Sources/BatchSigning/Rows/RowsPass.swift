internal import Parallel

/// Reads a rows file from its first byte to its last, and hands its rows to the threads.
///
/// While the rows of one buffer are worked on, one thread takes the buffer into the file's digest
/// and one reads the next.
struct RowsPass: ~Copyable {
  private let file: BatchFile
  private let salt: [UInt8]
  private let expectedColumns: [String]?
  private let key: [String]
  private let probe: RowProbe?
  private let keepsRows: Bool
  private let plan: WorkPlan
  /// Bytes that are read at one time.
  private let bufferLength: Int
  private let hash = DigestContext()

  private(set) var schema: RowSchema?
  /// The first thing that is wrong; then only the digest goes on.
  private(set) var problem: SigningError?
  /// Rows without the header.
  private(set) var rowCount = 0
  private(set) var blockStarts: [Int] = []
  private(set) var matches: [Int] = []
  private var blockRoots: [UInt8] = []
  /// Leaves of the last block, which is not complete.
  private var leaves: [UInt8] = []
  private var keys = KeyHashes()
  private var rows: [UInt8] = []

  /// The longest run of bytes that one thread takes at once.
  private static let pieceLength = 8 << 20

  /// A pass over a file; `bufferLength` is nil for as much as gives every thread enough to do.
  init(
    _ file: BatchFile, salt: [UInt8], columns: [String]?, key: [String], probe: RowProbe?,
    keepsRows: Bool, bufferLength: Int?, plan: WorkPlan
  ) {
    self.file = file
    self.salt = salt
    expectedColumns = columns
    self.key = key
    self.probe = probe
    self.keepsRows = keepsRows
    self.plan = plan
    // 8 MiB a thread: beyond 32 MiB in all the system would take the memory back after each use.
    self.bufferLength = bufferLength ?? min(max(2, plan.threadCount), 16) << 23
  }

  /// The whole pass.
  ///
  /// - Throws: ``SigningError`` with `E_SIZE`, `not-readable` or `library`; what is wrong with the
  ///   rows is ``problem``.
  mutating func run() throws(SigningError) {
    if keepsRows { rows.reserveCapacity(file.byteCount) }
    plan.begin(.checking, of: file.byteCount)
    var end = min(bufferLength, file.byteCount)
    var buffer = try file.read(0..<end)
    var carriedCount = 0
    while true {
      if keepsRows { rows += buffer[carriedCount...] }
      let index = RowIndex(problem == nil ? buffer : [], plan: plan)
      let firstRow = headerCount(index)
      let pieces = problem == nil ? cut(index, from: firstRow) : []
      let offset = end - buffer.count
      noteBlocks(index, from: firstRow, offset: offset)
      let rest = index.rest
      let next = end..<min(end + bufferLength, file.byteCount)
      let parts = try work(
        on: index, pieces, firstRow: firstRow, fresh: (buffer, carriedCount), next: next)
      for part in parts {
        switch part {
        case .digested: continue
        case .read(let bytes): buffer = bytes
        case .rows(let piece): take(piece)
        }
      }
      rowCount += index.rowCount - firstRow
      plan.advance(bytes: end - offset - carriedCount)
      check(rest, isLast: next.isEmpty)
      if next.isEmpty { return }
      carriedCount = rest.count
      end = next.upperBound
    }
  }

  private enum Part: Sendable {
    case digested
    case read([UInt8])
    case rows(RowPiece)
  }

  private func work(
    on index: RowIndex, _ pieces: [Range<Int>], firstRow: Int, fresh: (bytes: [UInt8], start: Int),
    next: Range<Int>
  ) throws(SigningError) -> [Part] {
    guard let schema else {
      hash.update(fresh.bytes, from: fresh.start)
      return [.read(try file.read(next, after: index.rest))]
    }
    let (file, hash, salt, probe, known) = (file, hash, salt, probe, rowCount)
    return try plan.map(count: pieces.count + 2) { (item: Int) throws(SigningError) -> Part in
      switch item {
      case 0:
        hash.update(fresh.bytes, from: fresh.start)
        return .digested
      case 1: return .read(try file.read(next, after: index.rest))
      default:
        let piece = pieces[item - 2]
        return .rows(
          RowPiece(
            index, piece, firstRow: known + piece.lowerBound - firstRow, schema: schema,
            salt: salt, probe: probe))
      }
    }
  }

  /// Reads the header where this is the first buffer; how many rows it is.
  private mutating func headerCount(_ index: RowIndex) -> Int {
    guard schema == nil, problem == nil, index.rowCount > 0 else { return 0 }
    do throws(SigningError) {
      guard index.row(0).count <= RowIndex.greatestRowLength else {
        throw SigningError(.limit, file.name, "the header is too long")
      }
      schema = try RowSchema(
        index.row(0), of: index.bytes, columns: expectedColumns, key: key, subject: file.name)
    } catch {
      problem = error
    }
    return 1
  }

  /// Rows in runs of which each lies in one block of the tree and is not too long.
  private func cut(_ index: RowIndex, from first: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = first
    while start < index.rowCount {
      let inBlock = (rowCount + start - first) % MerkleTree.blockLength
      var end = min(index.rowCount, start + MerkleTree.blockLength - inBlock)
      while end - start > 1 && index.start(end) - index.start(start) > Self.pieceLength {
        end = start + (end - start) / 2
      }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// Notes where blocks begin.
  private mutating func noteBlocks(_ index: RowIndex, from first: Int, offset: Int) {
    guard problem == nil else { return }
    var number = (rowCount + MerkleTree.blockLength - 1) / MerkleTree.blockLength
    while number * MerkleTree.blockLength - rowCount + first < index.rowCount {
      blockStarts.append(offset + index.start(number * MerkleTree.blockLength - rowCount + first))
      number += 1
    }
  }

  private mutating func take(_ piece: RowPiece) {
    guard problem == nil else { return }
    problem = piece.problem
    matches = Array((matches + piece.matches).prefix(2))
    keys.append(piece.keys)
    if piece.rowCount == MerkleTree.blockLength {
      blockRoots += piece.nodes
      return
    }
    leaves += piece.nodes
    if leaves.count == MerkleTree.blockLength * SHA256Digest.byteCount { closeBlock() }
  }

  private mutating func closeBlock() {
    guard !leaves.isEmpty else { return }
    blockRoots += MerkleTree.root(leaves).bytes
    leaves.removeAll(keepingCapacity: true)
  }

  /// Checks what is left behind the last complete row.
  private mutating func check(_ rest: ArraySlice<UInt8>, isLast: Bool) {
    guard problem == nil else { return }
    if rest.count > RowIndex.greatestRowLength {
      problem = SigningError(.limit, file.name, "row \(rowCount + 1) is too long")
    } else if isLast && (!rest.isEmpty || schema == nil) {
      problem = SigningError(.row, file.name, "the last row has no line end")
    }
  }

  /// The digest of the whole file.
  func finishDigest() -> SHA256Digest { hash.finish() }

  mutating func takeBlockRoots() -> [UInt8] {
    closeBlock()
    return blockRoots
  }

  mutating func takeKeys() -> KeyHashes {
    let taken = keys
    keys = KeyHashes()
    return taken
  }

  mutating func takeRows() -> [UInt8] {
    let taken = rows
    rows = []
    return taken
  }
}
