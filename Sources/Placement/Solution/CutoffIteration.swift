public import Parallel

/// The applicant-optimal stable placement by raising cutoffs, a second way to the same result.
///
/// Cutoffs start at "everyone". Each applicant asks for the first wish whose cutoff she meets; a
/// programme asked for by more than its rule allows raises its cutoff to what the rule, stated by
/// its definition, says about all who ask; until no cutoff moves. The least fixed point is the
/// placement (Azevedo and Leshno, "A supply and demand framework for two-sided matching markets",
/// 2016). The search shares nothing with ``DeferredAcceptance``; the rule of a programme alone is stated
/// a second time, that of pools and kept seats is one for both.
public enum CutoffIteration {
  /// Places the applicants.
  ///
  /// Under ``LineRule/cut`` equals at a line are all admitted: refusing to decide is left to the
  /// caller.
  ///
  /// - Parameters:
  ///   - problem: Applicants, programmes and wishes.
  ///   - plan: Threads for summing up; the iteration itself is sequential.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: The applicant-optimal stable placement.
  /// - Throws: ``PlacementError/Code/cancelled``.
  /// - Complexity: O(wishes + raised cutoffs × people asking) where programmes choose alone; in pools
  ///   people × (log people + depth) stands in the place of people, with seats for groups people ×
  ///   (log people + groups × blocks).
  public static func place(
    _ problem: PlacementProblem, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(PlacementError) -> PlacementResult {
    let demand = try settled(problem, cancellation)
    return PlacementResult(
      problem, held: demand.asked(), lineLimits: demand.limits, counts: PlacementCounts(),
      plan: plan)
  }

  /// The packed wishes that are granted, in no particular order.
  static func heldWishes(
    _ problem: PlacementProblem, cancellation: Cancellation?
  ) throws(PlacementError) -> [UInt32] {
    try settled(problem, cancellation).asked()
  }

  /// What is asked for once no cutoff moves any more.
  private static func settled(
    _ problem: PlacementProblem, _ cancellation: Cancellation?
  ) throws(PlacementError) -> Demand {
    var demand = Demand(problem)
    while let unit = demand.nextUnit() {
      if cancellation?.isCancelled == true { throw PlacementError(.cancelled) }
      demand.raiseCutoffs(of: unit)
    }
    return demand
  }
}

/// Who asks for what at the present cutoffs.
private struct Demand {
  private let problem: PlacementProblem
  private let ties: TieTreatment
  private var asking: [[Candidate]]
  /// Who asked for a unit in vain and counts there all the same.
  private var refusedOfUnit: [Int: [Candidate]] = [:]
  private var unitLimits: [[UInt64]]
  private(set) var limits: [UInt64]
  /// Units to look at, each at most once.
  private var queue: [Int] = []
  private var queueStart = 0
  private var isQueued: [Bool]

  init(_ problem: PlacementProblem) {
    self.problem = problem
    ties = problem.lineRule.treatment
    let units = problem.seats.units
    asking = Array(repeating: [], count: units.count)
    isQueued = Array(repeating: false, count: units.count)
    unitLimits = units.map(\.openLimits)
    limits = Array(repeating: 0, count: problem.seats.lineUnit.count)
    for (unit, plan) in units.enumerated() {
      for line in plan.lines { limits[Int(line)] = plan.limit(ofLine: line, unitLimits[unit]) }
    }
    for applicant in problem.applicants.indices {
      let wishes = problem.wishRange(of: applicant)
      if !wishes.isEmpty { ask(from: wishes.lowerBound) }
    }
  }

  mutating func nextUnit() -> Int? {
    guard queueStart < queue.count else { return nil }
    let unit = queue[queueStart]
    queueStart += 1
    if queueStart > 65_536, queueStart * 2 > queue.count {
      queue.removeFirst(queueStart)
      queueStart = 0
    }
    isQueued[unit] = false
    return unit
  }

  func asked() -> [UInt32] { asking.flatMap { $0.map(\.wish) } }

  mutating func raiseCutoffs(of unit: Int) {
    let plan = problem.seats.units[unit]
    var candidates: [Candidate] = []
    swap(&candidates, &asking[unit])
    if let refused = refusedOfUnit[unit] {
      var all = candidates + refused
      plan.arrange(&all)
      plan.lower(&unitLimits[unit], by: all, ties: ties)
    } else {
      plan.arrange(&candidates)
      plan.lower(&unitLimits[unit], by: candidates, ties: ties)
    }
    var hasRisen = false
    plan.forEachLine { line in
      let limit = plan.limit(ofLine: line, unitLimits[unit])
      if limit != limits[Int(line)] { hasRisen = true }
      limits[Int(line)] = limit
    }
    var refused: [Candidate] = []
    if hasRisen {
      candidates.removeAll { candidate in
        let isRefused = candidate.key >= limits[Int(candidate.line)]
        if isRefused { refused.append(candidate) }
        return isRefused
      }
    }
    swap(&candidates, &asking[unit])
    if plan.remembersRefused(ties) { refusedOfUnit[unit, default: []] += refused }
    for wish in refused.lazy.map({ Int($0.wish) }) where !problem.packed[wish].isLast {
      ask(from: wish + 1)
    }
  }

  /// Asks for the first wish, from a place in an applicant's list on, whose cutoff she meets.
  private mutating func ask(from first: Int) {
    var wish = first
    while true {
      let entry = problem.packed[wish]
      if entry.key < limits[Int(entry.line)] {
        let unit = Int(problem.seats.lineUnit[Int(entry.line)])
        asking[unit].append(Candidate(key: entry.key, wish: UInt32(wish), line: entry.line))
        if !isQueued[unit] {
          isQueued[unit] = true
          queue.append(unit)
        }
        return
      }
      if entry.isLast { return }
      wish += 1
    }
  }
}
