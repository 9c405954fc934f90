/// The rule that listed a pair, as a word that stays the same between versions.
public struct LinkRule: RawRepresentable, Sendable, Hashable {
  /// The word.
  public let rawValue: String

  /// Wraps a word; unknown words are kept.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A person decided that the rows are one person.
  public static let decision = LinkRule(rawValue: "decision")
  /// The same identifier, an agreeing name and the same birth date.
  public static let identifierNameBirth = LinkRule(rawValue: "id+name+birth")
  /// The same through a former identifier.
  public static let formerNameBirth = LinkRule(rawValue: "former-id+name+birth")
  /// The same identifier and an agreeing name; the birth date is missing or differs.
  public static let identifierName = LinkRule(rawValue: "id+name")
  /// The same identifier and birth date; the name is missing or does not agree.
  public static let identifierBirth = LinkRule(rawValue: "id+birth")
  /// The same identifier; neither name nor birth date agrees.
  public static let identifierAlone = LinkRule(rawValue: "id")
  /// An identifier one slip away, an agreeing name and the same birth date.
  public static let slipNameBirth = LinkRule(rawValue: "id-slip+name+birth")
  /// An agreeing name and the same birth date.
  public static let nameBirth = LinkRule(rawValue: "name+birth")
  /// The sum of all weights.
  public static let weight = LinkRule(rawValue: "weight")

  init(_ pattern: AgreementPattern) {
    let hasName = pattern.hasAgreeingName
    let hasBirth = pattern.birth == .equal
    switch (pattern.identifier, hasName, hasBirth) {
    case (.equal, true, true): self = .identifierNameBirth
    case (.former, true, true): self = .formerNameBirth
    case (.equal, true, false), (.former, true, false): self = .identifierName
    case (.equal, false, true), (.former, false, true): self = .identifierBirth
    case (.equal, false, false), (.former, false, false): self = .identifierAlone
    case (.slip, true, true): self = .slipNameBirth
    case (.missing, true, true): self = .nameBirth
    default: self = .weight
    }
  }
}
