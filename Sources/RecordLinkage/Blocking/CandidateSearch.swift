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

/// What all passes need to know of a few right rows that are looked up together.
struct SoughtRows {
  /// The positions of the rows.
  fileprivate(set) var batch = 0..<0
  fileprivate var sketches = InlineArray<16, PairSketch>(repeating: PairSketch())
  /// The left rows born on the same date, and on the date with day and month changed over.
  fileprivate var sameBirth = InlineArray<16, Range<Int>>(repeating: 0..<0)
  fileprivate var swappedBirth = InlineArray<16, Range<Int>>(repeating: 0..<0)
}

/// A left row that shares a key with one of the right rows of a batch.
struct Candidate {
  /// The right row's place in its batch.
  let place: UInt8
  /// The left row's position.
  let left: UInt32
}

/// Finds, for a few right rows at a time, the left rows that share a key with it in any pass.
struct CandidateSearch: Sendable {
  let passes: [BlockingPass]
  private let days: BirthDays
  private let indexes: [BlockIndex]
  private let indexOfPass: [Int]

  /// Indexes the left rows, one index a pass, in parallel.
  ///
  /// - Parameters:
  ///   - rows: The left rows, in ``BirthOrder``.
  ///   - shares: How common their terms are.
  ///   - right: The table whose rows are looked up.
  ///   - bound: What pairs weigh at most; nil to find all of them.
  ///   - plan: The threads to use.
  init(
    _ rows: StandardRows, _ shares: [LogShares], for right: PersonTable, bound: PairBound?,
    plan: WorkPlan
  ) {
    let passes = BlockingPass.all(furtherFields: right.furtherFields.count)
    let indexed = passes.filter { $0.index == $0 }
    let days = BirthDays(rows.keys)
    self.passes = passes
    self.days = days
    let takesAll = bound == nil || right.hasOtherIdentifiers
    indexes = plan.map(count: indexed.count) { number in
      let pass = indexed[number]
      return Self.index(rows, days, pass, takesAll: takesAll) { tag, row in
        guard let bound else { return BlockEntry(tag: tag, row: row) }
        let worth = bound.worth(pass, shares[Int(row)])
        return BlockEntry(tag: tag, row: row, PairSketch(rows.keys[Int(row)]), worth)
      }
    }
    indexOfPass = passes.map { pass in indexed.firstIndex(of: pass.index) ?? 0 }
  }

  private static func index(
    _ rows: StandardRows, _ days: BirthDays, _ pass: BlockingPass, takesAll: Bool,
    entry: (UInt32, UInt32) -> BlockEntry
  ) -> BlockIndex {
    var keys = rows.keys.indices.map { position in
      let key = pass.storedKey(rows, position)
      if takesAll || key == 0 { return key }
      let entry = entry(0, UInt32(position))
      return entry.servesWhole || entry.servesMissing ? key : 0
    }
    if keys.allSatisfy({ $0 == 0 }) { keys = [] }
    if pass.holdsBirth && !keys.isEmpty {
      return BlockIndex(keys: keys, regions: days.ranges, cap: pass.blockCap, entry: entry)
    }
    var owners = keys.indices.filter { keys[$0] != 0 }.map(UInt32.init)
    keys.removeAll { $0 == 0 }
    if pass == .identifier {
      for (position, key) in rows.keys.enumerated()
      where !key.former.isMissing && key.former != key.identifier {
        keys.append(BlockingPass.key(of: key.former))
        owners.append(UInt32(position))
      }
    }
    return BlockIndex(keys: keys, rows: owners, cap: pass.blockCap, entry: entry)
  }

  /// Right rows that are looked up together: the processor waits for the memory of all of them at
  /// one time.
  static let batchLength = 16

  /// Looks at right rows before they are looked up.
  ///
  /// - Parameters:
  ///   - rows: The right rows, in ``BirthOrder``.
  ///   - batch: Some positions in `rows`, at most ``batchLength``.
  /// - Returns: What all passes need to know of them.
  func sought(_ rows: StandardRows, _ batch: Range<Int>) -> SoughtRows {
    var sought = SoughtRows()
    sought.batch = batch
    for (place, position) in batch.enumerated() {
      let keys = rows.keys[position]
      sought.sketches[place] = PairSketch(keys)
      if place > 0, keys.birth == rows.keys[position - 1].birth {
        sought.sameBirth[place] = sought.sameBirth[place - 1]
        sought.swappedBirth[place] = sought.swappedBirth[place - 1]
      } else {
        sought.sameBirth[place] = days.places(keys.birth)
        sought.swappedBirth[place] = days.places(keys.birth.swapped)
      }
    }
    return sought
  }

  /// Adds the left rows that share a key with right rows in one pass to `found`, but for those that
  /// are not worth looking at.
  ///
  /// - Parameters:
  ///   - pass: The number of the pass.
  ///   - rows: The right rows.
  ///   - sought: What is known of those that are looked up.
  ///   - isOpen: Whether the row at a place of the batch is still to be looked for.
  ///   - found: Gets the candidates.
  ///   - capped: Called with the size of each block that was too large, so that nothing was added.
  func collect(
    _ pass: Int, _ rows: StandardRows, _ sought: SoughtRows, isOpen: [Bool],
    into found: inout [Candidate], capped: (Int) -> Void
  ) {
    let index = indexes[indexOfPass[pass]]
    if index.isEmpty { return }
    let kind = passes[pass]
    let isSwapped = kind.holdsSwappedBirth
    let holdsBirth = kind.holdsBirth
    var keys = InlineArray<16, UInt64>(repeating: 0)
    var regions = InlineArray<16, Range<Int>>(repeating: index.whole)
    var places = InlineArray<16, UInt8>(repeating: 0)
    var count = 0
    for place in 0..<sought.batch.count where isOpen[place] {
      switch sought.sketches[place].identifier {
      case .whole where !index.serves.whole: continue
      case .missing where !index.serves.missing: continue
      default: break
      }
      if isSwapped {
        regions[count] = sought.swappedBirth[place]
      } else if holdsBirth {
        regions[count] = sought.sameBirth[place]
      }
      if regions[count].isEmpty { continue }
      keys[count] = kind.soughtKey(rows, sought.batch.lowerBound + place)
      places[count] = UInt8(place)
      if keys[count] != 0 { count += 1 }
    }
    // Each of these loops asks for the memory of all rows before the next one needs it of any.
    var presence = InlineArray<16, UInt64>(repeating: 0)
    for number in 0..<count {
      presence[number] = index.mayContain(keys[number], in: regions[number])
    }
    var buckets = InlineArray<16, Range<Int>>(repeating: 0..<0)
    let all = 0..<count
    count = 0
    for number in all where presence[number] & 1 == 1 {
      buckets[count] = index.bucket(keys[number], in: regions[number])
      keys[count] = keys[number]
      places[count] = places[number]
      count += 1
    }
    var firsts = InlineArray<16, UInt32>(repeating: 0)
    for number in 0..<count { firsts[number] = index.firstTag(buckets[number]) }
    for number in 0..<count {
      let tag = UInt32(truncatingIfNeeded: keys[number])
      if buckets[number].count <= 1 && firsts[number] != tag { continue }
      let place = places[number]
      let size = index.collect(
        tag, sought.sketches[Int(place)], in: buckets[number], at: place, into: &found)
      if size > 0 { capped(size) }
    }
    if kind == .identifier { collectFormer(index, rows, sought, into: &found, capped: capped) }
  }

  /// Adds the left rows that have a former identifier of right rows as their own or former one.
  private func collectFormer(
    _ index: BlockIndex, _ rows: StandardRows, _ sought: SoughtRows,
    into found: inout [Candidate], capped: (Int) -> Void
  ) {
    for (place, position) in sought.batch.enumerated() {
      let identifier = rows.keys[position].former
      if identifier.isMissing { continue }
      let key = BlockingPass.key(of: identifier)
      let size = index.collect(
        UInt32(truncatingIfNeeded: key), PairSketch(), in: index.bucket(key, in: index.whole),
        at: UInt8(place), into: &found)
      if size > 0 { capped(size) }
    }
  }
}
