internal import Scores

extension Recogniser {
  /// What the receiver makes of an applicant's results.
  ///
  /// - Parameters:
  ///   - attributes: What the receiver's file says of the applicant.
  ///   - results: All results that links give to the applicant, in any order; those of other
  ///     assessments are passed over.
  ///   - tracing: Whether the calculation is told. Without it the decision has an empty trace and
  ///     takes a small part of the time and memory; deciding again tells the same.
  /// - Returns: The decision, the same whatever the order of `results`.
  /// - Complexity: O(results), with a trace O(results · log results).
  public func decision(
    for attributes: ApplicantAttributes, results: [LinkedResult], tracing: Bool = true
  ) -> RecognitionDecision {
    var trace = Trace(isTold: tracing)
    let given = GivenResults(results, by: self, isTold: tracing)
    let decided = decide(
      for: attributes, given, results.indices, &trace)
    return RecognitionDecision(
      result: decided.result.map { results[$0] }, converted: decided.converted,
      bonus: decided.bonus, priority: decided.priority, score: decided.score,
      refusal: decided.refusal, trace: trace.output.text)
  }

  /// The figures of the decision about some results, which is told to `trace`.
  func decide<Results: JudgedResults>(
    for attributes: @autoclosure () -> ApplicantAttributes, _ results: Results,
    _ places: Range<Int>, _ trace: inout Trace
  ) -> DecisionFigures {
    let decided = decideOpenly(for: attributes, results, places, &trace)
    trace.add { $0.append(closing) }
    return decided
  }

  private func decideOpenly<Results: JudgedResults>(
    for attributes: () -> ApplicantAttributes, _ results: Results,
    _ places: Range<Int>, _ trace: inout Trace
  ) -> DecisionFigures {
    var first: Judged?
    var count = 0
    for place in places {
      guard let judged = judged(place, in: results) else { continue }
      count += 1
      if first.map({ precedes(judged, $0, in: results) }) ?? true { first = judged }
    }
    guard let first else {
      trace.add("no result in \(assessment.code) is linked to this applicant")
      return DecisionFigures(refused: .noResult, result: nil)
    }
    tellDescription(of: first, in: results, &trace)
    if let obstacle = first.obstacle {
      trace.add("not recognised: \(words(obstacle, of: first, in: results))")
      if count > 1 { tellOthers(places, but: first, in: results, &trace) }
      return DecisionFigures(refused: obstacle.refusal, result: first.result)
    }
    tellAcceptance(of: first, in: results, &trace)
    if count > 1 { tellOthers(places, but: first, in: results, &trace) }
    do {
      return try calculated(first, in: results, attributes, &trace)
    } catch {
      trace.add("not recognised: the numbers are too large to be computed exactly")
      return DecisionFigures(refused: .overflow, result: first.result)
    }
  }

  /// A result with what stands against it.
  struct Judged {
    /// The place of the result.
    let result: Int
    /// The place of its sitting.
    let sitting: Int
    /// The total; zero where there is none.
    let total: Score
    let obstacle: Obstacle?
  }

  /// A result with what stands against it; nil for a result of another assessment.
  private func judged(_ result: Int, in results: some JudgedResults) -> Judged? {
    guard let sitting = results.sitting(of: result) else { return nil }
    return Judged(
      result: result, sitting: sitting, total: results.total(of: result) ?? .zero,
      obstacle: obstacle(of: result, ofSitting: sitting, in: results))
  }

  /// Whether one result counts before another: the one that came nearer to being accepted, then
  /// by the rule's choice, then by total, sitting, candidate number and issuer. Equal totals have
  /// equal conversions.
  private func precedes(_ left: Judged, _ right: Judged, in results: some JudgedResults) -> Bool {
    let leftStage = left.obstacle?.stage ?? .max
    let rightStage = right.obstacle?.stage ?? .max
    if leftStage != rightStage { return leftStage > rightStage }
    let leftDate = results.sittings[left.sitting].date
    let rightDate = results.sittings[right.sitting].date
    if leftDate != rightDate {
      switch rule.choice {
      case .best: break
      case .latest: return leftDate > rightDate
      case .earliest: return leftDate < rightDate
      }
    }
    if left.total != right.total { return left.total > right.total }
    if leftDate != rightDate { return leftDate > rightDate }
    let order = results.withNumber(of: left.result) { leftNumber in
      results.withNumber(of: right.result) { leftNumber.byteOrder(to: $0) }
    }
    if order != 0 { return order < 0 }
    return results.sittings[left.sitting].issuer.precedesInBytes(
      results.sittings[right.sitting].issuer)
  }

  /// Tells of the results that do not count, in the order in which they would.
  private func tellOthers(
    _ places: Range<Int>, but first: Judged, in results: some JudgedResults,
    _ trace: inout Trace
  ) {
    guard trace.isTold else { return }
    var others = places.compactMap { place in
      place == first.result ? nil : judged(place, in: results)
    }
    others.sort { precedes($0, $1, in: results) }
    trace.add { step in
      step.append(Self.counting) { gap, step in
        if gap == 0 { return step.append(rule.choice.rawValue) }
        for (place, other) in others.enumerated() {
          if place > 0 { step.append(", ") }
          tell(other, behind: first, in: results, &step)
        }
      }
    }
  }

  private static let counting: TraceForm = "the \(.gap) whole result counts, set aside: \(.gap)"
  private static let setAside: TraceForm = "\(.gap) candidate \(.gap) (\(.gap))"
  private static let earlierTotal: TraceForm = "total \(.gap) of \(.gap)"
  private static let lesserTotal: TraceForm = "total \(.gap) is \(.gap)"
  private static let unscored: TraceForm = "\(.gap)no score"
  private static let scored: TraceForm = "\(.gap)total \(.gap) of \(.gap)"

  private func tell(
    _ other: Judged, behind first: Judged, in results: some JudgedResults,
    _ step: inout TraceOutput
  ) {
    step.append(Self.setAside) { gap, step in
      switch gap {
      case 0: step.append(results.sittings[other.sitting].name)
      case 1: results.withNumber(of: other.result) { step.append($0) }
      default:
        if let obstacle = other.obstacle {
          step.append(words(obstacle, of: other, in: results).output)
        } else {
          tellInferiority(of: other, to: first, in: results, &step)
        }
      }
    }
  }

  private func tellInferiority(
    of judged: Judged, to chosen: Judged, in results: some JudgedResults,
    _ step: inout TraceOutput
  ) {
    let date = results.sittings[judged.sitting].date
    let isOfOtherDate = rule.choice != .best && date != results.sittings[chosen.sitting].date
    step.append(isOfOtherDate ? Self.earlierTotal : Self.lesserTotal) { gap, step in
      if gap == 0 { return step.append(judged.total, sourceDecimals) }
      if isOfOtherDate { return step.append(date) }
      step.append(judged.total == chosen.total ? "equal" : "lower")
    }
  }

  private func tellDescription(
    of judged: Judged, in results: some JudgedResults, _ trace: inout Trace
  ) {
    trace.add { step in
      let hasScore = results.total(of: judged.result) != nil
      step.append(hasScore ? Self.scored : Self.unscored) { gap, step in
        switch gap {
        case 0:
          step.append(results.sittings[judged.sitting].opening) { _, step in
            results.withNumber(of: judged.result) { step.append($0) }
          }
        case 1: step.append(judged.total, sourceDecimals)
        default: step.append(assessment.scale.maximum, sourceDecimals)
        }
      }
    }
  }
}
