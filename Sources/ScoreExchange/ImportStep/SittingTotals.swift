import Scores

/// What the totals of each sitting add up to.
struct SittingTotals: Sendable {
  /// By assessment, then sitting.
  private(set) var tallies: [[Tally]]

  /// Counts the results of a table.
  ///
  /// - Complexity: O(results).
  init(_ results: ResultTable, _ assessments: [Assessment]) {
    self.init(assessments)
    for row in 0..<results.count where results.total[row] != ResultTable.noScore {
      tallies[Int(results.assessment[row])][Int(results.sitting[row])].add(results.total[row])
    }
  }

  /// No results.
  init(_ assessments: [Assessment]) {
    tallies = assessments.map { Array(repeating: Tally(), count: $0.sittings.count) }
  }

  /// Adds the totals of other results of the same assessments.
  mutating func add(_ other: SittingTotals) {
    for (assessment, sittings) in other.tallies.enumerated() {
      for (sitting, tally) in sittings.enumerated() { tallies[assessment][sitting].add(tally) }
    }
  }

  /// Totals of one sitting in steps above the minimum.
  struct Tally: Sendable {
    private(set) var count = 0
    private var sum: Int64 = 0
    private var squares = Int128(0)
    private var greatest: Int32 = 0

    fileprivate mutating func add(_ other: Tally) {
      count += other.count
      sum += other.sum
      squares += other.squares
      greatest = max(greatest, other.greatest)
    }

    fileprivate mutating func add(_ steps: Int32) {
      count += 1
      sum += Int64(steps)
      squares += Int128(Int64(steps) * Int64(steps))
      greatest = max(greatest, steps)
    }

    func contradictions(
      _ published: PublishedStatistics, _ scale: ScoreScale
    ) -> [(figure: String, found: String, published: String)] {
      var found: [(figure: String, found: String, published: String)] = []
      if let text = published.registered ?? published.candidates, !text.hasPrefix(">"),
        let limit = Int(String(text.unicodeScalars.filter { "0"..."9" ~= $0 })), count > limit
      {
        found.append(("count", "\(count)", text))
      }
      if let text = published.maximum, let limit = try? Score(parsing: text),
        scale.score(at: Int(greatest)) > limit
      {
        found.append(("maximum", scale.score(at: Int(greatest)).formatted(), text))
      }
      let step = Double(scale.step.billionths) / 1e9
      let mean = Double(sum) / Double(count)
      let variance = max(0, Double(squares) / Double(count) - mean * mean)
      let points = Double(scale.minimum.billionths) / 1e9 + mean * step
      let tolerance = 1 + 4 * (variance / Double(count)).squareRoot() * step
      if let text = published.mean, let said = Double(text), count >= 30,
        abs(points - said) > tolerance
      {
        let hundredths = (points * 100).rounded()
        found.append(("mean", Score(billionths: Int64(hundredths) * 10_000_000).formatted(), text))
      }
      return found
    }
  }
}
