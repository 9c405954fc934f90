import Benchmark
import Parallel
import Placement
import Yardsticks

/// Placing a nation, beside one random read for each wish.
let benchmarks: @Sendable () -> Void = {
  let nation = Market.problem(
    applicants: 850_000, programmes: 4_000, seats: 600_000, seed: 2025)
  let chain = Market.chain(length: 100_000)
  let reads = Yardstick.randomReads(850_000 * 9)

  for (name, plan) in [("1-thread", WorkPlan.sequential), ("2-threads", WorkPlan(threadCount: 2))] {
    Benchmark("nation-\(name)", configuration: .standard(seconds: 6)) { benchmark in
      var offers = 0
      try benchmark.measure(against: reads, answer: answers["nation", default: ""]) {
        try DeferredAcceptance.place(nation, plan: plan)
      } numbers: {
        offers = $0.counts.offers
        return programmes($0, of: nation)
      }
      benchmark.measurement(.items, offers)
    }
  }

  Benchmark("nation-by-cutoff-iteration", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: reads, answer: answers["nation", default: ""]) {
      try CutoffIteration.place(nation)
    } numbers: {
      programmes($0, of: nation)
    }
    benchmark.measurement(.items, nation.wishes.count)
  }

  Benchmark("nation-proved-2-threads", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: reads, answer: answers["nation", default: ""]) {
      try ProvedPlacement.place(nation, plan: WorkPlan(threadCount: 2))
    } numbers: {
      programmes($0, of: nation)
    }
    benchmark.measurement(.items, nation.wishes.count)
  }

  Benchmark("chain-of-100000", configuration: .standard()) { benchmark in
    try benchmark.measure(
      against: .randomReads(200_001), answer: answers["chain", default: ""]
    ) {
      try DeferredAcceptance.place(chain)
    } numbers: {
      programmes($0, of: chain)
    }
    benchmark.measurement(.items, 100_001)
  }
}

private func programmes(_ result: PlacementResult, of problem: PlacementProblem) -> [Int] {
  problem.applicants.indices.map { result.programme(of: $0) ?? -1 }
}

/// The digests of the right answers.
private let answers = [
  "chain": "ffaedfc75e436ff2",
  "nation": "c8317e0b31b2a3fc",
]
