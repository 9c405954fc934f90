import Parallel
import Placement
import Testing

@Suite("A proved placement")
struct ProvedPlacementTests {
  @Test(
    "is the one that both algorithms find, on any number of threads",
    arguments: EnumerationTests.cases)
  func agreement(shape: Instance.Shape, rule: LineRule) throws {
    let problem = try WorkerTests.city(rule, shape: shape).problem()
    let expected = try DeferredAcceptance.place(problem, plan: .sequential)
    for threads in [1, 2, 8] {
      let proved = try ProvedPlacement.place(problem, plan: WorkPlan(threadCount: threads))
      #expect(proved.programmes == expected.programmes)
      #expect(proved.cutoffs == expected.cutoffs)
    }
  }

  @Test("is refused when the algorithms disagree about one applicant, who is named, masked")
  func disagreement() throws {
    var table = WishTable()
    table.append(applicant: 0, rank: 1, programme: 0, score: 7)
    table.append(applicant: 1, rank: 1, programme: 0, score: 6)
    let problem = try PlacementProblem(
      applicants: ["A1", "001207012345"], programmes: [Programme(code: "IT1", quota: 1)],
      wishes: table)
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    try result.confirm([0], in: problem)
    let error = #expect(throws: PlacementError(.disagreement)) {
      try result.confirm([0, 1], in: problem)
    }
    #expect(error?.applicants == ["001207012345"])
    #expect(
      error?.description.hasPrefix("the two algorithms disagree about 001*****2345: ") == true)
    #expect(throws: PlacementError(.disagreement)) { try result.confirm([], in: problem) }
  }
}
