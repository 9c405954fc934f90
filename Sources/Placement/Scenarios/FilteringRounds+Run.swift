extension FilteringRounds {
  /// Runs the rounds.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - stable: Its stable placement.
  /// - Returns: Each round, and where the applicants are at the end.
  /// - Throws: ``PlacementError/Code/rounds`` if there are pools or reserves: between programmes
  ///   that call on their own, those were moved by hand.
  /// - Complexity: O(wishes × log wishes).
  public func run(
    _ problem: PlacementProblem, comparedWith stable: PlacementResult
  ) throws(PlacementError) -> Outcome {
    for unit in problem.seats.units {
      guard case .programme = unit else { throw PlacementError(.rounds) }
    }
    var calling = Calling(problem, rules: self)
    var rounds: [Round] = []
    while rounds.count < roundCount {
      let calls = calling.callRound()
      rounds.append(
        Round(
          calls: calls, placed: calling.held.count { $0 >= 0 },
          misplaced: misplaced(calling.held, stable)))
      if calls == 0 { break }
    }
    let dropped = cutsAtEnd ? calling.cut() : []
    let programmes = calling.held.map { wish in
      wish < 0 ? -1 : Int32(problem.programme(ofWish: Int(wish)))
    }
    var counts = [Int](repeating: 0, count: problem.programmes.count)
    for programme in programmes where programme >= 0 { counts[Int(programme)] += 1 }
    let overEnrolled = zip(counts, problem.programmes).reduce(0) {
      $0 + max(0, $1.0 - $1.1.quota)
    }
    return Outcome(
      rounds: rounds, programmes: programmes, dropped: dropped, overEnrolled: overEnrolled,
      misplaced: misplaced(calling.held, stable))
  }

  private func misplaced(_ held: [Int32], _ stable: PlacementResult) -> Int {
    zip(held, stable.placed).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}

/// The state of the rounds.
private struct Calling {
  let problem: PlacementProblem
  let rules: FilteringRounds
  /// Everyone who wishes for each programme, the best first.
  let lists: [[Candidate]]
  /// The packed wish that each applicant holds, -1 for none.
  var held: [Int32]
  let applicantOf: [Int32]
  /// How far down its list each programme has called.
  var next: [Int]
  /// How many hold a place at each programme.
  var counts: [Int]

  init(_ problem: PlacementProblem, rules: FilteringRounds) {
    self.problem = problem
    self.rules = rules
    let all = UnitCandidates(
      demandedBy: Array(repeating: -1, count: problem.applicants.count), in: problem)
    var lists = [[Candidate]](repeating: [], count: problem.programmes.count)
    for (unit, plan) in problem.seats.units.enumerated() {
      if case .programme(let line, _) = plan { lists[Int(line)] = all.sorted(unit) }
    }
    self.lists = lists
    var applicantOf = [Int32](repeating: 0, count: problem.packed.count)
    for applicant in problem.applicants.indices {
      for wish in problem.wishRange(of: applicant) { applicantOf[wish] = Int32(applicant) }
    }
    self.applicantOf = applicantOf
    held = Array(repeating: -1, count: problem.applicants.count)
    next = Array(repeating: 0, count: problem.programmes.count)
    counts = next
  }

  /// Every programme calls on the ground of the last round; then the centre keeps the highest.
  mutating func callRound() -> Int {
    var calls: [UInt32] = []
    for programme in lists.indices { call(programme, &calls) }
    for wish in calls {
      let applicant = Int(applicantOf[Int(wish)])
      let before = held[applicant]
      if before >= 0, before < Int32(wish) { continue }
      if before >= 0 { counts[problem.programme(ofWish: Int(before))] -= 1 }
      held[applicant] = Int32(wish)
      counts[problem.programme(ofWish: Int(wish))] += 1
    }
    return calls.count
  }

  private mutating func call(_ programme: Int, _ calls: inout [UInt32]) {
    let list = lists[programme]
    let target = problem.programmes[programme].quota * rules.callsPerHundredSeats / 100
    var expected = counts[programme]
    while expected < target, next[programme] < list.count {
      let start = next[programme]
      var end = start
      while end < list.count, list[end].key == list[start].key { end += 1 }
      let free = list[start..<end].filter { isFree($0.wish) }
      if problem.lineRule == .rejectAll, expected + free.count > target { return }
      calls += free.map(\.wish)
      expected += free.count
      next[programme] = end
    }
  }

  /// Whether the wish has not been struck by a higher call.
  private func isFree(_ wish: UInt32) -> Bool {
    let holds = held[Int(applicantOf[Int(wish)])]
    return holds < 0 || holds > Int32(wish)
  }

  /// Programmes keep no more than their seats; whoever is dropped has nothing left.
  mutating func cut() -> [Int] {
    let units = UnitCandidates(problem, placed: held)
    var dropped: [Int] = []
    for (unit, plan) in problem.seats.units.enumerated() {
      let people = units.sorted(unit)
      var limits = plan.openLimits
      plan.lower(&limits, by: people, ties: problem.lineRule.treatment)
      for person in people where person.key >= limits[0] {
        let applicant = Int(applicantOf[Int(person.wish)])
        dropped.append(applicant)
        held[applicant] = -1
      }
    }
    return dropped.sorted()
  }
}
