import Parallel
import Placement
import Testing

@Suite("Seats kept for a group")
struct ReserveTests {
  /// Two seats, one of them kept for group 0; two equals of the group, and somebody weaker.
  private static func equals(_ rule: LineRule, isHard: Bool, opensFirst: Bool = false) -> Instance {
    var instance = Instance(quotas: [2], [[0, 1, 0, 9], [1, 1, 0, 9], [2, 1, 0, 8]])
    instance.wishes[0].group = 0
    instance.wishes[1].group = 0
    instance.reserves = [ReserveBlock(programme: 0, group: 0, seats: 1, isHard: isHard)]
    if opensFirst {
      instance.reserves.insert(ReserveBlock(programme: 0, group: nil, seats: 1), at: 0)
    }
    instance.rule = rule
    return instance
  }

  static let rules: [LineRule] = [.admitAll, .rejectAll, .cut, .lottery(seed: "1")]

  @Test("go to equals who all have one, one way or another, without a tie", arguments: rules)
  func equalsWhoFit(rule: LineRule) throws {
    for (isHard, opensFirst) in [(true, false), (false, false), (true, true), (false, true)] {
      let problem = try Self.equals(rule, isHard: isHard, opensFirst: opensFirst).problem()
      let result = try ProvedPlacement.place(problem, plan: .sequential)
      #expect(result.programmes == [0, 0, -1])
      let claim = ClaimedPlacement(result)
      #expect(try StabilityCheck(problem).findings(in: claim).isEmpty)
    }
  }

  @Test("leave three equals on two seats to the rule at the line")
  func equalsWhoDoNotFit() throws {
    func placed(_ rule: LineRule) throws -> [Int32] {
      var instance = Self.equals(rule, isHard: false)
      instance.wishes[2].score = 9
      return try ProvedPlacement.place(instance.problem(), plan: .sequential).programmes
    }
    #expect(try placed(.admitAll) == [0, 0, 0])
    // Whoever of the group takes the open seat is equal to the one who is of no group.
    #expect(try placed(.rejectAll) == [-1, -1, -1])
    #expect(throws: PlacementError(.tieAtTheLine)) { try placed(.cut) }
    #expect(try placed(.lottery(seed: "1")).count { $0 == 0 } == 2)
  }
}
