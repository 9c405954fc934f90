import Parallel
import Placement
import Testing

@Suite("A cutoff")
struct CutoffTests {
  @Test("tells seats, wishes, the line, those at it, the next below and first wishes")
  func figures() throws {
    // Five want programme 0 with three seats: 90, 80, 80, 80, 70; tie values decide among the 80s.
    var instance = Instance(
      quotas: [3, 5],
      [
        [0, 1, 0, 90, 1], [1, 1, 0, 80, 5], [2, 2, 0, 80, 5], [2, 1, 1, 10, 0], [3, 1, 0, 80, 3],
        [4, 1, 0, 70, 9], [4, 2, 1, 60, 0],
      ])
    instance.ties = TieOrder([.larger(column: 0)])
    instance.programmes[1].floor = 11
    instance.programmes[1].lowerQuota = 3
    let result = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
    #expect(result.programmes == [0, 0, 0, -1, 1])
    let full = result.cutoffs[0]
    #expect((full.quota, full.wishes, full.admitted, full.firstWish) == (3, 5, 3, 2))
    #expect((full.score, full.keys, full.atCutoff, full.nextBelow) == (80, [5], 2, 80))
    #expect(full.isDecidedByKeys)
    #expect(full.binding == .yes)
    let open = result.cutoffs[1]
    #expect((open.wishes, open.admitted, open.missing) == (2, 1, 2))
    #expect((open.score, open.nextBelow, open.binding) == (60, nil, .no))
  }

  @Test("counts the people at its score alone where the tie keys decided nothing")
  func undecided() throws {
    var instance = Instance(quotas: [2], [[0, 1, 0, 80, 1], [1, 1, 0, 80, 2], [2, 1, 0, 70, 9]])
    instance.ties = TieOrder([.larger(column: 0)])
    let problem = try instance.problem()
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    let line = result.cutoffs[0]
    #expect((line.score, line.atCutoff, line.isDecidedByKeys) == (80, 2, false))
    #expect(result.explanation(ofProgramme: 0, in: problem).atLine == [0, 1])
  }

  @Test("is closed where somebody was turned away and nobody admitted")
  func closed() throws {
    let result = try DeferredAcceptance.place(
      Instance(quotas: [0], [[0, 1, 0, 5]]).problem(), plan: .sequential)
    #expect(result.cutoffs[0].binding == .closed)
    #expect(result.cutoffs[0].score == nil)
    #expect(result.cutoffs[0].nextBelow == 5)
  }

  @Test("is the lowest score admitted, also of people who keep the places of an earlier round")
  func frozen() throws {
    var instance = Instance(
      quotas: [3, 2],
      [
        [0, 1, 0, 50, 1], [1, 1, 0, 40, 2], [2, 1, 0, 40, 1], [3, 1, 0, 90, 1], [4, 1, 1, 30, 1],
        [5, 1, 1, 20, 1],
      ])
    instance.ties = TieOrder([.larger(column: 0)])
    let problem = try instance.problem().settling(
      [0, 1, 2].map { .frozen(applicant: $0, programme: 0) }
        + [.frozen(applicant: 5, programme: 1)])
    let result = try ProvedPlacement.place(problem, plan: .sequential)
    #expect(result.programmes == [0, 0, 0, -1, 1, 1])
    let (full, mixed) = (result.cutoffs[0], result.cutoffs[1])
    #expect((full.score, full.keys, full.atCutoff, full.nextBelow) == (40, [1], 2, 90))
    #expect((mixed.score, mixed.atCutoff) == (20, 1))
    #expect(result.explanation(of: 3, in: problem).map(\.outcome) == [.seatsKept])
    let claim = ClaimedCutoff(programme: "P0", score: 40)
    #expect(
      try StabilityCheck(problem).findings(in: ClaimedPlacement(result), cutoffs: [claim]).isEmpty)
  }

  @Test("counts people equal in score and keys as equal although a lot parted them")
  func lots() throws {
    var instance = Instance(quotas: [2], [[0, 1, 0, 5], [1, 1, 0, 5], [2, 1, 0, 5]])
    instance.rule = .lottery(seed: "g7")
    let result = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
    #expect(result.placedCount == 2)
    #expect(result.cutoffs[0].atCutoff == 2)
    let lots = (0..<3).map { LotteryDigest(seed: "g7", programme: "P0", applicant: "A\($0)") }
    let last = lots.firstIndex(of: lots.max() ?? lots[0])
    #expect(result.programme(of: last ?? -1) == nil)
  }
}
