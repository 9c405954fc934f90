package import RecordLinkage

/// What people decided, as far as it counts: a merge may need more than one person.
///
/// Decisions stay in the order in which they were taken; the last about a pair counts, and `undo`
/// takes back all before it. That two rows are one person needs confirmations by as many different
/// people as the exchange asks for; that they are two, or that a decision is taken back, needs one.
package struct ConfirmedDecisions: Sendable {
  /// The decisions that count.
  package private(set) var counting: [LinkDecision] = []
  /// Merges that wait for further people, by their place among the decisions.
  package private(set) var waiting: [LinkDecision] = []
  /// Decisions that two rows are two people, taken at the moment of one that they are one.
  package private(set) var contradicting: [LinkDecision] = []

  private struct Pair: Hashable {
    let left: String
    let right: String
  }

  /// Sorts out which decisions count.
  ///
  /// - Parameters:
  ///   - decisions: All decisions, in the order in which they were taken.
  ///   - confirmations: How many different people must say that two rows are one person.
  package init(_ decisions: [LinkDecision], confirmations: Int) {
    var supporters: [Pair: Set<String>] = [:]
    var waiting: [Pair: Int] = [:]
    var places: [Int] = []
    var latest: [Pair: LinkDecision] = [:]
    for (place, decision) in decisions.enumerated() {
      let pair = Pair(left: decision.left, right: decision.right)
      waiting[pair] = nil
      if let earlier = latest.updateValue(decision, forKey: pair), earlier.on == decision.on,
        earlier.kind == .same, decision.kind == .different
      {
        contradicting.append(decision)
      }
      guard decision.kind == .same else {
        supporters[pair] = nil
        places.append(place)
        continue
      }
      supporters[pair, default: []].insert(nameKey(decision.by))
      let people = Self.people(supporters[pair] ?? [])
      if people >= confirmations { places.append(place) } else { waiting[pair] = place }
    }
    counting = places.map { decisions[$0] }
    self.waiting = waiting.values.sorted().map { decisions[$0] }
  }

  /// How many different people these names are at least: somebody who gave no name may be one of the
  /// others.
  private static func people(_ names: Set<String>) -> Int {
    max(1, names.subtracting([""]).count)
  }

  /// What a clerk should know: decisions about nobody, merges that wait, and decisions of one moment
  /// that contradict each other.
  ///
  /// - Parameter unmatched: Places among ``counting`` of decisions that name no row.
  /// - Returns: One line each.
  package func notes(_ unmatched: [Int]) -> [Message] {
    unmatched.map { (position) -> Message in
      let decision = counting[position]
      let (left, right) = decision.shownNames
      return "the decision \"\(decision.kind.rawValue)\" about \(left) and \(right) names a row "
        + "that is not there"
    }
      + waiting.map { (decision) -> Message in
        let (left, right) = decision.shownNames
        return "\(left) and \(right) wait for another person to confirm that they are one"
      }
      + contradicting.map { (decision) -> Message in
        let (left, right) = decision.shownNames
        return "decisions of one day about \(left) and \(right) contradict each other, so they "
          + "count as two people; a later decision settles it"
      }
  }
}

/// A person's name as it is compared: in small letters, composed, without needless spaces.
private func nameKey(_ name: String) -> String {
  canonicalText(name).lowercased()
}

extension LinkDecision {
  fileprivate var shownNames: (String, String) { (maskedName(left), maskedName(right)) }
}
