import RecordLinkage

/// How one pair of records was weighed, without saying whose they are: neither numbers nor names,
/// only how the fields agree.
struct WaterfallFacts: Hashable, Sendable, Codable {
  /// One field.
  struct Part: Hashable, Sendable, Codable {
    let field: String
    let agreement: String
    /// Bits added, to two decimals; negative where the field speaks against one person.
    let bits: Double
  }

  let zone: String
  let rule: String
  /// Why it is not automatic, where a rule would have allowed it.
  let cautions: [String]
  /// Bits before anything is compared.
  let prior: Double
  let parts: [Part]
  let probability: String

  init(_ example: LinkExample) {
    zone = example.link.zone.rawValue
    rule = example.link.rule.rawValue
    cautions = example.link.cautions.words
    prior = Self.hundredths(example.waterfall.prior)
    parts = example.waterfall.parts.map {
      Part(field: $0.field, agreement: $0.agreement, bits: Self.hundredths($0.bits))
    }
    probability = probabilityText(example.waterfall.probability)
  }

  private static func hundredths(_ bits: Double) -> Double { (bits * 100).rounded() / 100 }
}
