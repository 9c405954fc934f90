import Parallel

/// What a blocking pass left out because too many rows share a key.
public struct CappedPass: Sendable, Hashable {
  /// What the rows share, in words.
  public let pass: String
  /// Right rows whose block was not compared.
  public let rows: Int
  /// Pairs that were not compared in this pass; other passes may have compared them.
  public let pairs: Int
}

/// A left row that shares a key with one of the right rows of a batch.
struct Candidate {
  /// The right row's place in its batch.
  let place: UInt8
  let left: UInt32
}

/// Finds, for a few right rows at a time, the left rows that share a key with it in any pass.
struct CandidateSearch: Sendable {
  let passes: [BlockingPass]
  private let indexes: [BlockIndex]
  private let indexOfPass: [Int]

  /// Indexes the left rows, one index a pass, in parallel.
  init(_ rows: StandardRows, furtherFields: Int, plan: WorkPlan) {
    let passes = BlockingPass.all(furtherFields: furtherFields)
    let indexed = passes.filter { $0.index == $0 }
    self.passes = passes
    indexes = plan.map(count: indexed.count) { Self.index(rows, indexed[$0]) }
    indexOfPass = passes.map { pass in indexed.firstIndex(of: pass.index) ?? 0 }
  }

  private static func index(_ rows: StandardRows, _ pass: BlockingPass) -> BlockIndex {
    var keys = rows.keys.indices.map { pass.storedKey(rows, $0) }
    guard pass == .identifier else { return BlockIndex(keys: keys) }
    var owners = (0..<UInt32(keys.count)).map { $0 }
    for (row, key) in rows.keys.enumerated()
    where !key.former.isMissing && key.former != key.identifier {
      keys.append(BlockingPass.key(of: key.former))
      owners.append(UInt32(row))
    }
    return BlockIndex(keys: keys, rows: owners)
  }

  /// Right rows that are looked up together: the processor waits for the memory of all of them at
  /// one time.
  static let batchLength = 16

  /// Adds the left rows that share a key with right rows in one pass to `found`.
  ///
  /// - Parameters:
  ///   - pass: The number of the pass.
  ///   - rows: The right rows.
  ///   - batch: Positions in `rows`, at most ``batchLength``.
  ///   - isOpen: Whether the row at a place of the batch is still to be looked for.
  ///   - found: Gets the candidates.
  ///   - capped: Called with the size of each block that was too large, so that nothing was added.
  func collect(
    _ pass: Int, _ rows: StandardRows, _ batch: Range<Int>, isOpen: [Bool],
    into found: inout [Candidate], capped: (Int) -> Void
  ) {
    let index = indexes[indexOfPass[pass]]
    let kind = passes[pass]
    var sought = InlineArray<16, (key: UInt64, place: UInt8)>(repeating: (0, 0))
    var count = 0
    for (place, position) in batch.enumerated() where isOpen[place] {
      let key = kind.soughtKey(rows, position)
      sought[count] = (key, UInt8(place))
      if key != 0 && index.mayContain(key) { count += 1 }
    }
    var buckets = InlineArray<16, Range<Int>>(repeating: 0..<0)
    for number in 0..<count { buckets[number] = index.bucket(sought[number].key) }
    for number in 0..<count {
      let (key, place) = sought[number]
      let size = index.collect(
        key, in: buckets[number], limit: kind.blockCap, for: place, into: &found)
      if size > kind.blockCap { capped(size) }
    }
    guard kind == .identifier else { return }
    for (place, position) in batch.enumerated() where !rows.keys[position].former.isMissing {
      let key = BlockingPass.key(of: rows.keys[position].former)
      let size = index.collect(
        key, in: index.bucket(key), limit: kind.blockCap, for: UInt8(place), into: &found)
      if size > kind.blockCap { capped(size) }
    }
  }
}
