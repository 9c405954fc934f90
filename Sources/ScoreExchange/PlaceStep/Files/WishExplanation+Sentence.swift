import Placement
import Scores

extension WishExplanation {
  /// What became of a wish, in one line for a person.
  ///
  /// - Parameters:
  ///   - problem: The problem that was solved.
  ///   - result: The placement.
  ///   - decimals: Digits after the point of scores.
  /// - Returns: Rank, programme, and why she is placed there or not.
  func sentence(_ problem: PlacementProblem, _ result: PlacementResult, decimals: Int) -> Message {
    func text(_ billionths: Int64) -> String {
      Score(billionths: billionths).formatted(decimals: decimals)
    }
    let programme = problem.programmes[self.programme]
    let cutoff = result.cutoffs[self.programme]
    let line: Message = cutoff.score.map { "\(text($0))" } ?? "nobody"
    let keys = zip(problem.tieOrder.keys, keys).map { (key, value) -> Message in
      "\(Message("\(key)")) \(key.text(of: value))"
    }
    let own = Message(["\(text(score))"] + keys, separator: ", ")
    let start: Message = "wish \(rank), \(programme.code): "
    switch outcome {
    case .placed: return start + "placed with \(own); cutoff \(line)"
    case .settled:
      return start + "void, the applicant was placed beforehand: elsewhere, or at another wish"
    case .notNeeded: return start + "not needed, a higher wish was granted"
    case .underFloor(let floor):
      return start + "void, \(text(score)) is under the floor \(text(floor))"
    case .ineligible: return start + "void, the wish is not eligible"
    case .setAside(let reason): return start + "set aside, \(reason.message)"
    case .noSeat: return start + "not placed, there is no seat for this applicant"
    case .score(let gap): return start + "not placed with \(own); cutoff \(line), \(text(gap)) more"
    case .key(let key):
      let last = zip(problem.tieOrder.keys, cutoff.keys).first { $0.0 == key }
      return start + "not placed with \(own); cutoff \(line), and equal people are ranked by "
        + "\(Message("\(key)")), where the last one admitted has \(last.map { "\(key.text(of: $0.1))" } ?? "more" as Message)"
    case .lineRule(let rule):
      return start + "not placed with \(own); equal to others at the line, where the rule is "
        + "\(rule) (\(cutoff.admitted) admitted, quota \(cutoff.quota))"
    case .seatsKept:
      return start + "not placed with \(own); cutoff \(line), but the seats left are kept for "
        + "others by a reserve, a pool, an earlier round or a refused class of equals"
    }
  }
}
