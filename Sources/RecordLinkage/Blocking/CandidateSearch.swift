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
  fileprivate(set) var sketches: [PairSketch] = []
  /// The left rows born on the same date, and on the date with day and month changed over.
  fileprivate(set) var sameBirth: [JoinedIndexes.Region] = []
  fileprivate(set) var swappedBirth: [JoinedIndexes.Region] = []
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
  let indexes: JoinedIndexes
  /// The number of each pass's index.
  let indexOfPass: [Int]

  /// Indexes the left rows, one index a pass, in parallel.
  ///
  /// - Parameters:
  ///   - rows: The left rows, in ``BirthOrder``.
  ///   - shares: How common their terms are.
  ///   - right: The rows that are looked up.
  ///   - bound: What pairs weigh at most; nil to find all of them.
  ///   - plan: The threads to use.
  init(
    _ rows: StandardRows, _ shares: [LogShares], for right: any PersonRows, bound: PairBound?,
    plan: WorkPlan
  ) {
    let passes = BlockingPass.all(furtherFields: right.furtherFields.count)
    let indexed = passes.filter { $0.index == $0 }
    let days = BirthDays(rows.keys)
    self.passes = passes
    self.days = days
    let takesAll = bound == nil || right.hasOtherIdentifiers(plan)
    let most = bound.map { bound in shares.map { bound.mostOfFields($0) } } ?? []
    var indexes = JoinedIndexes(count: indexed.count, rows: rows.keys.count)
    // As many at a time as there are threads, lest all are in memory twice.
    for start in stride(from: 0, to: indexed.count, by: plan.threadCount) {
      let built = plan.map(count: min(plan.threadCount, indexed.count - start)) { number in
        let pass = indexed[start + number]
        return Self.index(rows, days, pass, takesAll: takesAll) { tag, row in
          guard let bound else { return BlockEntry(tag: tag, row: row) }
          let worth = bound.worth(pass, most[Int(row)])
          return BlockEntry(tag: tag, row: row, PairSketch(rows.keys[Int(row)]), worth)
        }
      }
      for index in built { indexes.append(index) }
    }
    self.indexes = indexes
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
  static let batchLength = 32

  /// Looks at right rows before they are looked up.
  ///
  /// - Parameters:
  ///   - rows: The right rows, in ``BirthOrder``.
  ///   - batch: Some positions in `rows`, at most 256.
  ///   - sought: Gets what all passes need to know of them.
  func look(at rows: StandardRows, _ batch: Range<Int>, into sought: inout SoughtRows) {
    sought.batch = batch
    sought.sketches.removeAll(keepingCapacity: true)
    sought.sameBirth.removeAll(keepingCapacity: true)
    sought.swappedBirth.removeAll(keepingCapacity: true)
    for position in batch {
      let keys = rows.keys[position]
      sought.sketches.append(PairSketch(keys))
      if let same = sought.sameBirth.last, let swapped = sought.swappedBirth.last,
        keys.birth == rows.keys[position - 1].birth
      {
        sought.sameBirth.append(same)
        sought.swappedBirth.append(swapped)
      } else {
        sought.sameBirth.append(JoinedIndexes.Region(days.places(keys.birth)))
        sought.swappedBirth.append(JoinedIndexes.Region(days.places(keys.birth.swapped)))
      }
    }
  }
}
