package import Placement

extension PlacementResult {
  /// The programmes with fewer people than their lower quota, which is reported and never enforced:
  /// the first ten by name, then how many more there are.
  package func shortages(in problem: PlacementProblem) -> [Message] {
    let short = cutoffs.filter { $0.missing > 0 }
    let named = short.prefix(10).map { cutoff -> Message in
      "\(problem.programmes[cutoff.programme].code): \(cutoff.missing) short of the lower quota"
    }
    let rest = short.count - named.count
    return rest > 0 ? named + ["… and \(rest) more short of their lower quota"] : named
  }
}

extension PlacementProblem {
  /// The programmes at which people who keep their places need more seats than the quota.
  package var raisedQuotas: [Message] {
    zip(programmes, statedQuotas).filter { $0.quota > $1 }.map { programme, stated in
      "\(programme.code): \(programme.quota) seats instead of the quota of \(stated), for people who "
        + "keep their places"
    }
  }
}

extension PlaceStep {
  /// What a clerk should know about the placement besides the counts, one line each.
  var notes: [Message] {
    let wishes = problem.wishes
    let empty = problem.tieOrder.keys.filter { key in
      guard let column = key.column, wishes.count > 0 else { return false }
      return (0..<wishes.count).allSatisfy {
        wishes.tie(column: column, row: $0) == WishTable.missingTie
      }
    }
    return empty.map { key -> Message in
      """
      placement.ties: nobody has a value for \"\(key)\"; give a column tie_\((key.column ?? 0) + 1) in the \
      applicants' files or the wishes, or take the key out
      """
    } + result.shortages(in: problem)
  }
}
