internal import Scores

extension Recogniser {
  /// A weighted score, or why there is none.
  enum Weighted {
    case score(ExactFraction)
    case refusal(RecognitionRefusal)
  }

  /// The weighted score of all components; the converted score itself where the rule has none.
  ///
  /// Each component is mapped onto the receiver's scale and multiplied by its weight, as HCMUT has done
  /// since 2023 with the competency test, the graduation examination and the school record. Where the
  /// rule says so, each component and the total are rounded before bonus and priority are added: HCMUT
  /// 2025, each to 0.01.
  func weighted(
    _ converted: Score, _ attributes: ApplicantAttributes, _ trace: inout Trace
  ) throws(ScoreError) -> Weighted {
    guard !rule.composite.isEmpty else { return .score(ExactFraction(converted)) }
    var sum = ExactFraction.zero
    var terms = TraceText()
    for component in rule.composite {
      let isConverted = component.name == CompositeComponent.convertedName
      guard let score = isConverted ? converted : attributes.components[component.name] else {
        trace.add("not recognised: the component \(component.name) is not given")
        return .refusal(.componentMissing)
      }
      guard let mapped = try mapped(score, component, &trace) else {
        return .refusal(.componentRange)
      }
      sum = try sum.adding(ExactFraction(component.weight).multiplied(by: mapped))
      guard trace.isTold else { continue }
      terms = "\(terms)\(terms.isEmpty ? "" : " + ")\(component.weight) x \(mapped, decimals)"
    }
    let total = try rounded(sum, "weighted score \(terms) = \(sum, decimals)", &trace)
    return .score(total)
  }

  /// A component on the receiver's scale, or nil when it lies outside its range.
  private func mapped(
    _ score: Score, _ component: CompositeComponent, _ trace: inout Trace
  ) throws(ScoreError) -> ExactFraction? {
    guard let mapping = component.mapping else {
      let value = ExactFraction(score)
      return try rounded(value, "component \(component.name) \(score)", &trace)
    }
    guard mapping.fromLow <= score, score <= mapping.fromHigh else {
      trace.add(
        """
        not recognised: component \(component.name) \(score) does not lie from \
        \(mapping.fromLow) to \(mapping.fromHigh)
        """)
      return nil
    }
    let rise = try ExactFraction(mapping.toHigh).subtracting(ExactFraction(mapping.toLow))
    let width = try ExactFraction(mapping.fromHigh).subtracting(ExactFraction(mapping.fromLow))
    let distance = try ExactFraction(score).subtracting(ExactFraction(mapping.fromLow))
    let value = try ExactFraction(mapping.toLow).adding(
      distance.multiplied(by: rise).divided(by: width))
    return try rounded(
      value,
      """
      component \(component.name) \(score) of \(mapping.fromLow) to \(mapping.fromHigh) is \
      \(value, decimals) of \(mapping.toLow) to \(mapping.toHigh)
      """, &trace)
  }

  /// A component, or the total, after the rounding of the rule.
  private func rounded(
    _ value: ExactFraction, _ words: @autoclosure () -> TraceText, _ trace: inout Trace
  ) throws(ScoreError) -> ExactFraction {
    guard let rounding = rule.componentRounding else {
      trace.add(words())
      return value
    }
    let rounded = try rounding.rounded(value)
    trace.add("\(words())\(roundedText(value, rounded, rounding))")
    return ExactFraction(rounded)
  }
}
