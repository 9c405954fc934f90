import Benchmark
import Yardsticks

/// Signing and checking a million rows of about 100 bytes, beside one SHA-256 over the same bytes
/// on one thread.
let benchmarks: @Sendable () -> Void = {
  let office = SigningOffice(rowCount: 1_000_000)
  let digest = Yardstick.sha256(office.rows)

  Benchmark("sign", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: digest, answer: answers["sign", default: ""]) {
      try office.sign("signed")
      return office.rowCount
    } numbers: {
      [$0]
    }
    benchmark.measurement(.items, office.rowCount)
  }

  Benchmark("verify", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: digest, answer: answers["verify", default: ""]) {
      try office.verify("checked")
    } numbers: {
      [$0]
    }
    benchmark.measurement(.items, office.rowCount)
  } setup: {
    try office.sign("checked")
  }
}

/// The digests of the right answers.
private let answers = [
  "sign": "4f973621fe8403b6",
  "verify": "4f973621fe8403b6",
]
