import Parallel

/// How much likelier a pair is than its weight says where neither row has another candidate.
///
/// The weight asks how many of all pairs are of one person. But a row has at most one counterpart in a
/// source: where most rows have one, a row without another candidate has hardly anybody else to belong to.
/// With M links between n and N rows the odds of such a pair begin at M / ((n − M)(N − M)), not at
/// M / (nN) (Sadinle 2017, "Bayesian estimation of bipartite matchings for record linkage").
struct OneToOnePrior: Sendable {
  /// What is added to the weight, in bits; 0 or more.
  let bits: Double

  /// No more than this share of rows is taken to have a counterpart, for some of them are never found.
  private static let greatestShare = 0.95

  /// Nothing is known of the tables.
  static let none = OneToOnePrior(bits: 0)

  private init(bits: Double) { self.bits = bits }

  /// The prior of two tables.
  ///
  /// - Complexity: O(rows).
  init(_ model: LinkageModel, left: any PersonRows, right: any PersonRows, plan: WorkPlan) {
    let rights = Double(plan.rowsOfLargestSource(right))
    let lefts = Double(max(1, plan.rowsOfLargestSource(left)))
    let share = min(model.matchShare, Self.greatestShare)
    let leftShare = min(model.matchShare * rights / lefts, Self.greatestShare)
    bits = -base2Logarithm((1 - leftShare) * (1 - share))
  }
}

extension WorkPlan {
  /// The number of rows of the source that has most.
  fileprivate func rowsOfLargestSource(_ rows: any PersonRows) -> Int {
    let parts = mapChunks(of: rows.count, chunkLength: 1 << 16) { chunk in
      var counts: [Int] = []
      for row in chunk {
        let source = Int(rows.sourceNumber(of: row))
        while counts.count <= source { counts.append(0) }
        counts[source] += 1
      }
      return counts
    }
    var counts: [Int] = []
    for part in parts {
      for (source, count) in part.enumerated() {
        if counts.count <= source { counts.append(0) }
        counts[source] += count
      }
    }
    return counts.max() ?? 0
  }
}
