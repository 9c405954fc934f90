internal import Scores

extension ExchangeReader {
  /// The rules of each receiver.
  func recognition(_ value: YAMLValue?) throws(ExchangeError) -> [Exchange.SchoolRecognition] {
    var schools: [Exchange.SchoolRecognition] = []
    for (key, code, value) in try value?.entries() ?? [] {
      guard let school = School.named(code) else {
        throw key.refusal(of: code, what: "school", expected: School.all.map(\.code))
      }
      var rules: [RecognitionRule] = []
      for entry in try value.list() { rules.append(try recognitionRule(entry)) }
      schools.append(Exchange.SchoolRecognition(school: school, rules: rules))
    }
    return schools
  }

  private func recognitionRule(_ value: YAMLValue) throws(ExchangeError) -> RecognitionRule {
    let keys = try value.mapping(keys: [
      "accepts", "sittings", "minimum", "choose", "convert", "combination_offset", "priority",
      "bonus_cap",
      "programmes", "composite", "component_rounding", "rounding", "document",
    ])
    let assessment = try assessment(keys.required("accepts"))
    var rule = RecognitionRule(accepts: assessment.code)
    rule.line = value.line
    if let value = keys.optional("sittings") { rule.sittings = try sittings(value, of: assessment) }
    if let value = keys.optional("minimum") {
      try minimum(value, of: assessment, into: &rule)
    }
    rule.choice =
      try keys.optional("choose")?.choice(
        "choice", ["best": RecognitionRule.Choice.best, "latest": .latest, "earliest": .earliest])
      ?? .best
    if let value = keys.optional("convert") {
      rule.conversion = try conversion(value, of: assessment).name
    }
    if let value = keys.optional("combination_offset") {
      guard rule.conversion != nil else {
        throw value.refusal("an offset between combinations goes with convert")
      }
      rule.combinationOffset = try value.score()
    }
    rule.priority =
      try keys.optional("priority")?.choice(
        "priority rule",
        ["none": PriorityRule.none, "moet-2025": .moet2025, "moet-2026": .moet2026]) ?? .none
    rule.bonusCap = try keys.optional("bonus_cap")?.score(upTo: Score(billionths: .max))
    if let value = keys.optional("programmes") { rule.programmes = try programmes(value) }
    if let value = keys.optional("composite") { rule.composite = try composite(value) }
    rule.componentRounding = try keys.optional("component_rounding")?.roundingRule()
    rule.rounding = try keys.optional("rounding")?.roundingRule()
    rule.document = try keys.optional("document")?.text() ?? ""
    return rule
  }

  private func conversion(
    _ value: YAMLValue, of assessment: Assessment
  ) throws(ExchangeError) -> Conversion {
    let name = try value.text()
    guard let conversion = conversions.first(where: { $0.name == name }) else {
      throw value.refusal(of: name, what: "conversion", expected: conversions.map(\.name))
    }
    guard conversion.from == assessment.code else {
      throw value.refusal(
        "\(name) converts from \(conversion.from), and the rule accepts \(assessment.code)")
    }
    return conversion
  }

  private func sittings(
    _ value: YAMLValue, of assessment: Assessment
  ) throws(ExchangeError) -> [String] {
    var names: [String] = []
    for entry in try value.list() {
      let name = try entry.text()
      guard assessment.sitting(named: name) != nil else {
        throw entry.refusal(of: name, what: "sitting", expected: assessment.sittings.map(\.name))
      }
      names.append(name)
    }
    return names
  }

  /// Minima: `total`, and parts by their names, directly or under `parts`.
  private func minimum(
    _ value: YAMLValue, of assessment: Assessment, into rule: inout RecognitionRule
  ) throws(ExchangeError) {
    let partNames = assessment.parts.map(\.name)
    let keys = try value.mapping(keys: ["total", "parts"] + partNames)
    if let value = keys.optional("total") {
      let total = try value.score()
      guard assessment.scale.contains(total) else {
        throw value.refusal("\(total.formatted()) lies outside the scale of \(assessment.code)")
      }
      rule.minimumTotal = total
    }
    let nested = try keys.optional("parts")?.mapping(keys: partNames)
    for part in assessment.parts {
      guard let value = nested?.optional(part.name) ?? keys.optional(part.name) else { continue }
      rule.minimumParts.append(
        RecognitionRule.PartMinimum(
          part: part.name, minimum: try value.score(upTo: part.maximum)))
    }
  }

  private func programmes(
    _ value: YAMLValue
  ) throws(ExchangeError) -> RecognitionRule.Programmes {
    if value.isScalar {
      guard try value.text() == "all" else {
        throw value.refusal("must be \"all\" or a list of programme codes")
      }
      return .all
    }
    var codes: [String] = []
    for entry in try value.list() { codes.append(try entry.text()) }
    return .codes(codes)
  }

  private func composite(_ value: YAMLValue) throws(ExchangeError) -> [CompositeComponent] {
    var components: [CompositeComponent] = []
    for entry in try value.list() {
      let keys = try entry.mapping(keys: ["component", "weight", "from", "to"])
      let weightValue = try keys.required("weight")
      let weight = try weightValue.score()
      guard weight > .zero else { throw weightValue.refusal("a weight must be above 0") }
      components.append(
        CompositeComponent(
          name: try keys.required("component").text(), weight: weight,
          mapping: try mapping(keys)))
    }
    guard !components.isEmpty else { throw value.refusal("at least one component is needed") }
    return components
  }

  private func mapping(_ keys: YAMLMapping) throws(ExchangeError) -> CompositeComponent.Mapping? {
    guard keys.optional("from") != nil || keys.optional("to") != nil else { return nil }
    let fromValue = try keys.required("from")
    let from = try range(fromValue)
    let to = try range(keys.required("to"))
    return CompositeComponent.Mapping(
      fromLow: from.low, fromHigh: from.high, toLow: to.low, toHigh: to.high)
  }

  private func range(_ value: YAMLValue) throws(ExchangeError) -> (low: Score, high: Score) {
    let ends = try value.list()
    guard ends.count == 2 else { throw value.refusal("must be two numbers, as in [0, 30]") }
    let (low, high) = (try ends[0].score(), try ends[1].score())
    guard low < high else { throw value.refusal("the first number must be below the second") }
    return (low, high)
  }
}
