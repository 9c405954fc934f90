public import RecordLinkage

/// What became of a pair of records, and why.
public struct ExplainedLink: Sendable, Hashable, Encodable {
  /// The left record's identifier.
  public let left: String
  /// The right record's identifier.
  public let right: String
  /// Automatic or for review; nil when the pair was weighed and is neither.
  public let zone: LinkZone?
  /// Which rule listed the pair; nil when none did.
  public let rule: LinkRule?
  /// Why it is not automatic, where a rule would have allowed it.
  public let cautions: LinkCaution
  /// What each field adds to the weight of the evidence.
  public let pair: ExplainedPair

  /// The pair and its waterfall as lines of text.
  public var text: String {
    var head = "\(left) – \(right): \(zone?.rawValue ?? "none")"
    head += ", probability \(probabilityText(pair.probability))"
    if let rule { head += ", rule \(rule.rawValue)" }
    if !cautions.isEmpty { head += "; \(cautions.words.joined(separator: "; "))" }
    return head + "\n" + pair.text + "\n"
  }

  private enum CodingKeys: String, CodingKey {
    case left, right, zone, rule, cautions, probability, prior, parts, weight
  }

  private struct Part: Encodable {
    let field: String
    let agreement: String
    let bits: Double
  }

  /// Encodes the pair as one object: names, zone (`none` for neither), and the waterfall.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(left, forKey: .left)
    try values.encode(right, forKey: .right)
    try values.encode(zone?.rawValue ?? "none", forKey: .zone)
    try values.encodeIfPresent(rule?.rawValue, forKey: .rule)
    try values.encode(cautions.words, forKey: .cautions)
    try values.encode(pair.probability, forKey: .probability)
    try values.encode(pair.prior, forKey: .prior)
    try values.encode(
      pair.parts.map { Part(field: $0.field, agreement: $0.agreement, bits: $0.bits) },
      forKey: .parts)
    try values.encode(pair.weight, forKey: .weight)
  }
}
