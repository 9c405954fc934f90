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
  public var explanation: String { pattern.words(furtherFields) }
}
