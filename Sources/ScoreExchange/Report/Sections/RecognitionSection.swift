/// What each school recognised, and why it did not.
struct RecognitionSection {
  /// A reason for which something was refused.
  struct Reason {
    let code: String
    let name: ReportText
  }

  /// One rule of one school.
  struct Row {
    let school: String
    let assessment: String
    let conversion: String?
    let minimum: String?
    let document: String?
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

  init(_ step: RecogniseStep) {
    var recognised = Array(repeating: 0, count: step.recognisers.count)
    var refused = Array(repeating: [String: Int](), count: step.recognisers.count)
    for row in step.rows {
      if let refusal = row.decision.refusal {
        refused[row.rule][refusal.rawValue, default: 0] += 1
      } else {
        recognised[row.rule] += 1
      }
    }
    let totals = refused.reduce(into: [String: Int]()) { $0.merge($1, uniquingKeysWith: +) }
    let codes = totals.keys.sorted { $0.precedesInBytes($1) }
    reasons = codes.map { Reason(code: $0, name: ReportText($0, in: ReportText.refusals)) }
    list = ReportList(Array(step.recognisers.indices), limit: ReportLimit.rules) { index in
      let recogniser = step.recognisers[index]
      let sum = refused[index].values.reduce(0, +)
      return Row(
        school: recogniser.school.code, assessment: recogniser.assessment.code,
        conversion: recogniser.rule.conversion,
        minimum: recogniser.rule.minimumTotal?.formatted(),
        document: recogniser.rule.document.isEmpty ? nil : recogniser.rule.document,
        decisions: CountText(recognised[index] + sum), recognised: CountText(recognised[index]),
        share: percentText(recognised[index], of: recognised[index] + sum), refused: CountText(sum),
        refusals: codes.map { CountText(refused[index][$0] ?? 0) })
    }
    decisions = CountText(step.rows.count)
    self.recognised = CountText(recognised.reduce(0, +))
    self.refused = CountText(totals.values.reduce(0, +))
    refusals = codes.map { CountText(totals[$0] ?? 0) }
  }
}
