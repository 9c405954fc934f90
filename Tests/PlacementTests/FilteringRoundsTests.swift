import Parallel
import Placement
import Testing

@Suite("Filtering rounds")
struct FilteringRoundsTests {
  @Test(
    "without over-calling end in a stable placement once nobody is called any more",
    arguments: [Instance.Shape.plain, .pools, .reserves])
  func converge(shape: Instance.Shape) throws {
    for seed in 0..<100 as Range<UInt64> {
      let instance = Instance.random(shape, rule: .lottery(seed: "r"), seed: seed)
      let problem = try instance.problem()
      let stable = try DeferredAcceptance.place(problem, plan: .sequential)
      let outcome = try FilteringRounds(roundCount: 100).run(problem, comparedWith: stable)
      try #require(outcome.rounds.last?.calls == 0)
      try #require(Oracle(instance).isStable(outcome.programmes.map(Int.init)), "seed \(seed)")
      try #require(outcome.dropped.isEmpty && outcome.overEnrolled == 0)
    }
  }

  @Test("stopped early leave people where the stable placement does not put them")
  func early() throws {
    let problem = try WorkerTests.city(.lottery(seed: "r"), shape: .plain).problem()
    let stable = try DeferredAcceptance.place(problem, plan: .sequential)
    let outcome = try FilteringRounds(roundCount: 40).run(problem, comparedWith: stable)
    let misplaced = outcome.rounds.map(\.misplaced)
    #expect(misplaced[0] > misplaced[3])
    #expect(misplaced == misplaced.sorted(by: >))
    #expect(outcome.rounds[0].placed < stable.placedCount)
  }

  @Test("over-calling drops people whose lower wishes were struck, or overfills programmes")
  func overCalling() throws {
    // Two seats called for one: 1 is struck from programme 1 and then dropped from programme 0.
    let instance = Instance(
      quotas: [1, 1], [[0, 1, 0, 9], [1, 1, 0, 8], [1, 2, 1, 8]])
    let problem = try instance.problem()
    let stable = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(stable.programmes == [0, 1])
    let cut = try FilteringRounds(roundCount: 2, callsPerHundredSeats: 200)
      .run(problem, comparedWith: stable)
    #expect(cut.programmes == [0, -1])
    #expect(cut.dropped == [1])
    #expect(cut.misplaced == 1)
    let kept = try FilteringRounds(roundCount: 2, callsPerHundredSeats: 200, cutsAtEnd: false)
      .run(problem, comparedWith: stable)
    #expect(kept.programmes == [0, 0])
    #expect(kept.overEnrolled == 1)
  }

  @Test("expects as many to come as past yield says")
  func forecast() throws {
    let instance = Instance(quotas: [4, 1], (0..<4).map { [$0, 1, 0, 5] })
    let result = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
    let forecast = YieldForecast(result, yields: [0.75])
    #expect(forecast.lines[0].expected == 3)
    #expect(forecast.lines[0].deviation == 0.75.squareRoot())
    #expect(forecast.lines[0].admittedToFill == 6)
    #expect(forecast.lines[1].expected == 0)
    #expect(YieldForecast(result, yields: [0]).lines[0].admittedToFill == nil)
  }
}
