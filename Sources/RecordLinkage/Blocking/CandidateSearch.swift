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
  /// The left row's position.
  let left: UInt32
}

/// Passes that are searched together, and the indexes of the left rows for them.
struct IndexedPasses: Sendable {
  let passes: [BlockingPass]
  /// The number of the first one among all passes.
  let firstNumber: Int
  /// One index a pass, in their order.
  let indexes: JoinedIndexes
  /// The rows of all of these.
  let rows: [IndexedRow]
}

/// Finds, for a few right rows at a time, the left rows that share a key with it in any pass.
struct CandidateSearch: Sendable {
  /// The passes among all left rows, the first that of identifiers.
  let amongAll: IndexedPasses
  private let indexer: PassIndexer
  private let days: BirthDays

  /// Indexes the left rows, one index a pass, in parallel.
  ///
  /// - Parameters:
  ///   - rows: The left rows, in ``BirthOrder``.
  ///   - days: Their birth dates.
  ///   - cards: Their cards.
  ///   - right: The rows that are looked up.
  ///   - bound: What pairs weigh at most; nil to find all of them.
  ///   - plan: The threads to use.
  init(
    _ rows: StandardRows, _ days: BirthDays, _ cards: [PersonCard], for right: any RightRows,
    bound: PairBound?, plan: WorkPlan
  ) {
    let passes = BlockingPass.amongAll(furtherFields: right.furtherFields.count)
    let indexer = PassIndexer(
      rows: rows, cards: cards, bound: bound,
      takesAll: bound == nil || right.hasOtherIdentifiers(plan))
    let entries = plan.filledArray(count: rows.keys.count) { indexer.entry(of: $0) }
    var indexes = JoinedIndexes(count: passes.count, rows: rows.keys.count)
    // Only as many ahead as there are threads, lest all are in memory twice.
    plan.map(count: passes.count, ahead: plan.threadCount) {
      indexer.index(passes[$0], entries)
    } take: {
      indexes.append($0)
    }
    self.indexer = indexer
    self.days = days
    amongAll = IndexedPasses(
      passes: passes, firstNumber: 0, indexes: indexes,
      rows: plan.filledArray(count: entries.count) { entries[$0].indexed })
  }

  /// All passes by their numbers.
  var passes: [BlockingPass] { amongAll.passes + BlockingPass.amongSameBirth }

  /// The indexes of the left rows born on some dates, ascending.
  func sameBirth(on dates: [PackedDate]) -> SameBirthSearch {
    let passes = BlockingPass.amongSameBirth
    var entries: [PassIndexer.Entry] = []
    var counts: [(date: PackedDate, rows: Int)] = []
    for date in dates where !date.isMissing {
      let places = days.places(date)
      if places.isEmpty { continue }
      counts.append((date, places.count))
      entries += places.lazy.map { indexer.entry(of: $0) }
    }
    let days = BirthDays(counts)
    var indexes = JoinedIndexes(count: passes.count, rows: entries.count)
    for pass in passes { indexes.append(indexer.index(pass, entries, days: days)) }
    return SameBirthSearch(
      passes: IndexedPasses(
        passes: passes, firstNumber: amongAll.passes.count, indexes: indexes,
        rows: entries.map(\.indexed)),
      days: days)
  }

  /// Right rows that are looked up together: the processor waits for the memory of all of them at
  /// one time.
  static let batchLength = 32
}

/// The left rows born on a few days, in the passes that look among those born on the same day.
///
/// These indexes are made day by day and forgotten again: so few stay in the processor's cache, and
/// those of all days would be the largest part of what a linkage holds in memory.
struct SameBirthSearch: Sendable {
  let passes: IndexedPasses
  fileprivate let days: BirthDays
}

/// What all passes need to know of a few right rows that are looked up together.
struct SoughtRows {
  /// The positions of the rows.
  private(set) var batch = 0..<0
  private(set) var sketches: [PairSketch] = []
  /// The left rows born on the same date.
  private(set) var sameBirth: [JoinedIndexes.Region] = []

  /// Looks at right rows before they are looked up.
  ///
  /// - Parameters:
  ///   - rows: The right rows, in ``BirthOrder``.
  ///   - batch: Some positions in `rows`, at most 256.
  ///   - search: The left rows born on their days.
  mutating func look(at rows: StandardRows, _ batch: Range<Int>, _ search: SameBirthSearch) {
    self.batch = batch
    sketches.removeAll(keepingCapacity: true)
    sameBirth.removeAll(keepingCapacity: true)
    for position in batch {
      let keys = rows.keys[position]
      sketches.append(PairSketch(keys))
      if let same = sameBirth.last, keys.birth == rows.keys[position - 1].birth {
        sameBirth.append(same)
      } else {
        sameBirth.append(JoinedIndexes.Region(search.days.places(keys.birth)))
      }
    }
  }
}
