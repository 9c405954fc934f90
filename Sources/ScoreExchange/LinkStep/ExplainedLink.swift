public import RecordLinkage

/// What became of a pair of records, and why.
public struct ExplainedLink: Sendable, Hashable, Encodable {
  /// The left record's identifier.
  public let left: String
  /// The right record's identifier.
  public let right: String
  /// Automatic or for review; nil when the pair was weighed and is neither.
  public let zone: LinkZone?
  /// Which rule listed the pair, or that a person decided to keep it apart; nil when none did.
  public let rule: LinkRule?
  /// Why it is not automatic, where a rule would have allowed it.
  public let cautions: LinkCaution
  /// What each field adds to the weight of the evidence.
  public let pair: ExplainedPair

  /// The pair, identifiers masked, and its waterfall, a line each: bits, running sum, field, agreement.
  public var lines: [Message] {
    let done: Message = zone?.meaning ?? "neither linked nor for review"
    var head: Message = "\(maskedName(left)) – \(maskedName(right)): \(done)"
    head += ", probability \(probabilityText(pair.probability))"
    if let rule { head += ", rule: \(rule.meaning)" }
    for caution in cautions.words { head += "; \(Message(caution))" }
    var sum = pair.prior
    func line(_ bits: Double, _ words: Message) -> Message {
      "  \(Self.aligned(bits)) \(Self.aligned(sum))  \(words)"
    }
    var lines = [head, line(pair.prior, "before comparing")]
    for part in pair.parts {
      sum += part.bits
      lines.append(
        line(
          part.bits,
          "\(ExplainedPair.Part.name(of: part.field)): \(Message(part.agreement))"))
    }
    return lines
  }

  /// Two decimals in eight columns.
  private static func aligned(_ bits: Double) -> String {
    let hundredths = Int((abs(bits) * 100).rounded())
    let fraction = hundredths % 100
    let sign = bits < 0 && hundredths > 0 ? "-" : "+"
    let text = "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
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
    try values.encode(maskedName(left), forKey: .left)
    try values.encode(maskedName(right), forKey: .right)
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
