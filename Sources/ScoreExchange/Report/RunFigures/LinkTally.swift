import RecordLinkage

/// Pairs of an applicant and a result, counted by rule, and the distinct results in them.
struct LinkTally<Applicant: Hashable & Sendable, Result: Hashable & Sendable>: Tally {
  private var pairs: [String: LinkFigures.Pairs] = [:]
  private var linked: Set<Result> = []
  private var waiting: Set<Result> = []
  private var applicants: Set<Applicant> = []

  mutating func add(applicant: Applicant, result: Result, zone: LinkZone, rule: String) {
    switch zone {
    case .auto:
      pairs[rule, default: .init()].linked += 1
      linked.insert(result)
      applicants.insert(applicant)
    case .review:
      pairs[rule, default: .init()].waiting += 1
      waiting.insert(result)
    }
  }

  mutating func add(_ other: Self) {
    pairs.add(other.pairs) { own, other in
      own.linked += other.linked
      own.waiting += other.waiting
    }
    linked.formUnion(other.linked)
    waiting.formUnion(other.waiting)
    applicants.formUnion(other.applicants)
  }

  /// What the page shows of them.
  var figures: LinkFigures {
    LinkFigures(
      pairs: pairs, linkedResults: linked.count,
      waitingResults: waiting.subtracting(linked).count, linkedApplicants: applicants.count)
  }
}

/// How many pairs each rule listed, and how many results and applicants stand in them.
struct LinkFigures: Sendable {
  /// The pairs of one rule.
  struct Pairs: Hashable, Sendable {
    /// Linked automatically.
    var linked = 0
    /// Left to a person.
    var waiting = 0
  }

  /// By the code of the rule.
  let pairs: [String: Pairs]
  /// Results linked to an applicant; a result with several links counts once.
  let linkedResults: Int
  /// Results that are not linked and wait for a person.
  let waitingResults: Int
  /// Applicants with at least one linked result.
  let linkedApplicants: Int
}

extension LinkFigures {
  /// The figures of the links of a run, which are sorted by applicant.
  ///
  /// - Parameters:
  ///   - links: The links.
  ///   - resultCount: How many results there are.
  init(_ links: [PersonLink], resultCount: Int) {
    var byRule: [(rule: LinkRule, pairs: Pairs)] = []
    var isLinked = [Bool](repeating: false, count: resultCount)
    var isWaiting = isLinked
    var linkedApplicants = 0
    var last: Int?
    for link in links {
      // There are few rules, and most pairs are of the first.
      let rule = link.rule
      let place = byRule.firstIndex { $0.rule == rule } ?? byRule.count
      if place == byRule.count { byRule.append((rule, Pairs())) }
      switch link.zone {
      case .auto:
        byRule[place].pairs.linked += 1
        isLinked[link.right] = true
        if last != link.left { linkedApplicants += 1 }
        last = link.left
      case .review:
        byRule[place].pairs.waiting += 1
        isWaiting[link.right] = true
      }
    }
    self.init(
      pairs: Dictionary(uniqueKeysWithValues: byRule.map { ($0.rule.rawValue, $0.pairs) }),
      linkedResults: isLinked.count { $0 },
      waitingResults: zip(isWaiting, isLinked).count { $0 && !$1 },
      linkedApplicants: linkedApplicants)
  }
}
