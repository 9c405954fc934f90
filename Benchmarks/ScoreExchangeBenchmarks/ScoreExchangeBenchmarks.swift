import Benchmark
import Files
import ScoreExchange
import Yardsticks

/// The import of results and the whole run over a synthetic exchange, beside counting the lines of
/// all its files; the answers are compared with the exchange's own truth.
let benchmarks: @Sendable () -> Void = {
  let made = SyntheticExchange(results: 200_000, applicants: 20_000, wishes: 160_000)
  let lines = Yardstick.newlineCount(made.bytes)

  Benchmark("import-results", configuration: .standard(seconds: 5)) { benchmark in
    try benchmark.measure(against: lines, answer: answers["import-results", default: ""]) {
      try ImportedResults(ResultRequest(made.exchange))
    } numbers: {
      precondition($0.rejects.count == made.rejectedRows, "another number of rejects")
      return [$0.count, $0.rejects.count]
    }
    benchmark.measurement(.items, 200_000)
  }

  Benchmark("import-to-file", configuration: .standard(seconds: 10)) { benchmark in
    let path = try ScratchFolder.make() + "/results.csv"
    try benchmark.measure(
      against: .newlineCount(large.bytes), answer: answers["import-to-file", default: ""]
    ) {
      let file = try ResultFile(ResultRequest(large.exchange), at: path)
      let report = file.report
      try file.commit()
      return report
    } numbers: { report in
      precondition(report.rejects.count == large.rejectedRows, "another number of rejects")
      let written = (try? readBytes(at: path)) ?? []
      return [report.rejects.count, written.count] + SHA256.digest(of: written).bytes.map(Int.init)
    }
    benchmark.measurement(.items, 1_000_000)
  }

  Benchmark(
    "run-without-writing",
    configuration: .standard(seconds: 10, further: stages.map(BenchmarkMetric.stage))
  ) { benchmark in
    var timings: [StageTimings.Stage] = []
    try benchmark.measure(against: lines, answer: answers["run", default: ""]) {
      try ExchangeRun(made.exchange)
    } numbers: { run in
      precondition(run.summary.links.auto <= made.trueLinks, "more links than people")
      timings = run.timings.stages
      return [run.summary.links.auto, run.summary.links.review, run.summary.placement.placed]
    }
    for stage in timings {
      benchmark.measurement(.stage(stage.stage), Int(stage.seconds * 1_000))
    }
    benchmark.measurement(.items, 380_000)
  }
}

extension BenchmarkMetric {
  /// Milliseconds of one stage of a run.
  static func stage(_ name: String) -> BenchmarkMetric {
    .custom("\(name) ms", polarity: .prefersSmaller, useScalingFactor: false)
  }
}

/// More results than are sorted in memory: they lie on the disk, sorted in runs, and are merged.
private let large = SyntheticExchange(results: 1_000_000, applicants: 1_000, wishes: 1_000)

private let stages = ["import", "link", "recognise", "place"]

/// The digests of the right answers.
private let answers = [
  "import-to-file": "059d409cb79fd153",
  "import-results": "fdbabd360bec6e84",
  "run": "b1d1f889e3bacde5",
]
