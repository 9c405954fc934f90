import Scores

/// What each school recognised, and why it did not.
struct RecognitionSection {
  /// A reason for which something was refused.
  struct Reason {
    let code: String
    let name: ReportText
  }

  /// A rule as the school laid it down.
  struct Rule {
    let conversion: String?
    let minimum: String?
    let document: String?
  }

  /// What one school decided about one assessment.
  struct Row {
    let school: String
    let assessment: String
    let rules: [Rule]
    let decisions: CountText
    let recognised: CountText
    let share: String
    let refused: CountText
    /// Refusals by reason, in the order of ``RecognitionSection/reasons``.
    let refusals: [CountText]
  }

  let reasons: [Reason]
  let list: ReportList<Row>
  let decisions: CountText
  let recognised: CountText
  let refused: CountText
  let refusals: [CountText]

  init(_ figures: RunFigures) {
    let sum = figures.recognition.sum
    let refusedCount = sum.refused.values.reduce(0, +)
    let codes = sum.refused.keys.sorted { $0.precedesInBytes($1) }
    reasons = codes.map { Reason(code: $0, name: ReportText(RecognitionRefusal.meaning(of: $0))) }
    list = ReportList(Self.keys(figures), limit: ReportLimit.rules) { key in
      let decisions = figures.recognition.decisions[key] ?? .init()
      let refused = decisions.refused.values.reduce(0, +)
      return Row(
        school: key.school, assessment: key.assessment,
        rules: figures.facts.rules.filter {
          $0.school == key.school && $0.assessment == key.assessment
        }.map { rule in
          Rule(
            conversion: rule.conversion, minimum: rule.minimum?.score.formatted(),
            document: rule.document)
        },
        decisions: CountText(decisions.recognised + refused),
        recognised: CountText(decisions.recognised),
        share: percentText(decisions.recognised, of: decisions.recognised + refused),
        refused: CountText(refused), refusals: codes.map { CountText(decisions.refused[$0] ?? 0) })
    }
    decisions = CountText(sum.recognised + refusedCount)
    recognised = CountText(sum.recognised)
    refused = CountText(refusedCount)
    refusals = codes.map { CountText(sum.refused[$0] ?? 0) }
  }

  /// Schools and assessments, in the order in which rules name them.
  private static func keys(_ figures: RunFigures) -> [RecognitionTally.Key] {
    var keys: [RecognitionTally.Key] = []
    for rule in figures.facts.rules {
      let key = RecognitionTally.Key(school: rule.school, assessment: rule.assessment)
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
