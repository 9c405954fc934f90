import Files
import ScoreExchange
import Yardsticks

/// A synthetic exchange on disk, made once for a process, with its truth.
struct SyntheticExchange: Sendable {
  let exchange: Exchange
  /// The bytes of all files that a run reads.
  let bytes: [UInt8]
  /// Result rows that the truth says are rejected.
  let rejectedRows: Int
  /// Links that the truth knows.
  let trueLinks: Int

  init(results: Int, applicants: Int, wishes: Int) {
    do {
      let folder = try ScratchFolder.make() + "/exchange-\(results)"
      try makeFolder(at: folder)
      var sink = SampleFolderSink(folder: folder)
      try SampleExchange(
        SampleRequest(results: results, applicants: applicants, wishes: wishes, seed: 2025)
      ).write(into: &sink)
      try sink.close()
      exchange = try Exchange(contentsOf: folder + "/exchange.yaml")
      bytes = try exchange.namedFiles.flatMap { try readBytes(at: $0.path) }
      rejectedRows = try Self.lines(of: folder + "/truth/faults.csv").count {
        $0.hasPrefix("results/") && $0.hasSuffix(",rejected")
      }
      trueLinks = try Self.lines(of: folder + "/truth/links.csv").count - 1
    } catch {
      preconditionFailure("the synthetic exchange could not be made: \(error)")
    }
  }

  private static func lines(of path: String) throws -> [Substring] {
    String(decoding: try readBytes(at: path), as: UTF8.self).split(separator: "\n")
  }
}
