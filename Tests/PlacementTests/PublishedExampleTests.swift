import Parallel
import Placement
import Testing

@Suite("Published examples")
struct PublishedExampleTests {
  @Test("Gale and Shapley 1962, example 1: every man gets his first choice when men propose")
  func galeShapleyOne() throws {
    let men = [[0, 1, 2], [1, 2, 0], [2, 0, 1]]
    let women = [[1, 2, 0], [2, 0, 1], [0, 1, 2]].map { (seats: 1, order: $0) }
    let instance = Instance(lists: men, priorities: women)
    #expect(try instance.placed() == [0, 1, 2])
    let oracle = Oracle(instance)
    #expect(oracle.allPlacements().filter(oracle.isStable).count == 3)
  }

  @Test("Gale and Shapley 1962, example 2: the only stable set of marriages is found")
  func galeShapleyTwo() throws {
    let men = [[0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 2, 3], [3, 1, 2, 0]]
    let women = [[3, 2, 0, 1], [1, 3, 0, 2], [3, 0, 1, 2], [2, 1, 0, 3]]
      .map { (seats: 1, order: $0) }
    let instance = Instance(lists: men, priorities: women)
    let oracle = Oracle(instance)
    #expect(oracle.allPlacements().filter(oracle.isStable) == [[2, 3, 0, 1]])
    #expect(try instance.placed() == [2, 3, 0, 1])
  }

  @Test("the hospital-residents example of the NRMP: two seats each at Mercy, City and General")
  func hospitalResidents() throws {
    // Arthur, Sunny, Darrius, Latha, Joseph; Mercy, City, General.
    let residents = [[1], [1, 0], [1, 0, 2], [0, 1, 2], [1, 2, 0]]
    let hospitals = [
      (seats: 2, order: [2, 3, 1, 4]), (seats: 2, order: [2, 0, 1, 3, 4]),
      (seats: 2, order: [2, 4, 3]),
    ]
    #expect(try Instance(lists: residents, priorities: hospitals).placed() == [1, 0, 1, 0, 2])
  }

  @Test(
    "the rule of Chile exceeds the quota rather than part equals, that of Hungary stays under it")
  func chileAndHungary() throws {
    var instance = Instance(
      quotas: [2, 9],
      [
        [0, 1, 0, 90], [1, 1, 0, 80], [2, 1, 0, 80], [3, 1, 0, 70], [2, 2, 1, 10], [1, 2, 1, 10],
      ])
    instance.rule = .admitAll
    #expect(try instance.placed() == [0, 0, 0, -1])
    instance.rule = .rejectAll
    #expect(try instance.placed() == [0, 1, 1, -1])
  }

  @Test("under reject-all a limit only rises: a weaker latecomer gets no seat that equals lost")
  func limitOnlyRises() throws {
    // 1 and 2 are refused at programme 0 together; 3 comes there only after losing programme 1.
    var instance = Instance(
      quotas: [2, 1],
      [
        [0, 1, 0, 90], [1, 1, 0, 80], [2, 1, 0, 80], [3, 1, 1, 10], [3, 2, 0, 70], [1, 2, 1, 20],
      ])
    instance.rule = .rejectAll
    #expect(try instance.placed() == [0, 1, -1, -1])
  }

  @Test("a cutoff of 25.40 with wish order at most 2 admits by rank among equals")
  func wishOrder() throws {
    var instance = Instance(
      quotas: [2, 1, 1],
      [
        [0, 1, 0, 2600], [1, 2, 0, 2540], [1, 1, 1, 10], [2, 3, 0, 2540], [2, 1, 1, 20],
        [2, 2, 2, 5], [3, 1, 2, 9],
      ])
    instance.ties = TieOrder([.wishRank])
    let result = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
    #expect(result.programmes == [0, 0, 1, 2])
    #expect(result.cutoffs[0].score == 2540)
    #expect(result.cutoffs[0].keys == [2])
    #expect(!result.cutoffs[0].isDecidedByKeys)
    #expect(result.cutoffs[0].binding == .no)
  }
}
