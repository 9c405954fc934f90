/// Whom each line would take, given a placement.
struct LineLimits {
  /// A wish would be taken if its key is less.
  private(set) var limits: [UInt64]
  /// The applicant with the worst key placed at each line, -1 for none.
  private(set) var worst: [Int32]
  private(set) var worstKey: [UInt64]

  /// - Parameters:
  ///   - problem: The problem.
  ///   - placed: The packed wish at which each applicant is placed, -1 for none.
  ///
  /// Whether somebody would be taken depends on the people placed there; under `reject-all` also on
  /// everybody who would rather be there, for equals who do not all fit close the line.
  init(_ problem: PlacementProblem, placed: [Int32]) {
    let seats = problem.seats
    limits = Array(repeating: 0, count: seats.lineUnit.count)
    worst = Array(repeating: -1, count: seats.lineUnit.count)
    worstKey = Array(repeating: 0, count: seats.lineUnit.count)
    for applicant in problem.applicants.indices where placed[applicant] >= 0 {
      let entry = problem.packed[Int(placed[applicant])]
      let line = Int(entry.line)
      if worst[line] < 0 || entry.key > worstKey[line] {
        worst[line] = Int32(applicant)
        worstKey[line] = entry.key
      }
    }
    let ties = problem.lineRule.treatment
    let candidates =
      ties == .rejectAll
      ? UnitCandidates(demandedBy: placed, in: problem) : UnitCandidates(problem, placed: placed)
    for (unit, plan) in seats.units.enumerated() {
      var unitLimits = plan.openLimits
      plan.lower(&unitLimits, by: candidates.sorted(unit), ties: ties)
      for line in plan.lines { limits[Int(line)] = plan.limit(ofLine: line, unitLimits) }
    }
  }
}
