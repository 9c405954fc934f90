import Parallel
import Placement
import Testing

@Suite("An explanation")
struct ExplanationTests {
  func outcomes(_ applicant: Int, _ instance: Instance) throws -> [WishExplanation.Outcome] {
    let problem = try instance.problem()
    return try DeferredAcceptance.place(problem, plan: .sequential)
      .explanation(of: applicant, in: problem).map(\.outcome)
  }

  @Test("tells each wish's fate: floor, gap to the cutoff, placed, not needed, ineligible")
  func fates() throws {
    var instance = Instance(
      quotas: [1, 1, 1, 1, 0],
      [
        [0, 1, 0, 90], [1, 1, 0, 75], [1, 2, 1, 4], [1, 3, 4, 8], [1, 4, 2, 50], [1, 5, 3, 50],
        [1, 6, 1, 9],
      ])
    instance.programmes[1].floor = 5
    #expect(
      try outcomes(1, instance) == [
        .score(gap: 15), .underFloor(5), .noSeat, .placed, .notNeeded, .setAside(.programmeTwice),
      ])
    instance.wishes[4].isEligible = false
    #expect(try outcomes(1, instance)[3...4] == [.ineligible, .placed])
  }

  @Test("names the tie key that decided, or the rule at the line")
  func ties() throws {
    var instance = Instance(
      quotas: [1], [[0, 1, 0, 90, 3], [1, 1, 0, 90, 2], [2, 1, 0, 90, 3]])
    instance.ties = TieOrder([.larger(column: 0)])
    #expect(try outcomes(1, instance) == [.key(.larger(column: 0))])
    #expect(try outcomes(2, instance) == [.placed])
    instance.ties = TieOrder([.smaller(column: 0)])
    instance.wishes[1].ties = []
    #expect(try outcomes(1, instance) == [.key(.smaller(column: 0))])
    instance.ties = TieOrder([.larger(column: 0)])
    instance.rule = .rejectAll
    #expect(try outcomes(2, instance) == [.lineRule(.rejectAll)])
    instance.rule = .lottery(seed: "s")
    let both = try outcomes(0, instance) + outcomes(2, instance)
    #expect(both.contains(.placed) && both.contains(.lineRule(.lottery(seed: "s"))))
  }

  @Test("says that seats are kept where a reserve lets a weaker person in")
  func reserved() throws {
    var instance = Instance(quotas: [2], [[0, 1, 0, 90], [1, 1, 0, 80], [2, 1, 0, 50]])
    instance.wishes[2].group = 0
    instance.reserves = [ReserveBlock(programme: 0, group: 0, seats: 1)]
    #expect(try outcomes(1, instance) == [.seatsKept])
    instance.reserves[0].seats = 2
    instance.wishes[1].group = 0
    #expect(try outcomes(0, instance) == [.noSeat])
  }

  @Test("of a programme counts where its people come from and who would be next")
  func programme() throws {
    let instance = Instance(
      quotas: [3, 0],
      [
        [0, 1, 0, 90], [1, 1, 1, 9], [1, 2, 0, 80], [2, 1, 0, 80], [3, 1, 0, 70], [4, 3, 0, 70],
        [5, 1, 0, 60],
      ])
    let problem = try instance.problem()
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    let explanation = result.explanation(ofProgramme: 0, in: problem)
    #expect(explanation.admittedByRank.map(\.rank) == [1, 2])
    #expect(explanation.admittedByRank.map(\.count) == [2, 1])
    #expect(explanation.atLine == [1, 2])
    #expect(explanation.firstRefused == [3, 4])
  }
}
