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
