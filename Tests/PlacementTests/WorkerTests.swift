import Parallel
import Placement
import Testing
import TestSupport

@Suite("A placement by many workers")
struct WorkerTests {
  /// A synthetic city.
  static func city(_ rule: LineRule, shape: Instance.Shape) -> Instance {
    var random = SplitMix64(seed: 2_025)
    var instance = Instance()
    instance.rule = rule
    instance.ties = TieOrder([.wishRank])
    instance.applicantCount = 600
    instance.pools = shape == .pools ? [Pool(name: "faculty", quota: 60)] : []
    for index in 0..<40 {
      let pool = shape == .pools && index < 8 ? 0 : nil
      instance.programmes.append(
        Programme(code: "P\(index)", quota: Int.random(in: 5...30, using: &random), pool: pool))
      if shape == .reserves, index % 3 == 0 {
        instance.reserves.append(ReserveBlock(programme: index, group: 0, seats: 3))
        instance.reserves.append(
          ReserveBlock(programme: index, group: 1, seats: 2, isHard: true))
      }
    }
    for applicant in 0..<instance.applicantCount {
      let ability = Int.random(in: 0...60, using: &random)
      var seen: Set<Int> = []
      for rank in 1...8 {
        let programme = min(
          Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
        guard seen.insert(programme).inserted else { continue }
        instance.wishes.append(
          Instance.Wish(
            applicant: applicant, rank: rank, programme: programme,
            score: ability + Int.random(in: 0...8, using: &random), group: applicant % 9))
      }
    }
    return instance
  }

  @Test(
    "is the same for 1, 2, 3, 8 and 64 threads and for shuffled rows, and passes its check",
    arguments: EnumerationTests.cases)
  func invariance(shape: Instance.Shape, rule: LineRule) throws {
    let instance = WorkerTests.city(rule, shape: shape)
    let problem = try instance.problem()
    let schedule = OfferSchedule(shardCount: 7, proposersInChunk: 50, fewProposers: 5)
    let one = try DeferredAcceptance.place(problem, plan: .sequential, schedule: schedule)
    #expect(one.counts.rounds > 2)
    let chained = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(chained.counts.rounds == 0)
    #expect(chained.programmes == one.programmes)
    for threads in [2, 3, 8, 64] {
      let many = try DeferredAcceptance.place(
        problem, plan: WorkPlan(threadCount: threads), schedule: schedule)
      #expect(many.programmes == one.programmes)
      #expect(many.cutoffs == one.cutoffs)
      #expect(many.counts == one.counts)
    }
    var random = SplitMix64(seed: 7)
    let shuffled = try instance.problem(order: instance.wishes.indices.shuffled(using: &random))
    let again = try DeferredAcceptance.place(
      shuffled, plan: WorkPlan(threadCount: 2), schedule: schedule)
    #expect(again.programmes == one.programmes)
    #expect(again.cutoffs == one.cutoffs)
    for threads in [1, 3] {
      let findings = try StabilityCheck(problem).findings(
        in: ClaimedPlacement(one), plan: WorkPlan(threadCount: threads))
      #expect(findings.isEmpty)
    }
  }

  @Test("ends when it is told to stop")
  func cancelled() throws {
    let problem = try WorkerTests.city(.admitAll, shape: .plain).problem()
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: PlacementError(.cancelled)) {
      try DeferredAcceptance.place(
        problem, plan: .sequential,
        schedule: OfferSchedule(shardCount: 7, proposersInChunk: 50, fewProposers: 5),
        cancellation: cancellation)
    }
    #expect(throws: PlacementError(.cancelled)) {
      try CutoffIteration.place(problem, cancellation: cancellation)
    }
  }
}
