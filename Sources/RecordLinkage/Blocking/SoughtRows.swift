/// What all passes need to know of a few right rows that are looked up together.
struct SoughtRows {
  /// The positions of the rows.
  private(set) var batch = 0..<0
  private(set) var sketches: [PairSketch] = []
  /// The key of each row in each pass, ``CandidateSearch/batchLength`` places a pass.
  private(set) var keys: [UInt64]
  /// The left rows born on the same date.
  private(set) var sameBirth: [JoinedIndexes.Region] = []

  private let passes: [BlockingPass]

  /// No rows, and room for some that are looked up in these passes.
  init(_ passes: [BlockingPass]) {
    self.passes = passes
    keys = Array(repeating: 0, count: passes.count * CandidateSearch.batchLength)
  }

  /// Looks at right rows before they are looked up.
  ///
  /// - Parameters:
  ///   - rows: The right rows, in ``BirthOrder``.
  ///   - batch: Some positions in `rows`, at most ``CandidateSearch/batchLength``.
  ///   - search: The left rows born on their days.
  mutating func look(at rows: StandardRows, _ batch: Range<Int>, _ search: SameBirthSearch) {
    self.batch = batch
    sketches.removeAll(keepingCapacity: true)
    sameBirth.removeAll(keepingCapacity: true)
    for (place, position) in batch.enumerated() {
      let keys = rows.keys[position]
      sketches.append(PairSketch(keys))
      let terms = BlockingTerms(rows, position, hasEnds: true)
      var key = place
      for pass in passes {
        self.keys[key] = pass.soughtKey(terms, rows)
        key += CandidateSearch.batchLength
      }
      if let same = sameBirth.last, keys.birth == rows.keys[position - 1].birth {
        sameBirth.append(same)
      } else {
        sameBirth.append(JoinedIndexes.Region(search.days.places(keys.birth)))
      }
    }
  }
}
