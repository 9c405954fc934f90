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

/// What is looked up for one of the right rows of a batch.
struct Sought {
  var key: UInt64 = 0
  /// The right row's place in its batch.
  var place: UInt8 = 0
  var sketch = PairSketch.unknown
  /// Whether the right row has no identifier, not even a former one.
  var hasNoIdentifier = false
}

/// A left row that shares a key with one of the right rows of a batch.
struct Candidate {
  /// The right row's place in its batch.
  let place: UInt8
  /// The left row's place in ``CandidateSearch/order``.
  let left: UInt32
}

/// Finds, for a few right rows at a time, the left rows that share a key with it in any pass.
struct CandidateSearch: Sendable {
  let passes: [BlockingPass]
  /// The left rows by their birth dates, so that those who share one lie together.
  let order: [UInt32]
  private let indexes: [BlockIndex]
  private let indexOfPass: [Int]

  /// Indexes the left rows, one index a pass, in parallel.
  ///
  /// - Parameters:
  ///   - rows: The left rows.
  ///   - shares: How common their terms are.
  ///   - bound: What pairs weigh at most; nil to find all of them.
  ///   - furtherFields: How many further fields the tables have.
  ///   - plan: The threads to use.
  init(
    _ rows: StandardRows, _ shares: [LogShares], bound: PairBound?, furtherFields: Int,
    plan: WorkPlan
  ) {
    let passes = BlockingPass.all(furtherFields: furtherFields)
    let indexed = passes.filter { $0.index == $0 }
    let order = BirthOrder.rows(rows)
    self.passes = passes
    self.order = order
    indexes = plan.map(count: indexed.count) { number in
      let pass = indexed[number]
      return Self.index(rows, order, pass) { place in
        let row = Int(order[place])
        guard let bound else { return PairWorth() }
        return bound.worth(pass, rows.keys[row], shares[row])
      }
    }
    indexOfPass = passes.map { pass in indexed.firstIndex(of: pass.index) ?? 0 }
  }

  private static func index(
    _ rows: StandardRows, _ order: [UInt32], _ pass: BlockingPass,
    worth: (Int) -> PairWorth
  ) -> BlockIndex {
    var keys = order.map { pass.storedKey(rows, Int($0)) }
    guard pass == .identifier else {
      return BlockIndex(keys: keys, cap: pass.blockCap, worth: worth)
    }
    var owners = (0..<UInt32(keys.count)).map { $0 }
    for (place, row) in order.enumerated() {
      let key = rows.keys[Int(row)]
      guard !key.former.isMissing, key.former != key.identifier else { continue }
      keys.append(BlockingPass.key(of: key.former))
      owners.append(UInt32(place))
    }
    return BlockIndex(keys: keys, rows: owners, cap: pass.blockCap, worth: worth)
  }

  /// Right rows that are looked up together: the processor waits for the memory of all of them at
  /// one time.
  static let batchLength = 16

  /// Adds the left rows that share a key with right rows in one pass to `found`, but for those that
  /// their sketches rule out.
  ///
  /// - Parameters:
  ///   - pass: The number of the pass.
  ///   - rows: The right rows.
  ///   - batch: Some positions in `rows`, at most ``batchLength``.
  ///   - isOpen: Whether the row at a place of the batch is still to be looked for.
  ///   - found: Gets the candidates.
  ///   - capped: Called with the size of each block that was too large, so that nothing was added.
  func collect(
    _ pass: Int, _ rows: StandardRows, _ batch: ArraySlice<UInt32>, isOpen: [Bool],
    into found: inout [Candidate], capped: (Int) -> Void
  ) {
    let index = indexes[indexOfPass[pass]]
    let kind = passes[pass]
    var sought = InlineArray<16, Sought>(repeating: Sought())
    for (place, position) in batch.enumerated() where isOpen[place] {
      let keys = rows.keys[Int(position)]
      sought[place] = Sought(
        key: kind.soughtKey(rows, Int(position)), place: UInt8(place),
        sketch: PairSketch(keys),
        hasNoIdentifier: keys.identifier.isMissing && keys.former.isMissing)
    }
    // Each of these loops asks for the memory of all rows before the next one needs it of any.
    var presence = InlineArray<16, UInt64>(repeating: 0)
    for place in 0..<batch.count { presence[place] = index.mayContain(sought[place].key) }
    var count = 0
    for place in 0..<batch.count where presence[place] & 1 == 1 && sought[place].key != 0 {
      sought[count] = sought[place]
      count += 1
    }
    var buckets = InlineArray<16, Range<Int>>(repeating: 0..<0)
    for number in 0..<count { buckets[number] = index.bucket(sought[number].key) }
    var firsts = InlineArray<16, UInt64>(repeating: 0)
    for number in 0..<count { firsts[number] = index.first(buckets[number]) }
    for number in 0..<count {
      if buckets[number].count <= 1 && !BlockIndex.hasKey(firsts[number], sought[number].key) {
        continue
      }
      let size = index.collect(sought[number], in: buckets[number], into: &found)
      if size > 0 { capped(size) }
    }
    guard kind == .identifier else { return }
    for (place, position) in batch.enumerated() {
      let identifier = rows.keys[Int(position)].former
      if identifier.isMissing { continue }
      let former = Sought(
        key: BlockingPass.key(of: identifier), place: UInt8(place), sketch: .unknown)
      let size = index.collect(former, in: index.bucket(former.key), into: &found)
      if size > 0 { capped(size) }
    }
  }
}
