import Parallel
import ScoreLinking
import Scores
import Testing

@Suite struct BootstrapTests {
  @Test("The bootstrap is the same on any number of threads, and another with another seed")
  func threads() throws {
    let settings = EquatingFunction.Settings(method: .equipercentile)
    func run(_ threads: Int, seed: UInt64 = 7) throws -> Bootstrap {
      try Bootstrap(
        Textbook.act, settings, replications: 35, seed: seed,
        plan: WorkPlan(threadCount: threads))
    }
    let one = try run(1)
    #expect(try run(3) == one)
    #expect(try run(1, seed: 8) != one)
  }

  @Test(
    "The bootstrap finds the analytic standard errors",
    arguments: [
      LinkingMethod.linear, .equipercentile,
    ])
  func agreement(method: LinkingMethod) throws {
    let settings = EquatingFunction.Settings(method: method)
    let bootstrap = try Bootstrap(Textbook.act, settings, replications: 600, seed: 1)
    let function = try EquatingFunction(Textbook.act, settings)
    let errors = try #require(function.standardErrors)
    #expect(bootstrap.failureCount == 0)
    var ratios = 0.0
    for point in 8...36 {
      // At a corner between two cells of unlike frequency the delta method is only near.
      let ratio = bootstrap.standardErrors[point] / errors[point]
      #expect(abs(ratio - 1) < (method == .linear ? 0.16 : 0.4))
      #expect(abs(bootstrap.biases[point]) < 5 * errors[point] / 600.0.squareRoot() + 0.01)
      ratios += ratio / 29
    }
    #expect(abs(ratios - 1) < 0.06)
  }

  @Test("A bootstrap that is to stop gives no errors of fewer samples, but one that says so")
  func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: LinkingError(code: .cancelled)) {
      try Bootstrap(
        Textbook.act, EquatingFunction.Settings(method: .linear), replications: 35, seed: 7,
        cancellation: cancellation)
    }
  }

  @Test("One group is resampled by person, so its covariance is kept")
  func singleGroup() throws {
    let pairs = try Textbook.pairs(roughPairs(12, 10, people: 4_000, seed: 8))
    let settings = EquatingFunction.Settings(method: .linear)
    let bootstrap = try Bootstrap(.singleGroup(pairs), settings, replications: 500, seed: 3)
    let errors = try #require(
      try EquatingFunction(.singleGroup(pairs), settings).standardErrors)
    for point in errors.indices {
      #expect(abs(bootstrap.standardErrors[point] / errors[point] - 1) < 0.16)
    }
  }
}
