public import Parallel

extension WishTable {
  /// The wishes of tables one after the other, as when parts were read in parallel.
  ///
  /// The parts are given up column by column, so that the wishes are never all there twice.
  ///
  /// - Parameters:
  ///   - tieColumnCount: Number of tie columns of each table.
  ///   - parts: The tables.
  ///   - numbers: For each part the index here of an applicant's index there.
  ///   - plan: Threads; the table is the same for any number.
  /// - Throws: ``PlacementError/Code/columns`` if a table has another number of tie columns, and
  ///   ``PlacementError/Code/index`` for an applicant without a number.
  /// - Complexity: O(wishes).
  public init(
    tieColumnCount: Int, concatenating parts: consuming [WishTable], renumbered numbers: [[Int32]],
    plan: WorkPlan = .allCores
  ) throws(PlacementError) {
    var starts = [0]
    for (index, part) in parts.enumerated() {
      guard part.tieColumnCount == tieColumnCount else {
        throw PlacementError(
          .columns, detail: "\(tieColumnCount) and \(part.tieColumnCount) tie columns")
      }
      let highest = part.applicants.max() ?? -1
      guard part.applicants.min() ?? 0 >= 0, Int(highest) < numbers[index].count else {
        throw PlacementError(.index, subject: "applicant", detail: "\(highest)")
      }
      starts.append(starts[index] + part.count)
    }
    self.init(tieColumnCount: tieColumnCount)
    let isEligible = parts.contains { $0.eligibility != nil }
    let hasGroups = parts.contains { $0.groups != nil }
    func joined<Value: BitwiseCopyable & Sendable>(
      _ take: (inout WishTable) -> [Value]
    ) -> [Value] {
      let values = parts.indices.map { take(&parts[$0]) }
      return plan.filledArray(starts: starts) { part, output in
        for value in values[part] { output.append(value) }
      }
    }
    let applicants = parts.indices.map { Self.taken(&parts[$0].applicants) }
    self.applicants = plan.filledArray(starts: starts) { part, output in
      let numbers = numbers[part]
      for applicant in applicants[part] { output.append(numbers[Int(applicant)]) }
    }
    ranks = joined { Self.taken(&$0.ranks) }
    programmes = joined { Self.taken(&$0.programmes) }
    for column in ties.indices { ties[column] = joined { Self.taken(&$0.ties[column]) } }
    if isEligible {
      eligibility = joined { part in
        part.eligibility ?? Array(repeating: true, count: part.scores.count)
      }
    }
    if hasGroups {
      groups = joined { part in part.groups ?? Array(repeating: -1, count: part.scores.count) }
    }
    scores = joined { Self.taken(&$0.scores) }
  }

  private static func taken<Value>(_ column: inout [Value]) -> [Value] {
    var taken: [Value] = []
    swap(&taken, &column)
    return taken
  }
}
