extension PlacementResult {
  /// Ends the run if equals at a line do not all fit: the rule `cut` leaves them to a person.
  ///
  /// Admitting all and rejecting all agree exactly when no tie at a line matters, and then every
  /// way of breaking ties gives this placement.
  func refuseTies(in problem: PlacementProblem) throws(PlacementError) {
    let units = UnitCandidates(problem, placed: placed)
    var undecided: Candidate?
    for (unit, plan) in problem.seats.units.enumerated() {
      let candidates = units.sorted(unit)
      var limits = plan.openLimits
      plan.lower(&limits, by: candidates, ties: .rejectAll)
      let refused = candidates.first { $0.key >= plan.limit(ofLine: $0.line, limits) }
      guard let refused else { continue }
      let programme = problem.programme(ofWish: Int(refused.wish))
      if undecided.map({ problem.programme(ofWish: Int($0.wish)) > programme }) ?? true {
        undecided = refused
      }
    }
    guard let undecided else { return }
    let index = problem.programme(ofWish: Int(undecided.wish))
    let tied = problem.applicants.indices.filter { applicant in
      let wish = placed[applicant]
      return wish >= 0 && problem.packed[Int(wish)].key == undecided.key
        && problem.programme(ofWish: Int(wish)) == index
    }
    let names = tied.map { problem.applicants[$0] }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    throw PlacementError(
      .tieAtTheLine, subject: "\(problem.programmes[index].code)",
      detail:
        "quota \(problem.programmes[index].quota), equal people up to \(cutoffs[index].admitted)",
      applicants: names)
  }
}
