/// What is done with a pair.
public enum LinkZone: String, Sendable, Hashable, CaseIterable {
  /// Linked without a person looking at it, or by a person's decision.
  case auto
  /// Only a person may decide.
  case review
}

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

/// Why a pair that would be linked was put in review instead.
public struct LinkCaution: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// One bit a reason.
  public let rawValue: UInt8

  /// Wraps the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Another left row claims the right row as well.
  public static let severalLeft = LinkCaution(rawValue: 1)
  /// Another right row of the same source claims the left row as well.
  public static let severalRight = LinkCaution(rawValue: 2)
  /// Somebody else with this family name and birth day, or this name, could be meant.
  public static let relativeOrNamesake = LinkCaution(rawValue: 4)
  /// Two decisions of people contradict each other.
  public static let decisionsConflict = LinkCaution(rawValue: 8)
}

/// A statement that a left row and a right row are one person, or may be.
public struct PersonLink: Sendable, Hashable {
  /// The weight of the evidence in bits, the prior included.
  public let weight: Double
  let pattern: AgreementPattern
  private let furtherFields: [FurtherField]
  private let leftRow: UInt32
  private let rightRow: UInt32
  /// Automatic or for review.
  public let zone: LinkZone
  /// Why it is not automatic, where a rule would have allowed it.
  public let cautions: LinkCaution
  /// Whether a person decided that it is one person.
  private let isForced: Bool

  init(
    _ pair: CandidatePair, zone: LinkZone, cautions: LinkCaution, furtherFields: [FurtherField]
  ) {
    weight = pair.weight
    pattern = pair.pattern
    self.furtherFields = furtherFields
    leftRow = pair.left
    rightRow = pair.right
    self.zone = zone
    self.cautions = cautions
    isForced = pair.isForced
  }

  /// Row of the left table.
  public var left: Int { Int(leftRow) }
  /// Row of the right table.
  public var right: Int { Int(rightRow) }
  /// Which rule listed the pair.
  public var rule: LinkRule { isForced ? .decision : LinkRule(pattern) }

  /// The probability that the two rows are one person, 0…1, under the model.
  public var probability: Double { RecordLinkage.probability(bits: weight) }

  /// One line that says which fields agree and how; it holds no personal value.
  public var explanation: String { pattern.words(furtherFields, cautions) }
}

/// The explanations of many links: pairs that agree alike are explained alike.
package struct LinkExplanations {
  private struct Case: Hashable {
    let pattern: AgreementPattern
    let cautions: UInt8
  }

  private var texts: [Case: String] = [:]
  /// The case that was asked for last, for most pairs agree alike.
  private var last: (place: Case, text: String)?

  /// Nothing is explained yet.
  package init() {}

  /// What ``PersonLink/explanation`` says of a link of one linkage.
  package subscript(link: PersonLink) -> String {
    mutating get {
      let place = Case(pattern: link.pattern, cautions: link.cautions.rawValue)
      if let last, last.place == place { return last.text }
      let text = texts[place] ?? link.explanation
      texts[place] = text
      last = (place, text)
      return text
    }
  }
}

extension AgreementPattern {
  func words(_ fields: [FurtherField], _ cautions: LinkCaution) -> String {
    var parts = [
      "national_id \(identifier.word)", "name \(name.word)", "birth_date \(birth.word)",
    ]
    if sex != .missing { parts.append("sex \(sex.word)") }
    if province != .missing { parts.append("province \(province.word)") }
    for (position, field) in fields.enumerated() {
      guard let level = FurtherLevel(rawValue: further(position)), level != .missing else {
        continue
      }
      parts.append("\(field.name) \(level.word)")
    }
    parts.append(contentsOf: cautions.words)
    return parts.joined(separator: "; ")
  }
}

extension LinkCaution {
  /// The reasons in words.
  public var words: [String] {
    let texts: [(LinkCaution, String)] = [
      (.severalLeft, "another applicant claims this result"),
      (.severalRight, "another result of this source claims this applicant"),
      (.relativeOrNamesake, "a relative or namesake could be meant"),
      (.decisionsConflict, "decisions contradict each other"),
    ]
    return texts.filter { contains($0.0) }.map(\.1)
  }
}
