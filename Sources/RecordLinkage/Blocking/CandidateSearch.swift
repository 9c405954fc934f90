import Parallel

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
    return SameBirthSearch(
      passes: IndexedPasses(
        passes: passes, firstNumber: amongAll.passes.count,
        indexes: indexer.indexes(passes, entries, days),
        rows: entries.map(\.indexed)),
      days: days)
  }

  /// Right rows that are looked up together: the processor waits for the memory of all of them at
  /// one time.
  static let batchLength = 32
}
