import Benchmark
import Parallel
import Tabular
import Yardsticks

/// Reading a score file into typed columns, beside counting its lines.
let benchmarks: @Sendable () -> Void = {
  let file = ScoreFile(rows: 500_000, seed: 2025)
  let lines = Yardstick.newlineCount(file.bytes)
  let score = FieldForm.shortDecimal(scaleDigits: 2, sign: .point)
  let forms: [FieldForm] = [
    .integer, .textRange, .date(.dayMonthYear), .identifier, .code(codes(ScoreFile.schools)),
    .code(codes(ScoreFile.sittings)), score, score, score, score,
  ]

  for (name, plan) in [("1-thread", WorkPlan.sequential), ("2-threads", WorkPlan(threadCount: 2))] {
    Benchmark("open-\(name)", configuration: .standard()) { benchmark in
      try benchmark.measure(against: lines, answer: answers["open", default: ""]) {
        try TableFile(bytes: file.bytes, name: "scores.csv", plan: plan)
      } numbers: {
        [$0.recordCount]
      }
      benchmark.measurement(.items, file.rowCount)
    }

    Benchmark("typed-import-\(name)", configuration: .standard()) { benchmark in
      try benchmark.measure(against: lines, answer: answers["typed-import", default: ""]) {
        try TableFile(bytes: file.bytes, name: "scores.csv", plan: plan)
          .decoded(as: forms, afterRecord: 1, plan: plan)
      } numbers: {
        $0.columns.map(sum) + [$0.rowCount, $0.faults.count]
      }
      benchmark.measurement(.items, file.rowCount)
    }
  }
}

private func codes(_ words: [String]) -> CodeTable {
  CodeTable(words.enumerated().map { ($1, UInt16($0)) })
}

/// One number for a column, in which every value counts.
private func sum(_ column: DecodedColumn) -> Int {
  switch column {
  case .int16(let values): values.reduce(0) { $0 &+ Int($1) }
  case .int32(let values): values.reduce(0) { $0 &+ Int($1) }
  case .int64(let values): values.reduce(0) { $0 &+ Int($1) }
  case .codes(let values): values.reduce(0) { $0 &+ Int($1) }
  case .texts(let texts): texts.byteCount
  case .ranges(let texts):
    (0..<texts.count).reduce(0) { $0 + texts.withBytes(at: $1) { $0.count } }
  case .skipped: 0
  }
}

/// The digests of the right answers.
private let answers = [
  "open": "6296a8165afe92f0",
  "typed-import": "89e87fbb23130147",
]
