import ArgumentParser
import ScoreExchange

/// How many rejected rows make a failure.
struct RejectLimitOptions: ParsableArguments {
  @Flag(name: .long, help: .said("Fail when a single row is rejected."))
  var strict = false

  @Option(
    name: .customLong("max-rejects"),
    help: .said("Fail when more rows are rejected than this count or percent (100, 2%)."))
  var maxRejects: RejectLimit?

  /// How many rejects are named.
  private static let shownCount = 3

  /// Ends a step whose files have too many rejected rows.
  ///
  /// - Parameters:
  ///   - files: The counts of the files.
  ///   - rejects: The rejected rows.
  ///   - list: What lists all of them where the step is not ended.
  /// - Throws: ``ExchangeError`` with `badInput`, which names the first of `rejects` and how to get all.
  func check(
    _ files: [FileSummary], _ rejects: [Reject], listedBy list: String = "--rejects FILE"
  ) throws(ExchangeError) {
    let rejected = files.reduce(0) { $0 + $1.rowsRejected }
    let read = files.reduce(0) { $0 + $1.rowsRead }
    let limit = strict ? RejectLimit.count(0) : maxRejects
    guard let limit, limit.isExceeded(rejected: rejected, read: read) else { return }
    let worst = files.max { $0.rowsRejected < $1.rowsRejected }
    let first = Message(rejects.prefix(Self.shownCount).map(\.note), separator: "; ")
    throw ExchangeError(
      .badInput,
      "\(rejected) of \(read) rows are rejected, more than \(limit) allowed, so nothing is written; "
        + "most in \(worst?.file ?? ""); the first: \(first); without "
        + "\(strict ? "--strict" : "--max-rejects") \(list) lists them all")
  }
}

/// A greatest number of rejected rows, as a count or a share of all rows.
enum RejectLimit: ExpressibleByArgument, CustomStringConvertible {
  case count(Int)
  /// Hundredths of a percent.
  case basisPoints(Int)

  init?(argument: String) {
    if let count = Int(argument), count >= 0 {
      self = .count(count)
      return
    }
    guard argument.hasSuffix("%"),
      let percent = try? Score(parsing: String(argument.dropLast())), percent >= .zero
    else { return nil }
    self = .basisPoints(Int(percent.billionths / 10_000_000))
  }

  func isExceeded(rejected: Int, read: Int) -> Bool {
    switch self {
    case .count(let count): rejected > count
    case .basisPoints(let points): rejected * 10_000 > read * points
    }
  }

  var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .basisPoints(let points): "\(Score(billionths: Int64(points) * 10_000_000).formatted())%"
    }
  }
}
