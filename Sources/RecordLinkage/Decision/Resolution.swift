import Parallel

/// Decides which of the compared pairs stand: one left row of a source for a right row, one right
/// row of a source for a left row; what is not clear goes to a person.
///
/// Nothing here depends on the order of the pairs: where two exclude each other, neither is chosen.
struct Resolution {
  private enum State: UInt8 {
    case open, auto, review, dropped
  }

  private let pairs: [CandidatePair]
  private let groups: [(groups: PairGroups, caution: LinkCaution)]
  private let model: LinkageModel
  private var states: [State]
  private var cautions: [LinkCaution]

  /// Decides about `pairs`, each of which is there once; `isGuarded` tells whether a relative or
  /// namesake makes a pair unfit to be linked automatically.
  init(
    _ pairs: [CandidatePair], left: PersonTable, right: any PersonRows, model: LinkageModel,
    plan: WorkPlan,
    isGuarded: (CandidatePair) -> Bool
  ) {
    self.pairs = pairs
    self.model = model
    states = Array(repeating: .open, count: pairs.count)
    cautions = Array(repeating: [], count: pairs.count)
    let bySide = plan.map(count: 2) { side in
      side == 0
        ? PairGroups(
          pairs, rowCount: right.count, row: { $0.right }, source: { left.sources[Int($0.left)] })
        : PairGroups(
          pairs, rowCount: left.count, row: { $0.left },
          source: { right.sourceNumber(of: Int($0.right)) })
    }
    groups = [(bySide[0], .severalLeft), (bySide[1], .severalRight)]
    settleClaims(conflict: .decisionsConflict) { $0.isForced }
    settleClaims(conflict: []) { $0.isCertain }
    for position in pairs.indices where states[position] == .open && isGuarded(pairs[position]) {
      cautions[position].insert(.relativeOrNamesake)
    }
    if model.automatic == .probability { settleProbable() }
    settleReviews()
  }

  /// Every pair that is linked or in review, by left row: its position and how it came out.
  func outcomes() -> [(position: Int, zone: LinkZone, cautions: LinkCaution)] {
    groups[1].groups.order.lazy.map(Int.init).compactMap { position in
      switch states[position] {
      case .auto: (position, .auto, [])
      case .review: (position, .review, cautions[position])
      case .open, .dropped: nil
      }
    }
  }

  /// Links the open pairs that qualify; those that exclude each other go to review, and open pairs
  /// beside either are dropped.
  private mutating func settleClaims(
    conflict: LinkCaution, _ qualifies: (CandidatePair) -> Bool
  ) {
    var isClaim = [Bool](repeating: false, count: pairs.count)
    for position in pairs.indices where states[position] == .open && qualifies(pairs[position]) {
      isClaim[position] = true
      states[position] = .auto
    }
    for (groups, caution) in groups {
      groups.forEach { group in
        guard group.count > 1 else { return }
        let claims = group.count { isClaim[Int($0)] }
        guard claims > 0 else { return }
        for position in group.lazy.map(Int.init) {
          if isClaim[position] {
            guard claims > 1 else { continue }
            states[position] = .review
            cautions[position].formUnion(caution.union(conflict))
          } else if states[position] == .open {
            states[position] = .dropped
          }
        }
      }
    }
  }

  /// The greatest weight of another open pair in the groups of each pair.
  private func strongestRivals() -> [Double] {
    var rivals = [Double](repeating: -.infinity, count: pairs.count)
    for (groups, _) in groups {
      groups.forEach { group in
        var (best, second) = (-Double.infinity, -Double.infinity)
        for position in group.lazy.map(Int.init) where states[position] == .open {
          let weight = pairs[position].weight
          if weight > best {
            (best, second) = (weight, best)
          } else if weight > second {
            second = weight
          }
        }
        for position in group.lazy.map(Int.init) where states[position] == .open {
          let rival = pairs[position].weight == best ? second : best
          rivals[position] = max(rivals[position], rival)
        }
      }
    }
    return rivals
  }

  /// Links open pairs that are probable enough, lead every rival by the margin and are not guarded.
  private mutating func settleProbable() {
    let least = bits(probability: model.automaticProbability)
    let rivals = strongestRivals()
    var isLinked = [Bool](repeating: false, count: pairs.count)
    for position in pairs.indices
    where states[position] == .open && cautions[position].isEmpty
      && pairs[position].weight >= least
      && pairs[position].weight - rivals[position] >= model.margin
    {
      isLinked[position] = true
    }
    settleClaimsAt(isLinked)
  }

  private mutating func settleClaimsAt(_ isLinked: [Bool]) {
    for position in pairs.indices where isLinked[position] { states[position] = .auto }
    for (groups, _) in groups {
      groups.forEach { group in
        guard group.count > 1, group.contains(where: { isLinked[Int($0)] }) else { return }
        for position in group.lazy.map(Int.init) where states[position] == .open {
          states[position] = .dropped
        }
      }
    }
  }

  /// Puts in review what is left and probable enough beside the best rival of both its rows: of two
  /// pairs that exclude each other at most one is true, so each takes from the other's probability.
  private mutating func settleReviews() {
    let rivals = strongestRivals()
    let chances = pairs.indices.map { position in
      states[position] == .open
        ? probability(bits: bits(pairs[position].weight, besideRival: rivals[position])) : 0
    }
    let least = leastReviewed(chances)
    for position in pairs.indices where states[position] == .open {
      let pair = pairs[position]
      let isWorthIt =
        pair.pattern.hasSameIdentifier
        ? pair.weight > rivals[position] - model.margin : chances[position] >= least
      states[position] = isWorthIt ? .review : .dropped
    }
    for (groups, caution) in groups {
      groups.forEach { group in
        let claims = group.filter { states[Int($0)] == .review }
        guard claims.count > 1 else { return }
        for position in claims { cautions[Int(position)].insert(caution) }
      }
    }
  }

  /// The review goes down to this share of the model's least probability.
  static let deepestReview = 0.25
  /// So many of all links may be expected among the pairs that nobody looks at.
  private static let unseenShare = 0.001

  /// The least probability of a pair in review: the model's own, or less where more true links than
  /// ``unseenShare`` would be expected below it, as in files where most identifiers are missing.
  private func leastReviewed(_ chances: [Double]) -> Double {
    let steps = 16
    var expected = [Int](repeating: 0, count: steps)
    // Summed in millionths, for sums of fractions would depend on the order of the rows.
    for chance in chances where chance < model.reviewProbability {
      let step = Int(chance / model.reviewProbability * Double(steps))
      expected[min(step, steps - 1)] += Int(chance * 1_000_000)
    }
    let links = states.count { $0 == .auto }
    var unseen = expected.reduce(0, +)
    var step = steps
    while step > Int(Double(steps) * Self.deepestReview),
      Double(unseen) > Self.unseenShare * 1_000_000 * Double(links)
    {
      step -= 1
      unseen -= expected[step]
    }
    return model.reviewProbability * Double(step) / Double(steps)
  }
}
