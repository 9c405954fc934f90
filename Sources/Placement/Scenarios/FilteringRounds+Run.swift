extension FilteringRounds {
  /// Runs the rounds.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - stable: Its stable placement.
  /// - Returns: Each round, and where the applicants are at the end.
  /// - Throws: ``PlacementError/Code/quota`` if over-calling asks for more seats than can be counted.
  /// - Complexity: O(wishes × log wishes + rounds × wishes).
  public func run(
    _ problem: PlacementProblem, comparedWith stable: PlacementResult
  ) throws(PlacementError) -> Outcome {
    var calling = Calling(problem, units: try calledSeats(problem).units)
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

  /// The seats for which people are called: all quotas, those of pools and reserves too, times the
  /// ratio of over-calling, rounded down.
  private func calledSeats(_ problem: PlacementProblem) throws(PlacementError) -> SeatPlan {
    func called(_ seats: Int) -> Int { seats * callsPerHundredSeats / 100 }
    var (programmes, pools, reserves) = (problem.programmes, problem.pools, problem.reserves)
    for index in programmes.indices { programmes[index].quota = called(programmes[index].quota) }
    for index in pools.indices { pools[index].quota = called(pools[index].quota) }
    for index in reserves.indices { reserves[index].seats = called(reserves[index].seats) }
    return try SeatPlan(programmes: programmes, pools: pools, reserves: reserves)
  }

  private func misplaced(_ held: [Int32], _ stable: PlacementResult) -> Int {
    zip(held, stable.placed).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}

/// The state of the rounds.
private struct Calling {
  let problem: PlacementProblem
  /// How programmes call: one unit decides for all programmes that share seats.
  let units: [SeatUnit]
  /// Everyone who wishes for a programme of each unit and was not struck, the best first.
  var lists: [[Candidate]]
  /// The packed wish that each applicant holds, -1 for none.
  var held: [Int32]
  let applicantOf: [Int32]
  /// Units of which somebody was struck since they called last.
  var isChanged: [Bool]

  init(_ problem: PlacementProblem, units: [SeatUnit]) {
    self.problem = problem
    self.units = units
    let all = UnitCandidates(
      demandedBy: Array(repeating: -1, count: problem.applicants.count), in: problem)
    lists = units.indices.map(all.sorted)
    var applicantOf = [Int32](repeating: 0, count: problem.packed.count)
    for applicant in problem.applicants.indices {
      for wish in problem.wishRange(of: applicant) { applicantOf[wish] = Int32(applicant) }
    }
    self.applicantOf = applicantOf
    held = Array(repeating: -1, count: problem.applicants.count)
    isChanged = Array(repeating: true, count: units.count)
  }

  /// Every programme calls on the ground of the last round; then the centre keeps the highest.
  mutating func callRound() -> Int {
    var calls: [UInt32] = []
    for unit in units.indices where isChanged[unit] { call(unit, &calls) }
    for wish in calls {
      let applicant = Int(applicantOf[Int(wish)])
      if held[applicant] >= 0, held[applicant] < Int32(wish) { continue }
      held[applicant] = Int32(wish)
      // What she wished for behind it is struck.
      for struck in Int(wish) + 1..<problem.wishRange(of: applicant).upperBound {
        isChanged[Int(problem.seats.lineUnit[Int(problem.packed[struck].line)])] = true
      }
    }
    return calls.count
  }

  /// Calls whom the rule chooses of all who were not struck.
  private mutating func call(_ unit: Int, _ calls: inout [UInt32]) {
    isChanged[unit] = false
    lists[unit].removeAll { wish in
      let holds = held[Int(applicantOf[Int(wish.wish)])]
      return holds >= 0 && holds < Int32(wish.wish)
    }
    let plan = units[unit]
    var limits = plan.openLimits
    plan.lower(&limits, by: lists[unit], ties: problem.lineRule.treatment)
    for person in lists[unit] where person.key < plan.limit(ofLine: person.line, limits) {
      if held[Int(applicantOf[Int(person.wish)])] != Int32(person.wish) {
        calls.append(person.wish)
      }
    }
  }

  /// Programmes keep no more than their seats; whoever is dropped has nothing left.
  mutating func cut() -> [Int] {
    let people = UnitCandidates(problem, placed: held)
    var dropped: [Int] = []
    for (unit, plan) in problem.seats.units.enumerated() {
      let people = people.sorted(unit)
      var limits = plan.openLimits
      plan.lower(&limits, by: people, ties: problem.lineRule.treatment)
      for person in people where person.key >= plan.limit(ofLine: person.line, limits) {
        let applicant = Int(applicantOf[Int(person.wish)])
        dropped.append(applicant)
        held[applicant] = -1
      }
    }
    return dropped.sorted()
  }
}
