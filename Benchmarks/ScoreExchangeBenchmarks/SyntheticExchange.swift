import ScoreExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A synthetic exchange in a temporary folder, made once for a process, with its truth.
struct SyntheticExchange: Sendable {
  static let shared = SyntheticExchange(results: 100_000)

  let folder: String
  let exchange: Exchange
  /// Bytes of all results files, and of all files that a run reads.
  let resultBytes: Int
  let allBytes: Int
  /// Result rows that the truth says are rejected.
  let rejectedRows: Int
  /// Links that the truth knows.
  let trueLinks: Int

  init(results: Int) {
    do {
      folder = "/tmp/score-exchange-benchmark-\(getpid())"
      try makeFolder(at: folder)
      var sink = SampleFolderSink(folder: folder)
      try SampleExchange(SampleRequest(results: results, seed: 2025)).write(into: &sink)
      try sink.close()
      exchange = try Exchange(contentsOf: folder + "/exchange.yaml")
      resultBytes = try exchange.results.reduce(0) {
        try $0 + readBytes(at: $1.table.file.path).count
      }
      allBytes = try exchange.namedFiles.reduce(0) { try $0 + readBytes(at: $1.path).count }
      rejectedRows = try Self.lines(of: folder + "/truth/faults.csv").count {
        $0.hasPrefix("results/") && $0.hasSuffix(",rejected")
      }
      trueLinks = try Self.lines(of: folder + "/truth/links.csv").count - 1
    } catch {
      preconditionFailure("the synthetic exchange could not be made: \(error)")
    }
  }

  func digestResults() -> Int {
    var sum = 0
    for source in exchange.results {
      let digest = try? SHA256.digest(ofFileAt: source.table.file.path)
      sum += digest?.bytes.reduce(0) { $0 + Int($1) } ?? 0
    }
    return sum
  }

  func importResults() throws -> ImportedResults {
    try ImportedResults(ResultRequest(exchange))
  }

  func run() throws -> ExchangeRun {
    try ExchangeRun(exchange)
  }

  private static func lines(of path: String) throws -> [Substring] {
    String(decoding: try readBytes(at: path), as: UTF8.self).split(separator: "\n")
  }
}
