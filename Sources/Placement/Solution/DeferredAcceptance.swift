public import Parallel

/// Applicant-proposing deferred acceptance (Gale and Shapley 1962).
///
/// Applicants propose down their lists, programmes keep the best who fit and refuse the rest, until
/// nobody proposes. The result is stable, and no stable placement under the same rules gives
/// anybody a higher wish. With a tie rule it has the lowest stable score limits (Biró and Kiselgof
/// 2015); it is then no longer certain that honest lists are always best, and more seats may hurt
/// somebody. Stable need not be Pareto-efficient: exchanging seats afterwards would let people in
/// ahead of better ones.
///
/// The result does not depend on the order of proposals, so offers are made and answered in rounds:
/// all workers propose for a part of the refused, then answer for a part of the programmes. Once few
/// are refused in a round, one worker follows the chains of displacement to their end.
///
/// Where people's places hang on it take ``ProvedPlacement``, which finds the same a second way.
public enum DeferredAcceptance {
  /// Places the applicants.
  ///
  /// - Parameters:
  ///   - problem: Applicants, programmes and wishes.
  ///   - plan: Threads; the result is the same for any number.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: The applicant-optimal stable placement, with the cutoff of each programme.
  /// - Throws: ``PlacementError/Code/tieAtTheLine`` under ``LineRule/cut``, with the applicants who
  ///   are equal at the line of the first such programme; ``PlacementError/Code/cancelled``.
  /// - Complexity: O(wishes × log quota) where programmes choose alone. A pool, or a programme with
  ///   seats for groups, decides anew in each round and, once few are refused, at each offer: for the
  ///   people it then looks at O(people × (log people + depth)), or O(people × (log people + groups ×
  ///   blocks)).
  public static func place(
    _ problem: PlacementProblem, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(PlacementError) -> PlacementResult {
    try place(problem, plan: plan, schedule: .standard, cancellation: cancellation)
  }

  /// Places the applicants by rounds that are cut in another way; for tests of the rounds.
  package static func place(
    _ problem: PlacementProblem, plan: WorkPlan, schedule: OfferSchedule,
    cancellation: Cancellation? = nil
  ) throws(PlacementError) -> PlacementResult {
    var rounds = OfferRounds(
      problem, plan: plan, schedule: schedule, cancellation: cancellation)
    try rounds.run()
    let result = PlacementResult(
      problem, held: rounds.heldWishes(), lineLimits: rounds.limits,
      counts: rounds.counts, plan: plan)
    if problem.lineRule == .cut { try result.refuseTies(in: problem) }
    return result
  }
}

/// How much work a placement was.
public struct PlacementCounts: Hashable, Sendable {
  /// Rounds in which offers were made and answered together.
  public internal(set) var rounds = 0
  /// Offers made.
  public internal(set) var offers = 0
  /// Offers refused, at once or later.
  public internal(set) var refusals = 0
}
