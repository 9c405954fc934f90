import Benchmark
import ScoreLinking
import Scores
import Yardsticks

/// Estimating a conversion between two scales of 10,001 points from 10^6 examinees a side, beside
/// reading the two frequency tables once for every point.
let benchmarks: @Sendable () -> Void = {
  let data = TwoForms.shared
  let yardstick = Yardstick.randomReads(1_000_000)

  for (name, settings) in [
    ("equipercentile", EquatingFunction.Settings(method: .equipercentile)),
    (
      "equipercentile-loglinear-6",
      EquatingFunction.Settings(method: .equipercentile, presmoothing: .loglinear(degree: 6))
    ),
    (
      "kernel-rule-of-thumb-loglinear-6",
      EquatingFunction.Settings(
        method: .kernel(.ruleOfThumb), presmoothing: .loglinear(degree: 6))
    ),
  ] {
    Benchmark("\(name)-with-errors", configuration: .standard()) { benchmark in
      try benchmark.measure(against: yardstick, answer: answers[name, default: ""]) {
        try EquatingFunction(data.design, settings)
      } numbers: {
        thousandths($0.values)
      }
      benchmark.measurement(.items, 10_001)
    }
  }

  Benchmark("loglinear-6", configuration: .standard()) { benchmark in
    try benchmark.measure(against: yardstick, answer: answers["loglinear-6", default: ""]) {
      try LoglinearModel(data.from, degree: 6)
    } numbers: {
      thousandths($0.shares.map { $0 * 1e6 })
    }
    benchmark.measurement(.items, 10_001)
  }

  Benchmark("bootstrap-100", configuration: .standard()) { benchmark in
    try benchmark.measure(against: yardstick, answer: answers["bootstrap-100", default: ""]) {
      try Bootstrap(data.design, .init(method: .equipercentile), replications: 100, seed: 1)
    } numbers: {
      thousandths($0.standardErrors)
    }
    benchmark.measurement(.items, 100)
  }
}

/// Rounded so far that the last bits of a floating-point sum do not matter.
private func thousandths(_ values: [Double]) -> [Int] {
  values.map { Int(($0 * 1_000).rounded()) }
}

/// The digests of the right answers.
private let answers = [
  "bootstrap-100": "5982c981d2183623",
  "equipercentile": "bacae6c48ec39400",
  "equipercentile-loglinear-6": "28cad301d59b814c",
  "kernel-rule-of-thumb-loglinear-6": "0887d095f3c91a22",
  "loglinear-6": "362dd355a33b64dd",
]
