import Parallel
import Placement
import Testing

@Suite("Seats that programmes share")
struct PoolTests {
  /// Equals A0 and A1 want P0, A2 is weaker and wants P1; P0 has one seat, both share some.
  private static func equals(_ rule: LineRule, shared: Int, ofP0: Int = 1) -> Instance {
    var instance = Instance(quotas: [ofP0, 1], [[0, 1, 0, 29], [1, 1, 0, 29], [2, 1, 1, 25]])
    instance.pools = [Pool(name: "F", quota: shared)]
    for programme in instance.programmes.indices { instance.programmes[programme].pool = 0 }
    instance.rule = rule
    return instance
  }

  private static func placed(_ instance: Instance) throws -> [Int] {
    let result = try ProvedPlacement.place(instance.problem(), plan: .sequential)
    let claim = ClaimedPlacement(result)
    #expect(try StabilityCheck(instance.problem()).findings(in: claim).isEmpty)
    return result.programmes.map(Int.init)
  }

  @Test("are none that equals take who are one too many for their own programme")
  func equalsAtTheirOwnLine() throws {
    // By any lot one of the two has the seat of P0, and the other seat is A2's.
    #expect(try Self.placed(Self.equals(.lottery(seed: "1"), shared: 2))[2] == 1)
    #expect(try Self.placed(Self.equals(.admitAll, shared: 2)) == [0, 0, 1])
    // By any lot both have a seat of P0, and none is left.
    #expect(try Self.placed(Self.equals(.admitAll, shared: 2, ofP0: 2)) == [0, 0, -1])
  }

  @Test("stay empty under reject-all where equals take them by any lot")
  func equalsWhoAreRefused() throws {
    #expect(try Self.placed(Self.equals(.lottery(seed: "1"), shared: 1))[2] == -1)
    #expect(try Self.placed(Self.equals(.rejectAll, shared: 1)) == [-1, -1, -1])
  }

  @Test("go to whom some lot seats under admit-all, to whom every lot seats under reject-all")
  func anyLot() throws {
    for seed in 20_000..<20_600 as Range<UInt64> {
      var instance = Instance.random(.pools, rule: .admitAll, seed: seed)
      instance.wishes = (0..<instance.applicantCount).compactMap { applicant in
        instance.wishes.filter { $0.applicant == applicant }.min { $0.rank < $1.rank }
      }
      let lots = Oracle(instance).seatedByEachLot()
      let everybody = Set(0..<instance.applicantCount)
      for (rule, seated) in [
        (LineRule.admitAll, lots.reduce(into: []) { $0.formUnion($1) }),
        (.rejectAll, lots.reduce(everybody) { $0.intersection($1) }),
      ] {
        instance.rule = rule
        let placed = try Self.placed(instance)
        try #require(everybody.filter { placed[$0] >= 0 } == seated, "seed \(seed) \(rule)")
      }
    }
  }

  @Test("could not be given away stably at all if every one of too many equals took one")
  func noOtherRule() throws {
    // A3 beats the equals at P0, but would rather have P2, which prefers A2 who would rather have P1.
    var instance = Self.equals(.admitAll, shared: 2)
    instance.applicantCount = 4
    instance.programmes.append(Programme(code: "P2", quota: 1))
    instance.wishes += [(2, 2, 2, 30), (3, 1, 2, 20), (3, 2, 0, 30)].map {
      Instance.Wish(applicant: $0, rank: $1, programme: $2, score: $3)
    }
    let oracle = Oracle(instance)
    /// One seat each at P0, P1 and P2; of whom these take, those with two better ones in P0 and P1 go.
    func taken(_ wishes: [Instance.Wish]) -> [Instance.Wish] {
      func best(_ wishes: [Instance.Wish], _ seats: Int) -> [Instance.Wish] {
        wishes.filter { wish in wishes.count { $0.place < wish.place } < seats }
      }
      let own = (0...2).map { programme in best(wishes.filter { $0.programme == programme }, 1) }
      return best(own[0] + own[1], 2) + own[2]
    }
    #expect(!oracle.allPlacements().contains { oracle.isStable($0, chosen: taken) })
    #expect(try Self.placed(instance) == [0, 0, 1, 2])
  }
}
