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

  /// What is told of the first witness besides applicant and programme.
  public enum Other: Hashable, Sendable {
    /// Nothing.
    case none
    /// A second applicant, whole: who holds the seat, or is equal.
    case applicant(String)
    /// How a quota is broken.
    case seats(Message)
    /// What is stated wrongly.
    case figure(Figure)
  }

  /// What can be stated of a granted wish, or of a programme's line.
  public enum Figure: Hashable, Sendable {
    /// The rank of the wish.
    case rank
    /// The score of the wish.
    case score
    /// The lowest admitted score.
    case cutoff
    /// Whether somebody was turned away.
    case binding
    /// The tie values at the line.
    case cutoffKeys
    /// One of the figures beside the cutoff.
    case line(ClaimedCutoff.Figure)

    /// The heading under which it stands in tables.
    public var heading: String {
      switch self {
      case .rank: "rank"
      case .score: "score"
      case .cutoff: "cutoff"
      case .binding: "binding"
      case .cutoffKeys: "cutoff_keys"
      case .line(let figure): figure.rawValue
      }
    }
  }

  /// What is wrong.
  public let kind: Kind
  /// The applicant of the first witness, whole; empty where none is concerned.
  public let applicant: String
  /// The programme of the first witness.
  public let programme: String
  /// The second party, how a quota is broken, or what is stated wrongly.
  public let other: Other
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
      let figures = values.map { text(of: $0 ?? 0, score) }
      return
        "ineligible: \(person) is placed at \(programme) with \(words) \(figures[0]), her wish "
        + "has \(figures[1])\(more)"
    case .ineligible:
      return "ineligible: \(person) has no valid wish for \(programme)\(more)"
    case .quota: return "quota broken: \(programme) has \(words)\(more)"
    case .blockingPair:
      let holder: Message =
        other == .none ? "a free seat" : "a seat held by \(words), who ranks behind"
      return "blocking pair: \(person) prefers \(programme), which has \(holder)\(more)"
    case .splitTie:
      return
        "split tie: \(person) is equal to \(words) at \(programme), "
        + "and only one of them is admitted\(more)"
    case .cutoff:
      let lines = keys.map { $0.isEmpty ? "none" : "\(line($0))" as Message }
      let stated =
        lines
        + values.map { value -> Message in
          value.map { "\(text(of: $0, score))" } ?? "none"
        }
      return "cutoff not implied: \(programme) states \(words) \(stated.first ?? "none"), "
        + "the placement implies \(stated.last ?? "none")\(more)"
    case .notOptimal:
      return "not applicant-optimal: \(person) could have \(programme) in a stable placement\(more)"
    }
  }

  /// ``other`` in a sentence.
  private var words: Message {
    switch other {
    case .none: ""
    case .applicant(let applicant): "\(MaskedIdentifier(applicant))"
    case .seats(let message): message
    case .figure(let figure): Message(figure.heading)
    }
  }

  /// One of ``values`` as a table shows it.
  private func text(of value: Int64, _ score: (Int64) -> String) -> String {
    switch other {
    case .figure(.score), .figure(.cutoff), .figure(.line(.nextBelow)): score(value)
    case .figure(.binding): Cutoff.Binding.allCases[Int(value)].rawValue
    default: "\(value)"
    }
  }
}

/// Collects findings: the first witness of each kind, and counts.
struct FindingList {
  private(set) var findings: [StabilityFinding] = []

  mutating func add(
    _ kind: StabilityFinding.Kind, applicant: String = "", programme: String,
    other: @autoclosure () -> StabilityFinding.Other = .none, values: [Int64?] = [],
    keys: [[Int128]] = []
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
