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
  ///   - totals: The totals of the results that count.
  ///   - assessments: The assessments they are of.
  /// - Returns: The alarms, by assessment and sitting.
  /// - Complexity: O(sittings).
  static func all(_ totals: SittingTotals, _ assessments: [Assessment]) -> [DistributionAlarm] {
    var alarms: [DistributionAlarm] = []
    for (assessment, ofSittings) in zip(assessments, totals.tallies) {
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
}
