import Scores

/// A figure of a sitting that cannot be reconciled with what its issuer published.
public struct DistributionAlarm: Hashable, Sendable, Codable {
  /// The code of the assessment.
  public let assessment: String
  /// The name of the sitting.
  public let sitting: String
  /// `count`, `mean` or `maximum`.
  public let figure: String
  /// What the files hold.
  public let found: String
  /// What was published.
  public let published: String
  /// Where it was published.
  public let source: String

  /// Compares all sittings with what is known of them.
  ///
  /// More candidates than were registered and a maximum above the published one are impossible. A
  /// mean is far away when it differs by more than a point and four standard errors: files of single
  /// schools hold only a part of a sitting.
  ///
  /// - Parameters:
  ///   - results: The results that count.
  ///   - assessments: The assessments they are of.
  /// - Returns: The alarms, by assessment and sitting.
  /// - Complexity: O(results).
  static func all(_ results: ResultTable, _ assessments: [Assessment]) -> [DistributionAlarm] {
    var tallies = assessments.map { Array(repeating: Tally(), count: $0.sittings.count) }
    for row in 0..<results.count where results.total[row] != ResultTable.noScore {
      tallies[Int(results.assessment[row])][Int(results.sitting[row])].add(results.total[row])
    }
    var alarms: [DistributionAlarm] = []
    for (assessment, ofSittings) in zip(assessments, tallies) {
      for (sitting, tally) in zip(assessment.sittings, ofSittings) where tally.count > 0 {
        guard let published = PublishedStatistics.figures(assessment, sitting) else { continue }
        for (figure, found, said) in tally.contradictions(published, assessment.scale) {
          alarms.append(
            DistributionAlarm(
              assessment: assessment.code, sitting: sitting.name, figure: figure, found: found,
              published: said, source: published.source))
        }
      }
    }
    return alarms
  }

  /// Totals of one sitting in steps above the minimum.
  private struct Tally {
    private(set) var count = 0
    private var sum: Int64 = 0
    private var squares = 0.0
    private var greatest: Int32 = 0

    mutating func add(_ steps: Int32) {
      count += 1
      sum += Int64(steps)
      squares += Double(steps) * Double(steps)
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
      let variance = max(0, squares / Double(count) - mean * mean)
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
