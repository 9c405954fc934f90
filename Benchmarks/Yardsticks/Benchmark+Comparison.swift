public import Benchmark
import BatchSigning

extension Benchmark {
  /// Measures work beside a yardstick that is timed just before it. A wrong answer is an error of the
  /// benchmark, and its time does not count.
  ///
  /// - Parameters:
  ///   - yardstick: What the work is compared with; its time is not part of the figures.
  ///   - answer: The first 16 hexadecimal digits of the SHA-256 of the right answer's numbers.
  ///   - work: Gives the answer.
  ///   - numbers: The numbers that make up an answer.
  public func measure<Answer>(
    against yardstick: Yardstick, answer: String, _ work: () throws -> Answer,
    numbers: (Answer) -> [Int]
  ) rethrows {
    let clock = ContinuousClock()
    for _ in scaledIterations {
      let reference = clock.measure { Self.blackHole(yardstick.work()) }
      startMeasurement()
      let start = clock.now
      let found = try work()
      let time = clock.now - start
      stopMeasurement()
      let digest = Self.digest(numbers(found))
      guard digest == answer else {
        error("the answer's digest is \(digest), not \(answer)")
        return
      }
      measurement(.percentOfYardstick, Int((100 * (time / reference)).rounded(.up)))
    }
  }

  private static func digest(_ numbers: [Int]) -> String {
    let bytes = numbers.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return String(SHA256.digest(of: bytes).description.prefix(16))
  }
}

extension BenchmarkMetric {
  /// The time of the work in hundredths of the yardstick's.
  public static let percentOfYardstick = BenchmarkMetric.custom(
    "percent of yardstick", polarity: .prefersSmaller, useScalingFactor: false)

  /// Items that were worked on: exact, so that another behaviour is not taken for another speed.
  public static let items = BenchmarkMetric.custom(
    "items", polarity: .prefersLarger, useScalingFactor: false)
}

extension Benchmark.Configuration {
  /// The settings of every benchmark here.
  ///
  /// - Parameters:
  ///   - seconds: How long one benchmark may repeat its work.
  ///   - further: Metrics of this benchmark alone.
  /// - Returns: The settings.
  public static func standard(
    seconds: Int = 3, further: [BenchmarkMetric] = []
  ) -> Self {
    Self(
      metrics: [.wallClock, .peakMemoryResident, .percentOfYardstick, .items] + further,
      warmupIterations: 1,
      maxDuration: .seconds(seconds),
      maxIterations: 50)
  }
}
