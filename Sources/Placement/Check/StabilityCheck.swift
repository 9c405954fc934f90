public import Parallel

/// An independent proof of a placement, ours or foreign.
///
/// It asks whether everyone is placed at a valid wish, no quota is broken, nobody prefers a
/// programme that would take her, no tie is split, the stated cutoffs are the implied ones, and,
/// once all that holds, whether any stable placement is better for anybody. It shares the data with
/// ``DeferredAcceptance``, and the rule that says whom pools and kept seats take, but not the search.
public struct StabilityCheck: Sendable {
  private let problem: PlacementProblem

  /// A check against this problem.
  public init(_ problem: PlacementProblem) { self.problem = problem }

  /// What is wrong with a placement.
  ///
  /// - Parameters:
  ///   - placement: The placement.
  ///   - cutoffs: Stated cutoffs; none are checked when there are none.
  ///   - plan: Threads for summing up.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: The first witness of each kind of fault, by applicant or programme in the order of
  ///   the problem; empty when the placement is right.
  /// - Throws: ``PlacementError/Code/cancelled``; ``PlacementError/Code/columns`` when the
  ///   placement belongs to another number of applicants.
  /// - Complexity: O(wishes + people × log people) and that of ``CutoffIteration``; with seats for
  ///   groups O(groups × blocks × people) more.
  public func findings(
    in placement: ClaimedPlacement, cutoffs: [ClaimedCutoff] = [],
    plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(PlacementError) -> [StabilityFinding] {
    guard placement.programmes.count == problem.applicants.count else {
      throw PlacementError(.columns, detail: "the placement is of other applicants")
    }
    var list = FindingList()
    let placed = placedWishes(placement, &list)
    checkQuotas(placed, &list)
    checkEnvy(placed, &list)
    checkCutoffs(cutoffs, placed, plan, &list)
    let faults: [StabilityFinding.Kind] = [.ineligible, .quota, .blockingPair, .splitTie]
    if !faults.contains(where: list.contains) {
      try checkOptimality(placed, plan, cancellation, &list)
    }
    checkStatements(placement, placed, &list)
    return placement.findings + list.findings
  }

  /// The packed wish at which each applicant is placed; -1 for none or no valid one.
  private func placedWishes(_ placement: ClaimedPlacement, _ list: inout FindingList) -> [Int32] {
    placement.programmes.enumerated().map { applicant, programme in
      if programme < 0 { return -1 }
      let wishes = problem.wishRange(of: applicant)
      let wish = wishes.first { wish in
        !problem.packed[wish].isVoid && problem.programme(ofWish: wish) == Int(programme)
      }
      if let wish { return Int32(wish) }
      list.add(
        .ineligible, applicant: problem.applicants[applicant],
        programme: problem.programmes[Int(programme)].code)
      return -1
    }
  }

  /// Whether what is stated of the granted wishes is what was handed in.
  private func checkStatements(
    _ placement: ClaimedPlacement, _ placed: [Int32], _ list: inout FindingList
  ) {
    for statement in placement.statements where placed[statement.applicant] >= 0 {
      let wish = Int(placed[statement.applicant])
      func compare(_ figure: StabilityFinding.Figure, _ stated: Int64?, _ right: Int64) {
        guard let stated, stated != right else { return }
        list.add(
          .ineligible, applicant: problem.applicants[statement.applicant],
          programme: problem.programmes[problem.programme(ofWish: wish)].code,
          other: .figure(figure), values: [stated, right])
      }
      let row = problem.row(wish)
      compare(.rank, statement.rank.map(Int64.init), Int64(problem.wishes.ranks[row]))
      compare(.score, statement.score, problem.wishes.scores[row])
    }
  }

  private func checkQuotas(_ placed: [Int32], _ list: inout FindingList) {
    let units = UnitCandidates(problem, placed: placed)
    for (unit, plan) in problem.seats.units.enumerated() {
      let admitted = units.sorted(unit)
      var limits = plan.openLimits
      plan.lower(&limits, by: admitted, ties: problem.lineRule.treatmentOfEquals)
      let excess = admitted.first { $0.key >= plan.limit(ofLine: $0.line, limits) }
      guard let excess else { continue }
      let index = problem.programme(ofWish: Int(excess.wish))
      let count = admitted.reduce(0) {
        $0 + (problem.programme(ofWish: Int($1.wish)) == index ? 1 : 0)
      }
      list.add(
        .quota, applicant: problem.applicants[problem.applicant(ofWish: Int(excess.wish))],
        programme: problem.programmes[index].code,
        other: .seats(
          overfullPool(around: index, admitted)
            ?? "\(count) people placed with a quota of \(problem.programmes[index].quota), "
            + "which with its pools and reserves does not hold them all"))
    }
  }

  /// The innermost pool around a programme that has more people than seats.
  private func overfullPool(around programme: Int, _ admitted: [Candidate]) -> Message? {
    let pools = problem.pools
    func chain(_ programme: Int) -> [Int] {
      Array(
        sequence(first: problem.programmes[programme].pool) { $0.flatMap { pools[$0].parent } }
          .prefix { $0 != nil }.compactMap(\.self))
    }
    let chains = admitted.map { chain(problem.programme(ofWish: Int($0.wish))) }
    for pool in chain(programme) {
      let count = chains.count { $0.contains(pool) }
      if count > pools[pool].quota {
        return
          "\(count) people placed in its pool \(pools[pool].name) of \(pools[pool].quota) seats"
      }
    }
    return nil
  }

  /// Blocking pairs and split ties.
  private func checkEnvy(_ placed: [Int32], _ list: inout FindingList) {
    let limits = LineLimits(problem, placed: placed)
    for applicant in problem.applicants.indices {
      for wish in problem.wishRange(of: applicant) {
        if wish == Int(placed[applicant]) { break }
        let entry = problem.packed[wish]
        if entry.isVoid { continue }
        let line = Int(entry.line)
        let programme = problem.programme(ofWish: wish)
        let worst = limits.worst[line]
        if worst >= 0, limits.worstKey[line] == entry.key {
          list.add(
            .splitTie, applicant: problem.applicants[applicant],
            programme: problem.programmes[programme].code,
            other: .applicant(problem.applicants[Int(worst)]))
        } else if entry.key < limits.limits[line] {
          let holds = worst >= 0 && limits.worstKey[line] > entry.key
          list.add(
            .blockingPair, applicant: problem.applicants[applicant],
            programme: problem.programmes[programme].code,
            other: holds ? .applicant(problem.applicants[Int(worst)]) : .none)
        }
      }
    }
    if problem.lineRule == .rejectAll, list.findings.isEmpty {
      checkEmptySeats(placed, limits, &list)
    }
  }

  /// Under `reject-all`, seats that equals could not fill stay empty, in all sets around them.
  private func checkEmptySeats(
    _ placed: [Int32], _ limits: LineLimits, _ list: inout FindingList
  ) {
    for applicant in problem.applicants.indices where placed[applicant] >= 0 {
      let entry = problem.packed[Int(placed[applicant])]
      if entry.key < limits.limits[Int(entry.line)] { continue }
      let index = problem.programme(ofWish: Int(placed[applicant]))
      list.add(
        .quota, applicant: problem.applicants[applicant],
        programme: problem.programmes[index].code,
        other: .seats("filled a seat that must stay empty, as equal people did not all fit"))
    }
  }

  private func checkCutoffs(
    _ claims: [ClaimedCutoff], _ placed: [Int32], _ plan: WorkPlan, _ list: inout FindingList
  ) {
    if claims.isEmpty { return }
    var isHeld = [Bool](repeating: false, count: problem.packed.count)
    for wish in placed where wish >= 0 { isHeld[Int(wish)] = true }
    let implied = PlacementSummary(problem, isHeld: isHeld, plan: plan).cutoffs(problem)
    var indices: [String: Int] = [:]
    for (index, programme) in problem.programmes.enumerated() { indices[programme.code] = index }
    for claim in claims {
      guard let index = indices[claim.programme] else {
        list.add(.unknownProgramme, programme: claim.programme)
        continue
      }
      check(claim, implied[index], &list)
    }
  }

  /// The first of the figures that the placement does not imply.
  private func check(_ claim: ClaimedCutoff, _ implied: Cutoff, _ list: inout FindingList) {
    func fault(_ figure: StabilityFinding.Figure, _ stated: Int64?, _ right: Int64?) {
      list.add(
        .cutoff, programme: claim.programme, other: .figure(figure), values: [stated, right])
    }
    if claim.score != implied.score { return fault(.cutoff, claim.score, implied.score) }
    for figure in ClaimedCutoff.Figure.allCases {
      guard let stated = claim.figures[figure], stated != implied.value(of: figure) else {
        continue
      }
      return fault(.line(figure), stated, implied.value(of: figure))
    }
    if let binding = claim.binding, binding != implied.binding {
      return fault(.binding, binding.place, implied.binding.place)
    }
    // The values of the last one admitted are right, too, where they did not decide.
    let right = implied.isDecidedByKeys ? implied.keys : []
    if let stated = claim.keys, stated != right, stated != implied.keys {
      list.add(
        .cutoff, programme: claim.programme, other: .figure(.cutoffKeys), keys: [stated, right])
    }
  }

  private func checkOptimality(
    _ placed: [Int32], _ plan: WorkPlan, _ cancellation: Cancellation?, _ list: inout FindingList
  ) throws(PlacementError) {
    let best = try CutoffIteration.place(problem, plan: plan, cancellation: cancellation).placed
    for applicant in problem.applicants.indices where best[applicant] >= 0 {
      if placed[applicant] < 0 || best[applicant] < placed[applicant] {
        list.add(
          .notOptimal, applicant: problem.applicants[applicant],
          programme: problem.programmes[problem.programme(ofWish: Int(best[applicant]))].code)
      }
    }
  }
}
