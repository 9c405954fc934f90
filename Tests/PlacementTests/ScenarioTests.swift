import Parallel
import Placement
import TestSupport
import Testing

@Suite("A scenario")
struct ScenarioTests {
  /// A chain: 0 to 2 sit at their first wishes and each would displace the next one.
  static let chain = Instance(
    quotas: [1, 1, 1],
    [[0, 1, 0, 5], [0, 2, 1, 9], [1, 1, 1, 5], [1, 2, 2, 9], [2, 1, 2, 5]])

  @Test("tells who moves, and by which chain, when a programme closes")
  func closing() throws {
    let problem = try ScenarioTests.chain.problem()
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(result.programmes == [0, 1, 2])
    let outcomes = try result.outcomes(
      of: [
        Scenario(name: "close", changes: [.close(programme: 0)]),
        Scenario(name: "same", changes: []),
        Scenario(name: "more", changes: [.close(programme: 0), .quota(programme: 2, seats: 2)]),
      ], in: problem, plan: WorkPlan(threadCount: 2))
    #expect(outcomes[0].result.programmes == [1, 2, -1])
    #expect(outcomes[0].change.chains.map { $0.map(\.applicant) } == [[0, 1, 2]])
    #expect(outcomes[0].change.betterCount == 0)
    #expect(outcomes[1].change.moves.isEmpty)
    #expect(outcomes[2].result.programmes == [1, 2, 2])
    #expect(outcomes[2].change.chains.map { $0.map(\.to) } == [[1, 2]])
  }

  @Test("equals placing the changed problem from the start")
  func sameAsAnew() throws {
    for seed in 0..<150 as Range<UInt64> {
      var instance = Instance.random(
        Instance.Shape.allCases[Int(seed % 3)], rule: .admitAll, seed: seed)
      let problem = try instance.problem()
      let programme = Int(seed) % instance.programmes.count
      let rules: [LineRule] = [.rejectAll, .lottery(seed: "s"), .admitAll]
      let rule = rules[Int(seed / 3) % 3]
      let changed = try problem.applying(
        Scenario(name: "", changes: [.close(programme: programme), .lineRule(rule)]))
      instance.programmes[programme].quota = 0
      for index in instance.reserves.indices where instance.reserves[index].programme == programme {
        instance.reserves[index].seats = 0
      }
      instance.rule = rule
      let found = try DeferredAcceptance.place(changed, plan: .sequential)
      let anew = try instance.placed()
      try #require(found.programmes.map(Int.init) == anew, "seed \(seed)")
    }
  }

  @Test("without the wish order shows which places hang on it")
  func wishOrder() throws {
    var instance = Instance(
      quotas: [1, 9], [[0, 2, 0, 7], [0, 1, 1, 1], [1, 1, 0, 7], [2, 2, 0, 7]])
    instance.programmes[1].floor = 5
    instance.ties = TieOrder([.wishRank])
    let problem = try instance.problem()
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(result.programmes == [-1, 0, -1])
    let scenario = try #require(Scenario.withoutWishOrder(problem))
    let outcome = try result.outcomes(of: [scenario], in: problem)
    #expect(outcome[0].change.moves.map(\.applicant) == [0, 2])
    #expect(try Scenario.withoutWishOrder(ScenarioTests.chain.problem()) == nil)
  }

  @Test("settles people beforehand: those placed elsewhere leave, frozen ones keep their seats")
  func settling() throws {
    let problem = try ScenarioTests.chain.problem()
    let elsewhere = try problem.settling([.elsewhere(applicant: 2)])
    #expect(try DeferredAcceptance.place(elsewhere).programmes == [0, 1, -1])
    let frozen = try problem.settling([.frozen(applicant: 0, programme: 1)])
    #expect(try DeferredAcceptance.place(frozen).programmes == [1, 2, -1])
    #expect(throws: PlacementError(.index)) {
      try problem.settling([.frozen(applicant: 2, programme: 0)])
    }
  }

  @Test(
    "seats all frozen people where seats are kept for groups",
    arguments: [LineRule.admitAll, .rejectAll, .cut, .lottery(seed: "s")])
  func frozenInReserves(rule: LineRule) throws {
    // Two seats, one of them hard for group 0: three people of no group were promised seats.
    var instance = Instance(
      quotas: [2], [[0, 1, 0, 1], [1, 1, 0, 1], [2, 1, 0, 1], [3, 1, 0, 9], [4, 1, 0, 8]])
    instance.wishes[3].group = 0
    instance.reserves = [ReserveBlock(programme: 0, group: 0, seats: 1, isHard: true)]
    instance.rule = rule
    let problem = try instance.problem().settling(
      (0..<3).map { .frozen(applicant: $0, programme: 0) })
    #expect(problem.programmes[0].quota == 4 || rule == .admitAll || rule == .lottery(seed: "s"))
    let result = try ProvedPlacement.place(problem, plan: .sequential)
    #expect(result.programmes == [0, 0, 0, 0, -1])
    let claim = ClaimedPlacement(result)
    #expect(try StabilityCheck(problem).findings(in: claim).isEmpty)
  }

  @Test(
    "adds no more seats than frozen people need where seats are kept for groups",
    arguments: [LineRule.admitAll, .rejectAll, .cut])
  func fewestSeats(rule: LineRule) throws {
    var random = SplitMix64(seed: 20_250_716)
    for _ in 0..<60 {
      let blocks = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        ReserveBlock(
          programme: 0, group: [nil, 0, 1].randomElement(using: &random) ?? nil,
          seats: Int.random(in: 0...3, using: &random), isHard: Bool.random(using: &random))
      }
      let count = Int.random(in: 1...12, using: &random)
      var instance = Instance(
        quotas: [blocks.reduce(0) { $0 + $1.seats } + Int.random(in: 0...2, using: &random)],
        (0..<count).map { [$0, 1, 0, 5] })
      for wish in instance.wishes.indices {
        instance.wishes[wish].group = Int.random(in: -1...2, using: &random)
      }
      instance.reserves = blocks
      instance.rule = rule
      let settlements = (0..<count).map { Settlement.frozen(applicant: $0, programme: 0) }
      func seats(from quota: Int) throws -> Int {
        instance.programmes[0].quota = quota
        return try instance.problem().settling(settlements).programmes[0].quota
      }
      let least = max(count, instance.programmes[0].quota)
      let enough = try seats(from: least)
      for quota in least...enough + 3 {
        #expect(try seats(from: quota) == max(quota, enough))
      }
    }
  }

  @Test("freezes people at a wish that counts where another for the same programme was set aside")
  func frozenBesideSetAside() throws {
    let instance = Instance(
      quotas: [1, 1], [[0, 1, 0, 9], [0, 1, 1, 8], [0, 2, 0, 7]])
    let problem = try instance.problem().settling([.frozen(applicant: 0, programme: 0)])
    let result = try ProvedPlacement.place(problem, plan: .sequential)
    #expect(result.rank(of: 0) == 2)
    #expect(result.cutoffs[0].score == 7)
  }

  @Test("lets frozen people keep their seats also when a group comes for the seats kept for it")
  func frozenBesideSoftSeats() throws {
    // The one seat is kept for group 0, softly: without the group it would pass on to person 0.
    var instance = Instance(quotas: [1], [[0, 1, 0, 1], [1, 1, 0, 9]])
    instance.wishes[1].group = 0
    instance.reserves = [ReserveBlock(programme: 0, group: 0, seats: 1)]
    let problem = try instance.problem().settling([.frozen(applicant: 0, programme: 0)])
    #expect(try ProvedPlacement.place(problem, plan: .sequential).programmes == [0, 0])
  }

  @Test("keeps what was settled beforehand, whatever it changes")
  func settledScenario() throws {
    let problem = try ScenarioTests.chain.problem().settling([.elsewhere(applicant: 0)])
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(result.programmes == [-1, 1, 2])
    let changes: [Scenario.Change] = [
      .lineRule(.lottery(seed: "s")), .quota(programme: 0, seats: 5),
    ]
    let outcome = try result.outcomes(of: [Scenario(name: "lots", changes: changes)], in: problem)
    #expect(outcome[0].change.moves.isEmpty)
    #expect(result.explanation(of: 0, in: problem).map(\.outcome) == [.settled, .settled])
  }
}
