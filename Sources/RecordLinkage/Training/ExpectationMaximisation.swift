/// Estimates m and λ from the counts of agreement patterns, u being known (Winkler 1988; the counts
/// in place of pairs: Enamorado, Fifield and Imai 2019).
struct ExpectationMaximisation {
  /// Patterns with how often they were seen.
  let counts: [(pattern: AgreementPattern, count: Double)]
  /// The field on which every pair of the block agrees: it says nothing here.
  let blockedField: Int

  private(set) var share = 0.1
  private(set) var levels: [[LinkageModel.Level]]
  /// Expected number of pairs of one person, by field and level.
  private(set) var expected: [[Double]] = []
  private(set) var iterations = 0
  private(set) var hasConverged = false

  /// The fields that are estimated, and those among them that tell pairs of one person from others.
  private let openFields: [Int]
  private let tellingFields: [Int]
  private let start: [[Double]]

  private static let pseudoPairs = 5.0
  static let iterationLimit = 500
  static let tolerance = 1e-6

  /// Estimates from the pairs of one block.
  ///
  /// - Parameters:
  ///   - counts: Patterns with how often they were seen.
  ///   - blockedField: The field on which every pair of the block agrees.
  ///   - impliedFields: Fields that another one implies, so that they are no evidence beside it.
  ///   - levels: Parameters to begin with.
  init(
    _ counts: [AgreementPattern: Int], blockedField: Int, impliedFields: [Int],
    levels: [[LinkageModel.Level]]
  ) {
    // In the order of the patterns, so that sums come out the same on every run.
    self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value)) }
    self.blockedField = blockedField
    openFields = levels.indices.filter { $0 != blockedField }
    tellingFields = openFields.filter { !impliedFields.contains($0) }
    self.levels = levels
    start = levels.map { $0.map(\.m) }
    guard !counts.isEmpty else { return }
    while iterations < Self.iterationLimit && !hasConverged { step() }
  }

  /// Expected number of pairs of one person in the block.
  var matches: Double { share * counts.reduce(0) { $0 + $1.count } }

  private mutating func step() {
    var sums = levels.map { [Double](repeating: 0, count: $0.count) }
    var matches = 0.0
    var total = 0.0
    for (pattern, count) in counts {
      var (same, different) = (share, 1 - share)
      for field in tellingFields {
        let level = levels[field][pattern.level(field)]
        same *= level.m
        different *= level.u
      }
      let weight = same + different > 0 ? count * same / (same + different) : 0
      matches += weight
      total += count
      for field in openFields {
        sums[field][pattern.level(field)] += weight
      }
    }
    update(sums, matches / total)
  }

  /// New parameters, smoothed by five pairs of the old ones' worth so that no level becomes
  /// impossible.
  private mutating func update(_ sums: [[Double]], _ newShare: Double) {
    var change = abs(newShare - share)
    share = min(max(newShare, 1e-9), 1 - 1e-9)
    for field in openFields {
      let compared = sums[field].dropFirst().reduce(0, +)
      for level in levels[field].indices.dropFirst() {
        let m =
          (sums[field][level] + Self.pseudoPairs * start[field][level])
          / (compared + Self.pseudoPairs)
        change = max(change, abs(m - levels[field][level].m))
        levels[field][level].m = m
      }
    }
    expected = sums
    iterations += 1
    hasConverged = change < Self.tolerance
  }

}
