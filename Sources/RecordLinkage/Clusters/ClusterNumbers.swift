import Parallel

/// The identifiers of the rows of several sources, by which two rows can be told to be two people.
struct ClusterNumbers: Sendable {
  private let keys: [PersonKeys]

  /// The identifiers of the rows, numbered from the first source on.
  init(_ sources: [PersonTable], plan: WorkPlan) {
    keys = sources.flatMap { source in
      plan.mapChunks(of: source.count, chunkLength: 16_384) { rows in
        rows.map { PersonKeys.withoutName(source, row: $0) }
      }.flatMap { $0 }
    }
  }

  /// Whether two rows have citizen numbers far apart, each of which fits its own row's birth year and
  /// sex: neither is then a slip, nor lent by a relative of another age.
  func areOfTwoPeople(_ one: Int, _ other: Int) -> Bool {
    PersonKeys.compareIdentifiers(keys[one], keys[other]) == .distinct
  }
}
