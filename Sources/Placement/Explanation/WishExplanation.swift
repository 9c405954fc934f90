import Parallel

/// Why one wish of an applicant came out as it did.
public struct WishExplanation: Hashable, Sendable {
  /// What became of the wish.
  public enum Outcome: Hashable, Sendable {
    /// The applicant is placed here.
    case placed
    /// A higher wish was granted, so this one was not needed.
    case notNeeded
    /// The score is under the programme's floor.
    case underFloor(Int64)
    /// The wish was declared ineligible.
    case ineligible
    /// The wish was set aside when the wishes were read.
    case setAside(WishReject.Reason)
    /// The applicant was settled beforehand: placed elsewhere, or at another of her wishes.
    case settled
    /// The programme has no seat, or none for this applicant's group.
    case noSeat
    /// The score is under the cutoff, by this much.
    case score(gap: Int64)
    /// Equal to the cutoff up to this key, and worse in it.
    case key(TieKey)
    /// Equal to the last one admitted in everything; the rule at the line decided.
    case lineRule(LineRule)
    /// At or above the cutoff, but the seats left are kept for others: reserves, people of an earlier
    /// round, a pool that is full, or a class of equals that was refused whole.
    case seatsKept
  }

  /// The row of the wish table.
  public let row: Int
  /// The rank as it was handed in.
  public let rank: Int
  /// Index of the programme.
  public let programme: Int
  /// The score, in the units of the wishes.
  public let score: Int64
  /// The tie values, in the tie order.
  public let keys: [Int128]
  /// What became of the wish.
  public let outcome: Outcome
}

extension PlacementResult {
  /// Why each wish of an applicant came out as it did, by rank.
  ///
  /// - Parameters:
  ///   - applicant: Index of the applicant.
  ///   - problem: The problem of which this is the result.
  /// - Returns: One explanation for each wish handed in, void and set-aside ones included.
  /// - Complexity: O(wishes of the applicant); under `reject-all` O(all wishes) for each that stands
  ///   where a line is closed.
  public func explanation(
    of applicant: Int, in problem: PlacementProblem
  ) -> [WishExplanation] {
    problem.wishRange(of: applicant).map { wish in
      let row = problem.row(wish)
      return WishExplanation(
        row: row, rank: problem.wishes.rank(row: row), programme: problem.programme(ofWish: wish),
        score: problem.wishes.score(row: row), keys: problem.tieValues(row: row),
        outcome: outcome(ofWish: wish, row: row, applicant: applicant, problem))
    }
  }

  private func outcome(
    ofWish wish: Int, row: Int, applicant: Int, _ problem: PlacementProblem
  ) -> WishExplanation.Outcome {
    if Int(placed[applicant]) == wish { return .placed }
    if let reject = problem.reject(row: row) { return .setAside(reject.reason) }
    if !problem.wishes.isEligible(row: row) { return .ineligible }
    let score = problem.wishes.score(row: row)
    let programme = problem.programme(ofWish: wish)
    if let floor = problem.programmes[programme].floor, score < floor { return .underFloor(floor) }
    let entry = problem.packed[wish]
    if entry.isVoid { return .settled }
    if placed[applicant] >= 0, wish > Int(placed[applicant]) { return .notNeeded }
    let cutoff = cutoffs[programme]
    let limit = lineLimits[Int(entry.line)]
    if limit == 0 { return .noSeat }
    if problem.lineRule == .rejectAll, entry.key == limit,
      cutoff.admitted < problem.programmes[programme].quota,
      hasEqual(entry, of: applicant, problem)
    {
      return .lineRule(.rejectAll)
    }
    guard let line = cutoff.score else { return .seatsKept }
    if score != line { return score < line ? .score(gap: line - score) : .seatsKept }
    let keys = problem.tieValues(row: row)
    for (key, values) in zip(problem.tieOrder.keys, zip(keys, cutoff.keys)) {
      let (own, last) = values
      if own == last { continue }
      return key.isWorse(own, than: last) ? .key(key) : .seatsKept
    }
    return .lineRule(problem.lineRule)
  }

  /// Whether somebody else has the same key where the same seats are given, and no higher wish was
  /// granted. Where nobody has, the seats went to a class of equals before, which was refused whole.
  private func hasEqual(
    _ entry: PackedWish, of applicant: Int, _ problem: PlacementProblem
  ) -> Bool {
    let units = problem.seats.lineUnit
    return problem.applicants.indices.contains { other in
      if other == applicant { return false }
      let wishes = problem.wishRange(of: other)
      let end = placed[other] < 0 ? wishes.upperBound : Int(placed[other]) + 1
      return (wishes.lowerBound..<end).contains { wish in
        let rival = problem.packed[wish]
        return !rival.isVoid && rival.key == entry.key
          && units[Int(rival.line)] == units[Int(entry.line)]
      }
    }
  }
}

extension PlacementProblem {
  /// Why the wish in a row was set aside, if it was; by bisection.
  func reject(row: Int) -> WishReject? {
    let place = rejects.partitionPoint { $0.row < row }
    return place < rejects.count && rejects[place].row == row ? rejects[place] : nil
  }
}
