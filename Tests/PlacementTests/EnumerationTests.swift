import Parallel
import Placement
import Testing

/// Every placement of thousands of tiny random problems is judged by the definitions alone.
@Suite("Among all placements of a small problem")
struct EnumerationTests {
  static let cases: [(Instance.Shape, LineRule)] = Instance.Shape.allCases.flatMap { shape in
    [LineRule.admitAll, .rejectAll, .lottery(seed: "2025")].map { (shape, $0) }
  }

  @Test("both algorithms find the stable one that is best for every applicant", arguments: cases)
  func optimal(shape: Instance.Shape, rule: LineRule) throws {
    // In the last one equals of two groups are refused, whose seats nobody else may have.
    for seed in Array(0..<120) + [3_699] as [UInt64] {
      let instance = Instance.random(shape, rule: rule, seed: seed)
      let oracle = Oracle(instance)
      let problem = try instance.problem()
      let result = try DeferredAcceptance.place(problem, plan: .sequential)
      let found = result.programmes.map(Int.init)
      let stable = oracle.allPlacements().filter(oracle.isStable)
      try #require(stable.contains(found), "seed \(seed)")
      try #require(stable.allSatisfy { oracle.isAtLeastAsGood(found, $0) }, "seed \(seed)")
      let rounds = OfferSchedule(shardCount: 2, proposersInChunk: 2, fewProposers: 1)
      let parallel = try DeferredAcceptance.place(
        problem, plan: WorkPlan(threadCount: 2), schedule: rounds)
      try #require(parallel.programmes == result.programmes, "seed \(seed)")
      let second = try CutoffIteration.place(problem)
      try #require(second.programmes == result.programmes, "seed \(seed)")
      try #require(second.cutoffs == result.cutoffs, "seed \(seed)")
    }
  }

  @Test("the check accepts exactly that one, and tells unstable from not optimal", arguments: cases)
  func check(shape: Instance.Shape, rule: LineRule) throws {
    for seed in 1_000..<1_020 as Range<UInt64> {
      let instance = Instance.random(shape, rule: rule, seed: seed)
      let oracle = Oracle(instance)
      let problem = try instance.problem()
      let best = try DeferredAcceptance.place(problem, plan: .sequential).programmes.map(Int.init)
      for placement in oracle.allPlacements() {
        let claim = ClaimedPlacement(programmes: placement.map(Int32.init))
        let kinds = try StabilityCheck(problem).findings(in: claim).map(\.kind)
        if placement == best {
          try #require(kinds.isEmpty, "seed \(seed) \(placement)")
        } else if oracle.isStable(placement) {
          try #require(kinds == [.notOptimal], "seed \(seed) \(placement)")
        } else {
          try #require(!kinds.isEmpty && !kinds.contains(.notOptimal), "seed \(seed) \(placement)")
        }
      }
    }
  }

  @Test("with strict keys the same people are placed in every stable one")
  func ruralHospitals() throws {
    for seed in 5_000..<5_400 as Range<UInt64> {
      let instance = Instance.random(.plain, rule: .lottery(seed: "rural"), seed: seed)
      let oracle = Oracle(instance)
      let best = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
      for placement in oracle.allPlacements() where oracle.isStable(placement) {
        try #require(placement.map { $0 < 0 } == best.programmes.map { $0 < 0 }, "seed \(seed)")
      }
    }
  }

  @Test(
    "score limits under reject-all are never lower than by lot, and by lot never than admit-all",
    arguments: Instance.Shape.allCases)
  func limitsAreOrdered(shape: Instance.Shape) throws {
    for seed in 9_000..<9_300 as Range<UInt64> {
      var instance = Instance.random(shape, rule: .admitAll, seed: seed)
      let oracle = Oracle(instance)
      let admitting = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
      instance.rule = .lottery(seed: "x")
      let lottery = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
      instance.rule = .rejectAll
      let rejecting = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
      for applicant in 0..<instance.applicantCount {
        let places = [admitting, lottery, rejecting].map {
          oracle.place(Int($0.programmes[applicant]), for: applicant)
        }
        try #require(places == places.sorted(), "seed \(seed)")
      }
    }
  }
}
