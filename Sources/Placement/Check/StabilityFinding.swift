/// One kind of fault of a placement: the first witness and how many there are.
public struct StabilityFinding: Hashable, Sendable, MessageConvertible {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A person is placed who handed in no wish.
    case unknownApplicant = "unknown_applicant"
    /// Somebody is placed at a programme that does not exist.
    case unknownProgramme = "unknown_programme"
    /// A person stands twice in the placement.
    case placedTwice = "placed_twice"
    /// A person is placed at a programme she did not wish for, or where her wish is void, or with
    /// another rank or score than her wish has.
    case ineligible
    /// More people are placed than the seats and the rule at the line allow.
    case quota
    /// A person prefers a programme that would take her.
    case blockingPair = "blocking_pair"
    /// Of two equal people one is admitted and the other, who would rather be there, is not.
    case splitTie = "split_tie"
    /// A stated cutoff is not the one that the placement implies.
    case cutoff
    /// A stable placement exists that gives somebody a higher wish.
    case notOptimal = "not_applicant_optimal"
  }

  /// What is wrong.
  public let kind: Kind
  /// The applicant of the first witness, whole; empty where none is concerned.
  public let applicant: String
  /// The programme of the first witness.
  public let programme: String
  /// The second party: who holds the seat, how a quota is broken, or what is stated of a cutoff.
  public let other: Message
  /// A stated number and the right one: a score in score units, for `binding` the place of the word
  /// in ``Cutoff/Binding``.
  public let values: [Int64?]
  /// Stated tie values at a line and the right ones, in the tie order; none where they decide
  /// nothing.
  public let keys: [[Int128]]
  /// How many there are of this kind.
  public internal(set) var count: Int

  /// One sentence, scores in whole units; identifiers that look like national ones are masked.
  public var message: Message { sentence { String($0) } }

  /// One sentence; identifiers that look like national ones are masked.
  ///
  /// - Parameters:
  ///   - score: How a score in whole units is written.
  ///   - line: How the tie values at a line are written.
  /// - Returns: What is wrong, with the first witness.
  public func sentence(
    score: (Int64) -> String,
    line: ([Int128]) -> String = { $0.map(\.description).joined(separator: " ") }
  ) -> Message {
    let person = MaskedIdentifier(applicant)
    let more: Message = count > 1 ? " (the first of \(count))" : ""
    switch kind {
    case .unknownApplicant: return "unknown person: \(person) handed in no wish\(more)"
    case .unknownProgramme:
      let subject: Message = applicant.isEmpty ? "a cutoff is stated for" : "\(person) is placed at"
      return "unknown programme: \(subject) \(programme)\(more)"
    case .placedTwice: return "placed twice: \(person), again at \(programme)\(more)"
    case .ineligible where !values.isEmpty:
      let figures = values.map { value -> String in
        let number = value ?? 0
        return other.description == StabilityFinding.scoreField ? score(number) : "\(number)"
      }
      return
        "ineligible: \(person) is placed at \(programme) with \(other) \(figures[0]), her wish "
        + "has \(figures[1])\(more)"
    case .ineligible:
      return "ineligible: \(person) has no valid wish for \(programme)\(more)"
    case .quota: return "quota broken: \(programme) has \(other)\(more)"
    case .blockingPair:
      let holder: Message =
        other.isEmpty
        ? "a free seat" : "a seat held by \(MaskedIdentifier(other.description)), who ranks behind"
      return "blocking pair: \(person) prefers \(programme), which has \(holder)\(more)"
    case .splitTie:
      return
        "split tie: \(person) is equal to \(MaskedIdentifier(other.description)) at \(programme), "
        + "and only one of them is admitted\(more)"
    case .cutoff:
      let lines = keys.map { $0.isEmpty ? "none" : "\(line($0))" as Message }
      let stated =
        lines
        + values.map { value -> Message in
          guard let value else { return "none" }
          switch other.description {
          case StabilityFinding.cutoffField, ClaimedCutoff.Figure.nextBelow.rawValue:
            return "\(score(value))"
          case StabilityFinding.bindingField:
            return "\(Cutoff.Binding.allCases[Int(value)].rawValue)"
          default: return "\(value)"
          }
        }
      return "cutoff not implied: \(programme) states \(other) \(stated.first ?? "none"), "
        + "the placement implies \(stated.last ?? "none")\(more)"
    case .notOptimal:
      return "not applicant-optimal: \(person) could have \(programme) in a stable placement\(more)"
    }
  }
}

extension StabilityFinding {
  /// What is stated wrongly of a cutoff, besides its figures.
  static let cutoffField = "cutoff"
  static let bindingField = "binding"
  static let keysField = "cutoff_keys"
  /// What is stated wrongly of a granted wish.
  static let rankField = "rank"
  static let scoreField = "score"
}

/// Collects findings: the first witness of each kind, and counts.
struct FindingList {
  private(set) var findings: [StabilityFinding] = []

  mutating func add(
    _ kind: StabilityFinding.Kind, applicant: String = "", programme: String,
    other: @autoclosure () -> Message = "", values: [Int64?] = [], keys: [[Int128]] = []
  ) {
    if let index = findings.firstIndex(where: { $0.kind == kind }) {
      findings[index].count += 1
      return
    }
    findings.append(
      StabilityFinding(
        kind: kind, applicant: applicant, programme: programme, other: other(), values: values,
        keys: keys, count: 1))
  }

  func contains(_ kind: StabilityFinding.Kind) -> Bool { findings.contains { $0.kind == kind } }
}
