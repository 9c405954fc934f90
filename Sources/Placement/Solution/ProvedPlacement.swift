public import Parallel

/// A placement found in two ways that agree.
///
/// ``DeferredAcceptance`` makes the result, ``CutoffIteration`` confirms it. They search in different
/// ways, and at a programme alone the one keeps a heap of those who hold a seat where the other states
/// the rule by its definition: a fault of either is an error there and never a wrong placement. Of
/// pools and seats kept for groups both ask one statement of the rule whom they take, so the proof
/// covers the search and not that statement.
public enum ProvedPlacement {
  /// Places the applicants, and places them again.
  ///
  /// - Parameters:
  ///   - problem: Applicants, programmes and wishes.
  ///   - plan: Threads: with two or more both ways are gone at once.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: The applicant-optimal stable placement.
  /// - Throws: ``PlacementError/Code/disagreement``, with the first applicant whom the two place
  ///   differently; otherwise as `DeferredAcceptance.place`.
  /// - Complexity: That of `DeferredAcceptance.place` and that of ``CutoffIteration`` together.
  public static func place(
    _ problem: PlacementProblem, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(PlacementError) -> PlacementResult {
    plan.begin(.placing)
    let answers = try plan.map(count: 2) { (way: Int) throws(PlacementError) -> Answer in
      way == 0
        ? .result(
          try DeferredAcceptance.place(problem, plan: .sequential, cancellation: cancellation))
        : .held(try CutoffIteration.heldWishes(problem, cancellation: cancellation))
    }
    guard case .result(let result) = answers[0], case .held(let held) = answers[1] else {
      preconditionFailure("the answers stand in the order of the ways")
    }
    try result.confirm(held, in: problem)
    return result
  }

  private enum Answer: Sendable {
    case result(PlacementResult)
    case held([UInt32])
  }
}

extension PlacementResult {
  /// Compares the result with the wishes that another algorithm grants.
  ///
  /// - Throws: ``PlacementError/Code/disagreement``.
  package func confirm(_ held: [UInt32], in problem: PlacementProblem) throws(PlacementError) {
    var isHeld = [Bool](repeating: false, count: problem.packed.count)
    for wish in held { isHeld[Int(wish)] = true }
    if held.count == placedCount, placed.allSatisfy({ $0 < 0 || isHeld[Int($0)] }) { return }
    var other = [Int32](repeating: -1, count: problem.applicants.count)
    for wish in held { other[problem.applicant(ofWish: Int(wish))] = Int32(wish) }
    guard let applicant = other.indices.first(where: { other[$0] != placed[$0] }) else { return }
    func name(_ wish: Int32) -> Message {
      wish < 0 ? "nowhere" : "\(problem.programmes[problem.programme(ofWish: Int(wish))].code)"
    }
    throw PlacementError(
      .disagreement, subject: name(placed[applicant]), detail: name(other[applicant]),
      applicants: [problem.applicants[applicant]])
  }
}
