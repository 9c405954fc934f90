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

  /// The same, unless another row has a number that is a slip away from both: the two were then mistyped
  /// from one.
  func areOfTwoPeople(_ one: Int, _ other: Int, beside rows: some Sequence<Int>) -> Bool {
    areOfTwoPeople(one, other)
      && !rows.contains { isSlip($0, from: one) && isSlip($0, from: other) }
  }

  private func isSlip(_ row: Int, from other: Int) -> Bool {
    let level = PersonKeys.compareIdentifiers(keys[row], keys[other])
    return level == .slip || level == .neighbour
  }
}
