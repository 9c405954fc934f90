import Benchmark
import ScoreExchange

/// The stages of a run over a synthetic exchange, and yardsticks measured beside them.
///
/// Every answer is compared with what the exchange's truth says before its time counts.
let benchmarks: @Sendable () -> Void = {
  let exchange = SyntheticExchange.shared

  Benchmark("yardstick-sha256-results", configuration: .standard(bytes: exchange.resultBytes)) {
    benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(exchange.digestResults())
    }
  }

  Benchmark("import-results", configuration: .standard(bytes: exchange.resultBytes)) { benchmark in
    for _ in benchmark.scaledIterations {
      let imported = try exchange.importResults()
      precondition(imported.rejects.count == exchange.rejectedRows, "another number of rejects")
      benchmark.measurement(.rows, imported.count)
    }
  }

  Benchmark("run-without-writing", configuration: .standard(bytes: exchange.allBytes)) {
    benchmark in
    for _ in benchmark.scaledIterations {
      let run = try exchange.run()
      precondition(run.summary.links.auto <= exchange.trueLinks, "more links than people")
      benchmark.measurement(.rows, run.summary.files.reduce(0) { $0 + $1.rowsRead })
      benchmark.measurement(.links, run.summary.links.auto)
    }
  }
}

extension BenchmarkMetric {
  /// Rows of data that were read: exact, so that a change of behaviour is seen in a change of speed.
  static let rows = BenchmarkMetric.custom(
    "rows", polarity: .prefersLarger, useScalingFactor: false)
  /// Automatic links.
  static let links = BenchmarkMetric.custom(
    "links", polarity: .prefersLarger, useScalingFactor: false)
}

extension Benchmark.Configuration {
  fileprivate static func standard(bytes: Int) -> Self {
    Self(
      metrics: [.wallClock, .peakMemoryResident, .rows, .links],
      tags: ["bytes": "\(bytes)"],
      warmupIterations: 1,
      maxDuration: .seconds(5),
      maxIterations: 20)
  }
}
