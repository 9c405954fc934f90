import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long each stage of a run took and how much memory the process had needed by its end.
public struct StageTimings: Hashable, Sendable, Codable {
  /// One stage.
  public struct Stage: Hashable, Sendable, Codable {
    /// The stage: import, link, recognise, place, write, sign.
    public let stage: String
    /// Wall-clock seconds.
    public let seconds: Double
    /// The greatest memory of the process so far, in bytes.
    public let peakMemory: Int

    enum CodingKeys: String, CodingKey {
      case stage
      case seconds
      case peakMemory = "peak_memory"
    }
  }

  /// The stages in order.
  public private(set) var stages: [Stage] = []
  /// Threads that the run might use.
  public let threads: Int

  init(threads: Int) {
    self.threads = threads
  }

  /// Does a stage's work and notes what it took.
  mutating func measure<Value>(
    _ stage: String, _ work: () throws(ExchangeError) -> Value
  ) throws(ExchangeError) -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try work()
    let duration = clock.now - start
    let (seconds, attoseconds) = duration.components
    let milliseconds = Double(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    stages.append(
      Stage(stage: stage, seconds: milliseconds / 1_000, peakMemory: Self.peakMemory))
    return value
  }

  /// The document `timings.json`.
  ///
  /// - Throws: ``ExchangeError`` with `inputOutput` for a figure that is no number.
  public func json() throws(ExchangeError) -> [UInt8] {
    try jsonDocument(self)
  }

  /// The greatest resident memory of this process so far, in bytes.
  private static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
      return usage.ru_maxrss * 1_024
    #else
      guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
      return usage.ru_maxrss
    #endif
  }
}
