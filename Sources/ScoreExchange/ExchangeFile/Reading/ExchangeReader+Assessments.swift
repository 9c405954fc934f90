internal import Scores

extension ExchangeReader {
  /// The assessments by their codes.
  static func assessments(_ value: YAMLValue) throws(ExchangeError) -> [Assessment] {
    var assessments: [Assessment] = []
    for (_, code, value) in try value.entries() {
      assessments.append(try assessment(code, value))
    }
    guard !assessments.isEmpty else { throw value.refusal("at least one assessment is needed") }
    return assessments
  }

  private static func assessment(
    _ code: String, _ value: YAMLValue
  ) throws(ExchangeError) -> Assessment {
    try assessment(code, value.mapping(keys: definitionKeys))
  }

  static let definitionKeys = ["issuer", "scale", "parts", "validity", "sittings"]

  /// The assessment that these keys define.
  static func assessment(
    _ code: String, _ keys: YAMLMapping
  ) throws(ExchangeError) -> Assessment {
    let issuer = try keys.required("issuer").school()
    let scaleValue = try keys.required("scale")
    let scale = try scaleValue.scale(scaleValue.mapping(keys: ["minimum", "maximum", "step"]))
    var parts: [AssessmentPart] = []
    if let value = keys.optional("parts") { parts = try Self.parts(value, of: scale) }
    var validity: ValidityPeriod?
    if let value = keys.optional("validity") { validity = try Self.validity(value) }
    var sittings: [Sitting] = []
    if let value = keys.optional("sittings") {
      for (_, name, value) in try value.entries() {
        sittings.append(Sitting(name: name, date: try value.date()))
      }
    }
    return Assessment(
      code: code, issuer: issuer, scale: scale, parts: parts, validity: validity,
      sittings: sittings)
  }

  /// Columns of `results.csv` and words of `minimum` that a part cannot have as its name.
  private static let reservedPartNames: Set<String> = [
    "issuer", "assessment", "sitting", "candidate_number", "national_id", "name", "family_name",
    "given_name", "birth_date", "sex", "school", "exam_date", "total", "status", "parts",
  ]

  private static func parts(
    _ value: YAMLValue, of scale: ScoreScale
  ) throws(ExchangeError) -> [AssessmentPart] {
    var parts: [AssessmentPart] = []
    var sum = Score.zero
    for (key, name, value) in try value.entries() {
      guard !reservedPartNames.contains(name) else {
        throw key.refusal("\"\(name)\" is the name of another column")
      }
      let maximum = try value.score()
      guard maximum > .zero else { throw value.refusal("a maximum must be above 0") }
      do {
        sum = try sum.adding(maximum)
      } catch {
        throw value.refusal("the maxima are too large")
      }
      parts.append(AssessmentPart(name: name, maximum: maximum))
    }
    guard parts.isEmpty || sum == scale.maximum else {
      throw value.refusal(
        "the maxima add up to \(sum.formatted()), and the scale ends at "
          + "\(scale.maximum.formatted())")
    }
    return parts
  }

  private static func validity(_ value: YAMLValue) throws(ExchangeError) -> ValidityPeriod {
    let words = try value.text()
    guard let period = ValidityPeriod(words) else {
      throw value.refusal("\"\(words)\" is no period; write \"2 years\" or \"18 months\"")
    }
    return period
  }
}
