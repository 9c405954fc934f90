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
    var decision = decision(for: attributes, results: results, &trace)
    decision.trace = String(decoding: trace.bytes, as: UTF8.self)
    return decision
  }

  /// The decision without its trace, which is told to `trace`.
  func decision(
    for attributes: ApplicantAttributes, results: [LinkedResult], _ trace: inout Trace
  ) -> RecognitionDecision {
    defer { trace.add("\(closing)") }
    var judged: [Judged] = []
    for result in results where result.assessment == assessment.code {
      judged.append(Judged(result: result, obstacle: obstacle(of: result)))
    }
    // With a trace all of them are told in order, without it only the first matters.
    if trace.isTold, judged.count > 1 {
      judged.sort { Self.precedes($0, $1, rule.choice) }
    } else if let first = judged.min(by: { Self.precedes($0, $1, rule.choice) }) {
      judged = [first]
    }
    guard let first = judged.first else {
      trace.add("no result in \(assessment.code) is linked to this applicant")
      return refused(.noResult, result: nil)
    }
    let result = first.result
    trace.add(description(of: result))
    if let obstacle = first.obstacle {
      trace.add("not recognised: \(words(obstacle, of: result))")
      addOthers(judged, to: &trace)
      return refused(obstacle.refusal, result: result)
    }
    trace.add(acceptance(of: result))
    addOthers(judged, to: &trace)
    do {
      return try calculated(result, attributes, &trace)
    } catch {
      trace.add("not recognised: the numbers are too large to be computed exactly")
      return refused(.overflow, result: result)
    }
  }

  func refused(
    _ refusal: RecognitionRefusal, result: LinkedResult?, converted: Score? = nil
  ) -> RecognitionDecision {
    RecognitionDecision(
      result: result, converted: converted, bonus: .zero, priority: .zero, score: nil,
      refusal: refusal, trace: "")
  }

  /// A result with what stands against it.
  struct Judged {
    let result: LinkedResult
    let obstacle: Obstacle?
  }

  /// Whether one result counts before another: the one that came nearer to being accepted, then
  /// by the rule's choice, then by total, sitting, candidate number and issuer. Equal totals have
  /// equal conversions.
  private static func precedes(
    _ leftJudged: Judged, _ rightJudged: Judged, _ choice: RecognitionRule.Choice
  ) -> Bool {
    let leftStage = leftJudged.obstacle?.stage ?? .max
    let rightStage = rightJudged.obstacle?.stage ?? .max
    if leftStage != rightStage { return leftStage > rightStage }
    let (left, right) = (leftJudged.result, rightJudged.result)
    if left.sittingDate != right.sittingDate {
      switch choice {
      case .best: break
      case .latest: return left.sittingDate > right.sittingDate
      case .earliest: return left.sittingDate < right.sittingDate
      }
    }
    let (leftTotal, rightTotal) = (left.total ?? .zero, right.total ?? .zero)
    if leftTotal != rightTotal { return leftTotal > rightTotal }
    if left.sittingDate != right.sittingDate { return left.sittingDate > right.sittingDate }
    if left.candidateNumber != right.candidateNumber {
      return left.candidateNumber.utf8.lexicographicallyPrecedes(right.candidateNumber.utf8)
    }
    return left.issuer.utf8.lexicographicallyPrecedes(right.issuer.utf8)
  }

  private func addOthers(_ judged: [Judged], to trace: inout Trace) {
    guard trace.isTold, judged.count > 1 else { return }
    var words: [TraceText] = []
    for other in judged.dropFirst() {
      let result = other.result
      let reason =
        other.obstacle.map { self.words($0, of: result) }
        ?? inferiority(of: result, to: judged[0].result)
      words.append("\(result.sitting) candidate \(result.candidateNumber) (\(reason))")
    }
    trace.add(
      "the \(rule.choice.rawValue) whole result counts, set aside: \(TraceText(joining: words))")
  }

  private func inferiority(of result: LinkedResult, to chosen: LinkedResult) -> TraceText {
    let total = result.total ?? .zero
    if rule.choice != .best, result.sittingDate != chosen.sittingDate {
      return "total \(total, sourceDecimals) of \(result.sittingDate)"
    }
    return "total \(total, sourceDecimals) is \(result.total == chosen.total ? "equal" : "lower")"
  }

  private func description(of result: LinkedResult) -> TraceText {
    let head: TraceText =
      "\(assessment.code) \(result.sitting) of \(result.sittingDate), issued by \(result.issuer), candidate \(result.candidateNumber): "
    guard let total = result.total else { return "\(head)no score" }
    return "\(head)total \(total, sourceDecimals) of \(assessment.scale.maximum, sourceDecimals)"
  }
}
