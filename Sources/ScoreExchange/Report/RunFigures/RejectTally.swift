/// Rejected rows by file and reason, with the first of each.
struct RejectTally: Tally {
  /// A file and a reason.
  struct Key: Hashable, Sendable {
    let file: String
    let reason: String
  }

  /// One row, as anybody may see it.
  struct Example: Hashable, Sendable {
    let row: String
    let column: String
    let message: String
  }

  /// The rows of one file and reason.
  struct Finding: Hashable, Sendable {
    var count = 0
    /// The first rows, in the order of the file.
    var examples: [Example] = []
  }

  private(set) var findings: [Key: Finding] = [:]

  /// How many rows of a file and reason are shown.
  private static let exampleLimit = 3

  /// Nothing counted yet.
  init() {}

  /// The rejected rows of a run.
  init(_ rejects: [Reject]) {
    for reject in rejects {
      count(Key(file: reject.file, reason: reject.reason.rawValue)) {
        Example(
          row: String(reject.row), column: reject.column,
          message: ShownMessage(reject.message, quoting: reject.value).text)
      }
    }
  }

  /// Counts a row; `example` is asked for only while there are few.
  mutating func count(_ key: Key, example: () -> Example) {
    findings[key, default: Finding()].count += 1
    if findings[key, default: Finding()].examples.count < Self.exampleLimit {
      findings[key]?.examples.append(example())
    }
  }

  mutating func add(_ other: Self) {
    findings.add(other.findings) { own, other in
      own.count += other.count
      own.examples = Array((own.examples + other.examples).prefix(Self.exampleLimit))
    }
  }

  /// How many rows were rejected.
  var count: Int { findings.values.reduce(0) { $0 + $1.count } }
}
