import Benchmark
import Parallel
import RecordLinkage
import Yardsticks

/// Linking 74,000 applicants with 130,000 results, beside one random read for each pair compared.
let benchmarks: @Sendable () -> Void = {
  let people = People(applicants: 74_000, results: 130_000, seed: 7)
  let yardstick = Yardstick.randomReads(130_000)

  for (mode, rule) in [
    ("identifier", AutomaticRule.identifier), ("probability", AutomaticRule.probability),
  ] {
    var model = LinkageModel.standard
    model.automatic = rule
    let linker = Linker(model: model)
    for (name, plan) in [
      ("1-thread", WorkPlan.sequential), ("2-threads", WorkPlan(threadCount: 2)),
    ] {
      Benchmark("link-by-\(mode)-\(name)", configuration: .standard(seconds: 5)) { benchmark in
        var compared = 0
        try benchmark.measure(against: yardstick, answer: answers["link-by-\(mode)", default: ""]) {
          try linker.link(left: people.applicants, right: people.results, plan: plan)
        } numbers: {
          compared = $0.comparedPairs
          return [$0.autoCount, $0.reviewCount, $0.noneCount]
            + $0.links.map { $0.left << 32 | $0.right }
        }
        benchmark.measurement(.items, compared)
      }
    }
  }
}

/// The digests of the right answers.
private let answers = [
  "link-by-identifier": "26bb01302ed60739",
  "link-by-probability": "d1be6deb09fb1942",
]
