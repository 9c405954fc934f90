import Parallel

/// Decides which of the compared pairs stand: one left row of a source for a right row, one right
/// row of a source for a left row; what is not clear goes to a person.
///
/// Nothing here depends on the order of the pairs: where two exclude each other, neither is chosen.
/// Each step looks at all groups as they are, and then at all pairs, so both may be done concurrently.
struct Resolution: Sendable {
  enum State: UInt8 {
    case open, auto, review, dropped
  }

  /// What becomes of a pair, so far.
  struct Fate {
    var state = State.open
    var cautions: LinkCaution = []
    /// Whether a person who sees the pairs beside it must see this one, too.
    var isNeededInReview = false
  }

  /// The pairs, those of one right row one behind the other.
  let pairs: [CandidatePair]
  private let byRight: PairGroups
  private let byLeft: PairGroups
  let model: LinkageModel
  let prior: OneToOnePrior
  private let plan: WorkPlan
  var fates: [Fate]

  /// Decides about `pairs`, each of which is there once, those of one right row one behind the other.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - left: The left table.
  ///   - right: The right rows.
  ///   - model: What makes a pair probable enough.
  ///   - prior: How much likelier a pair without rivals is.
  ///   - plan: The threads to use.
  ///   - isGuarded: Whether a relative or namesake makes a pair unfit to be linked automatically.
  init(
    _ pairs: [CandidatePair], left: any PersonRows, right: any PersonRows, model: LinkageModel,
    prior: OneToOnePrior, plan: WorkPlan, isGuarded: @Sendable (CandidatePair) -> Bool
  ) {
    self.pairs = pairs
    self.model = model
    self.prior = prior
    self.plan = plan
    let leftSources = plan.sources(of: pairs) { left.sourceNumber(of: Int($0.left)) }
    let rightSources = plan.sources(of: pairs) { right.sourceNumber(of: Int($0.right)) }
    (byRight, byLeft) = plan.both {
      PairGroups(byRight: pairs, sources: leftSources)
    } _: {
      PairGroups(byLeft: pairs, rowCount: left.count, sources: rightSources)
    }
    fates = Array(repeating: Fate(), count: pairs.count)
    fates = afterClaims(conflict: .decisionsConflict) { $0.isForced }
    fates = afterClaims(conflict: []) { $0.isCertain }
    fates = afterGuards(isGuarded)
    fates = afterSharedIdentifiers()
    fates = afterContradictedIdentifiers()
    if model.automatic == .probability { fates = afterProbable() }
    fates = afterReviews()
  }

  /// The positions of all pairs that are linked or in review, by left row.
  var listed: [UInt32] {
    let parts = plan.mapChunks(of: pairs.count, chunkLength: 1 << 16) { places in
      byLeft.positions[places].filter { zone(Int($0)) != nil }
    }
    return Array(parts.joined())
  }

  /// How many right rows have a pair that is linked or in review.
  var listedRightCount: Int {
    var count = 0
    var last: UInt32?
    for position in pairs.indices where pairs[position].right != last && zone(position) != nil {
      last = pairs[position].right
      count += 1
    }
    return count
  }

  /// How the pair at a position came out; nil where it is not listed.
  func outcome(_ position: Int) -> (zone: LinkZone, cautions: LinkCaution)? {
    zone(position).map { ($0, $0 == .review ? fates[position].cautions : []) }
  }

  private func zone(_ position: Int) -> LinkZone? {
    switch fates[position].state {
    case .auto: .auto
    case .review: .review
    case .open, .dropped: nil
    }
  }

  func each<Value: BitwiseCopyable & Sendable>(
    _ value: @Sendable (Int) -> Value
  ) -> [Value] {
    plan.filledArray(count: pairs.count, value)
  }

  /// Something about both groups of each pair: of the right row, and of the left row.
  struct Said<Summary: BitwiseCopyable & Sendable>: Sendable {
    private let right: (groups: PairGroups, summaries: [Summary])
    private let left: (groups: PairGroups, summaries: [Summary])

    init(_ resolution: Resolution, _ summary: @Sendable (Span<UInt32>) -> Summary) {
      right = (
        resolution.byRight, resolution.byRight.summaries(resolution.plan, summary)
      )
      left = (resolution.byLeft, resolution.byLeft.summaries(resolution.plan, summary))
    }

    func ofRight(_ position: Int) -> Summary {
      right.summaries[Int(right.groups.numbers[position])]
    }

    func ofLeft(_ position: Int) -> Summary {
      left.summaries[Int(left.groups.numbers[position])]
    }
  }

  /// How many of each group's pairs are marked.
  func counts(_ isMarked: [Bool]) -> Said<Int32> {
    Said(self) { group in
      var count: Int32 = 0
      for place in group.indices where isMarked[Int(group[place])] { count += 1 }
      return count
    }
  }

  /// Links the open pairs that qualify; those that exclude each other go to review, and open pairs
  /// beside either are dropped.
  private func afterClaims(
    conflict: LinkCaution, _ qualifies: @Sendable (CandidatePair) -> Bool
  ) -> [Fate] {
    let isClaim = each { fates[$0].state == .open && qualifies(pairs[$0]) }
    let claims = counts(isClaim)
    return each { position in
      var fate = fates[position]
      let (right, left) = (claims.ofRight(position), claims.ofLeft(position))
      if isClaim[position] {
        fate.state = right > 1 || left > 1 ? .review : .auto
        if right > 1 { fate.cautions.formUnion(LinkCaution.severalLeft.union(conflict)) }
        if left > 1 { fate.cautions.formUnion(LinkCaution.severalRight.union(conflict)) }
      } else if fate.state == .open && (right > 0 || left > 0) {
        fate.state = .dropped
      }
      return fate
    }
  }

  /// Cautions open pairs that are guarded.
  private func afterGuards(_ isGuarded: @Sendable (CandidatePair) -> Bool) -> [Fate] {
    each { position in
      var fate = fates[position]
      if fate.state == .open && isGuarded(pairs[position]) {
        fate.cautions.insert(.relativeOrNamesake)
      }
      return fate
    }
  }

  /// What stands against a pair.
  struct Rival: BitwiseCopyable {
    /// The greatest weight of another pair.
    var weight = -Double.infinity
    /// The weight of all pairs of that weight together: of many namesakes each is the less likely.
    var ofEquals = -Double.infinity
  }

  /// The two greatest weights among the open pairs of a group, and how many pairs have each.
  private struct Leaders {
    private var best = (weight: -Double.infinity, count: 0)
    private var second = (weight: -Double.infinity, count: 0)

    mutating func add(_ weight: Double) {
      if weight > best.weight {
        (best, second) = ((weight, 1), best)
      } else if weight == best.weight {
        best.count += 1
      } else if weight == second.weight {
        second.count += 1
      } else if weight > second.weight {
        second = (weight, 1)
      }
    }

    /// What stands against a pair of the group that has some weight.
    func rival(of weight: Double) -> Rival {
      var rival = best
      if weight == best.weight {
        rival.count -= 1
        if rival.count == 0 { rival = second }
      }
      return Rival(
        weight: rival.weight,
        ofEquals: rival.count > 1
          ? rival.weight + base2Logarithm(Double(rival.count)) : rival.weight)
    }
  }

  /// What stands against each open pair in its groups.
  ///
  /// - Parameter isRival: Which open pairs may stand against others.
  /// - Returns: One for each pair.
  func strongestRivals(among isRival: @Sendable (Fate) -> Bool = { _ in true }) -> [Rival] {
    let leaders = Said(self) { group in
      var leaders = Leaders()
      for place in group.indices {
        let position = Int(group[place])
        let fate = fates[position]
        if fate.state == .open && isRival(fate) { leaders.add(pairs[position].weight) }
      }
      return leaders
    }
    return each { position in
      let weight = pairs[position].weight
      let right = leaders.ofRight(position).rival(of: weight)
      let left = leaders.ofLeft(position).rival(of: weight)
      return Rival(
        weight: max(right.weight, left.weight), ofEquals: max(right.ofEquals, left.ofEquals))
    }
  }

  /// Links open pairs that are probable enough, lead every rival by the margin and are not guarded;
  /// open pairs beside them are dropped.
  private func afterProbable() -> [Fate] {
    let least = bits(probability: model.automaticProbability)
    let rivals = strongestRivals()
    let isLinked = each { position in
      let weight = pairs[position].weight
      return fates[position].state == .open && fates[position].cautions.isEmpty && weight >= least
        && weight - rivals[position].weight >= model.margin
    }
    let links = counts(isLinked)
    return each { position in
      var fate = fates[position]
      if isLinked[position] {
        fate.state = .auto
      } else if fate.state == .open && (links.ofRight(position) > 0 || links.ofLeft(position) > 0) {
        fate.state = .dropped
      }
      return fate
    }
  }
}

extension WorkPlan {
  /// The source of one row of each pair; empty where there is only one.
  fileprivate func sources(
    of pairs: [CandidatePair], _ source: @Sendable (CandidatePair) -> UInt32
  ) -> [UInt32] {
    let sources = filledArray(count: pairs.count) { source(pairs[$0]) }
    return sources.contains { $0 != sources[0] } ? sources : []
  }
}
