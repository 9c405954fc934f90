public import Parallel

/// What a scenario would do.
public struct ScenarioOutcome: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The problem with its changes.
  public let problem: PlacementProblem
  /// The placement under it.
  public let result: PlacementResult
  /// What differs from the placement as it is.
  public let change: PlacementChange
}

extension PlacementResult {
  /// Tries scenarios, one on each thread.
  ///
  /// - Parameters:
  ///   - scenarios: The scenarios.
  ///   - problem: The problem of which this is the result.
  ///   - plan: Threads; outcomes are the same for any number.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: One outcome for each scenario, in their order.
  /// - Throws: The first scenario's error: a change that is not possible, an undecided tie under
  ///   ``LineRule/cut``, two algorithms that do not agree, or cancellation.
  /// - Complexity: One proved placement for each scenario.
  public func outcomes(
    of scenarios: [Scenario], in problem: PlacementProblem, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(PlacementError) -> [ScenarioOutcome] {
    try plan.map(count: scenarios.count) { (index: Int) throws(PlacementError) in
      let changed = try problem.applying(scenarios[index])
      let result = try ProvedPlacement.place(
        changed, plan: .sequential, cancellation: cancellation)
      return ScenarioOutcome(
        scenario: scenarios[index], problem: changed, result: result,
        change: PlacementChange(from: self, to: result))
    }
  }
}
