/// How people equal at the line are treated once lotteries have been drawn.
enum TieTreatment {
  case admitAll
  case rejectAll
}

/// A choice stated by its definition: the limits that a set of candidates sets.
///
/// Every rule here is monotone: further candidates never raise a limit that has come down, and a
/// candidate has a seat exactly when her key is under the limit of her line. That is what makes
/// deferred acceptance end in the applicant-optimal stable placement in any order of proposals
/// (Biró and Kiselgof, "College admissions with stable score-limits", 2015, for both tie rules).
extension SeatUnit {
  /// Limits before anybody has proposed: everyone is welcome where there is a seat at all.
  var openLimits: [UInt64] {
    switch self {
    case .programme(_, let quota): [quota == 0 ? 0 : .max]
    case .pools(let plan): plan.nodes.map { $0.quota == 0 ? 0 : .max }
    case .reserves(let plan): plan.openLimits
    }
  }

  /// Puts candidates in the order in which ``lower(_:by:ties:)`` reads them: by key, the best first.
  /// At a single programme only who gets the last seat and who is first behind it stand in their
  /// places, with the better ones before them.
  ///
  /// - Complexity: O(candidates) for a single programme, else O(candidates log candidates).
  func arrange(_ candidates: inout [Candidate]) {
    guard case .programme(_, let quota) = self else {
      candidates.sort { ($0.key, $0.wish) < ($1.key, $1.wish) }
      return
    }
    if quota == 0 || candidates.count < quota { return }
    candidates.select(quota - 1)
    if quota < candidates.count { candidates.select(quota, from: quota) }
  }

  /// Whether those whom ``lower(_:by:ties:)`` refused count again in its next call: equals of two groups
  /// may both be refused, and yet each of them takes a seat from those behind.
  func remembersRefused(_ ties: TieTreatment) -> Bool {
    if case .reserves = self { return ties == .rejectAll }
    return false
  }

  /// Lowers `limits` to what the candidates allow.
  ///
  /// - Parameters:
  ///   - limits: One for each programme, node or side of the unit; keys must be less.
  ///   - candidates: As ``arrange(_:)`` puts them. Those whom an earlier call refused may be left out, unless
  ///     ``remembersRefused(_:)`` says otherwise.
  ///   - ties: The rule at the line.
  /// - Complexity: O(candidates × depth), for a single programme O(1), with seats for groups
  ///   O(groups × blocks × candidates).
  func lower(_ limits: inout [UInt64], by candidates: [Candidate], ties: TieTreatment) {
    switch self {
    case .programme(_, let quota):
      limits[0] = min(limits[0], SeatUnit.limit(quota, candidates, ties))
    case .pools(let plan):
      switch ties {
      case .admitAll: plan.lowerAdmitting(&limits, by: candidates)
      case .rejectAll: plan.lowerRejecting(&limits, by: candidates)
      }
    case .reserves(let plan): plan.lower(&limits, by: candidates, ties: ties)
    }
  }

  /// The limit of a line: a wish has a seat if its key is less.
  func limit(ofLine line: UInt32, _ limits: [UInt64]) -> UInt64 {
    switch self {
    case .programme: limits[0]
    case .pools(let plan): plan.limit(ofLine: line, limits)
    case .reserves(let plan): plan.limit(ofLine: line, limits)
    }
  }

  /// The limit of one programme: under `admitAll` fewer than `quota` others must be strictly
  /// better; under `rejectAll` at most `quota`, herself included, may be at least as good.
  private static func limit(
    _ quota: Int, _ candidates: [Candidate], _ ties: TieTreatment
  ) -> UInt64 {
    if quota == 0 { return 0 }
    if candidates.count < quota { return .max }
    let behindLast = candidates[quota - 1].key + 1
    if ties == .admitAll || candidates.count == quota { return behindLast }
    return min(behindLast, candidates[quota].key)
  }
}
