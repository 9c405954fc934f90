/// What each school decided about the results of each assessment.
///
/// Two rules of a school for one assessment, for different programmes, are counted together: a
/// decision does not tell which of them it follows.
struct RecognitionTally: Tally {
  /// A school and an assessment.
  struct Key: Hashable, Sendable {
    let school: String
    let assessment: String
  }

  /// Decisions.
  struct Decisions: Hashable, Sendable {
    var recognised = 0
    /// Refusals by reason.
    var refused: [String: Int] = [:]

    /// Counts a decision.
    ///
    /// - Parameter refusal: The reason of a refusal; nil where the result is recognised.
    mutating func count(refusal: String?) {
      if let refusal {
        refused[refusal, default: 0] += 1
      } else {
        recognised += 1
      }
    }

    mutating func add(_ other: Self) {
      recognised += other.recognised
      refused.merge(other.refused, uniquingKeysWith: +)
    }
  }

  private(set) var decisions: [Key: Decisions] = [:]

  /// Nothing counted yet.
  init() {}

  /// The decisions of a run.
  init(_ step: RecogniseStep) {
    for (recogniser, counts) in zip(step.recognisers, step.countsByRule) {
      let key = Key(school: recogniser.school.code, assessment: recogniser.assessment.code)
      decisions[key, default: Decisions()].add(
        Decisions(recognised: counts.recognised, refused: counts.refused))
    }
  }

  mutating func count(_ key: Key, refusal: String?) {
    decisions[key, default: Decisions()].count(refusal: refusal)
  }

  mutating func add(_ other: Self) {
    decisions.add(other.decisions) { $0.add($1) }
  }

  /// All decisions together.
  var sum: Decisions {
    decisions.values.reduce(into: Decisions()) { $0.add($1) }
  }
}
