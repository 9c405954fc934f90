import Parallel
import Placement
import Testing

@Suite("The reach of a line")
struct LineReachTests {
  @Test(
    "puts everybody at the first wish in reach, and nowhere else", arguments: EnumerationTests.cases
  )
  func firstInReach(shape: Instance.Shape, rule: LineRule) throws {
    for seed in 20_000..<20_060 as Range<UInt64> {
      let instance = Instance.random(shape, rule: rule, seed: seed)
      let problem = try instance.problem()
      let result = try DeferredAcceptance.place(problem, plan: .sequential)
      let reaches = result.lineReaches(in: problem)
      for (applicant, list) in Oracle(instance).lists.enumerated() {
        let first = list.first { wish in
          let own = reaches.first { $0.programme == wish.programme && $0.group == wish.group }
          let common = reaches.first { $0.programme == wish.programme && $0.group == nil }
          switch (own ?? common)?.extent {
          case .all: return true
          case .through(let row):
            let last = instance.wishes[row]
            return !instance.isBetter(last, wish)
          default: return false
          }
        }
        let seat = first?.programme ?? -1
        try #require(result.programmes[applicant] == Int32(seat), "seed \(seed)")
      }
    }
  }
}
