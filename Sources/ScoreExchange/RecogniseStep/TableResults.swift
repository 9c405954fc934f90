internal import Scores

/// What a rule makes of the results of an exchange: the same for all of one sitting or total.
///
/// It is a class because it is looked at for every decision.
final class TableRule: Sendable {
  let sittings: [JudgedSitting]
  let converted: ConvertedTotals?
  /// The place of the rule's assessment in the exchange file.
  fileprivate let assessment: Int?
  fileprivate let scale: ScoreScale

  init(_ recogniser: Recogniser, of assessments: [Assessment], converted: ConvertedTotals?) {
    self.converted = converted
    assessment = assessments.firstIndex { $0.code == recogniser.assessment.code }
    scale = recogniser.assessment.scale
    sittings = recogniser.assessment.sittings.map {
      recogniser.judged(
        issuer: recogniser.assessment.issuer.code, sitting: $0.name, date: $0.date)
    }
  }
}

/// Results of an exchange, to be judged by one rule.
struct TableResults: JudgedResults {
  let rule: TableRule
  let results: GatheredResults

  var sittings: [JudgedSitting] { rule.sittings }
  var converted: ConvertedTotals? { rule.converted }

  func sitting(of result: Int) -> Int? {
    results.assessment(of: result) == rule.assessment ? results.sitting(of: result) : nil
  }
  func total(of result: Int) -> Score? { point(of: result).map { rule.scale.score(at: $0) } }
  func point(of result: Int) -> Int? {
    let steps = results.total(of: result)
    return steps == ResultTable.noScore ? nil : min(max(0, Int(steps)), rule.scale.pointCount - 1)
  }
  func status(of result: Int) -> String { results.status(of: result).rawValue }
  func part(_ part: Int, of result: Int) -> Score? {
    guard let steps = results.part(part, of: result), steps != ResultTable.noScore else {
      return nil
    }
    return Score(billionths: Int64(steps) * rule.scale.step.billionths)
  }
  func withNumber<Value>(of result: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    results.withNumber(of: result, body)
  }
}
