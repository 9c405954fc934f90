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

/// The left rows born on a few days, in the passes that look among those born on the same day.
///
/// These indexes are made day by day and forgotten again: so few stay in the processor's cache, and
/// those of all days would be the largest part of what a linkage holds in memory.
struct SameBirthSearch: Sendable {
  let passes: IndexedPasses
  let days: BirthDays
}
