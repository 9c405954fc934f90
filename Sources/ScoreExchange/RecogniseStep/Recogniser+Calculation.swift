internal import Scores

extension Recogniser {
  /// The score of the result that counts, with every step told.
  func calculated(
    _ judged: Judged, in results: some JudgedResults,
    _ attributes: () -> ApplicantAttributes, _ trace: inout Trace
  ) throws(ScoreError) -> DecisionFigures {
    guard let tableValue = try converted(judged, in: results, &trace) else {
      return DecisionFigures(refused: .outsideTable, result: judged.result)
    }
    let converted = try withCombinationOffset(tableValue, &trace)
    let attributes = attributes()
    let academic: ExactFraction
    switch try weighted(converted, attributes, &trace) {
    case .score(let score): academic = score
    case .refusal(let refusal):
      return DecisionFigures(refused: refusal, result: judged.result, converted: converted)
    }
    let bonus = countedBonus(attributes.bonus, &trace)
    let base = try withBonus(bonus, academic, &trace)
    let priority = try priority(of: attributes, total: base, &trace)
    let exact = try base.adding(priority)
    let score = try rounding.rounded(exact)
    trace.add { step in
      step.append("score ")
      step.append(base, decimals)
      if priority != .zero {
        step.append(" + ")
        step.append(priority, decimals)
        step.append(" = ")
        step.append(exact, decimals)
      }
      step.append(roundedText(exact, score, rounding).output)
    }
    return DecisionFigures(
      result: judged.result, converted: converted, bonus: bonus,
      priority: try rounding.ofSums.rounded(priority), score: score, refusal: nil)
  }

  /// ` -> 27.57 (half-up 2)`, or nothing where rounding changes nothing.
  func roundedText(_ exact: ExactFraction, _ score: Score, _ rule: RoundingRule) -> TraceText {
    ExactFraction(score) == exact
      ? TraceText() : " -> \(score, decimals) (\(rule.description))"
  }

  /// A converted score on the combination that the programmes compare, within the receiver's scale.
  private func withCombinationOffset(
    _ converted: Score, _ trace: inout Trace
  ) throws(ScoreError) -> Score {
    let offset = rule.combinationOffset
    guard offset != .zero, let target = conversion?.definition.target else { return converted }
    let sum = try converted.adding(offset)
    let limited = min(max(sum, target.minimum), target.maximum)
    let limit: TraceText = limited == sum ? "" : ", limited to \(limited, decimals)"
    trace.add(
      "combination offset: \(converted, decimals) + \(offset, decimals) = \(sum, decimals)\(limit)")
    return limited
  }

  /// The points of a bonus that count: not below zero, not above the cap.
  private func countedBonus(_ bonus: Score, _ trace: inout Trace) -> Score {
    if bonus < .zero {
      trace.add("bonus \(bonus, decimals) is below zero and does not count")
      return .zero
    }
    if let cap = rule.bonusCap, bonus > cap {
      trace.add("bonus \(bonus, decimals) capped at \(cap, decimals)")
      return cap
    }
    if bonus > .zero { trace.add("bonus \(bonus, decimals)") }
    return bonus
  }

  /// The total that priority points are added to; bonus points do not carry it over the end.
  private func withBonus(
    _ bonus: Score, _ academic: ExactFraction, _ trace: inout Trace
  ) throws(ScoreError) -> ExactFraction {
    let sum = try academic.adding(ExactFraction(bonus))
    let isLimited = taper.maximum < sum
    if trace.isTold, bonus > .zero || isLimited {
      let limit: TraceText = isLimited ? ", limited to \(taper.maximum, decimals)" : ""
      trace.add(
        "total \(academic, decimals) + \(bonus, decimals) = \(sum, decimals)\(limit)")
    }
    return isLimited ? taper.maximum : sum
  }
}
