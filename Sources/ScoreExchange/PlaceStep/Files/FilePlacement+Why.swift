import Placement
import Scores

extension FilePlacement {
  /// Why an applicant is placed where she is: one line a wish, by rank.
  ///
  /// - Parameter applicant: The identifier.
  /// - Returns: Lines for a person.
  /// - Throws: ``ExchangeError`` with `usage` when nobody of this identifier has wishes.
  public func why(_ applicant: String) throws(ExchangeError) -> [String] {
    guard let index = files.problem.applicants.firstIndex(of: applicant) else {
      throw ExchangeError(.usage, "no wish in the file is by the applicant \"\(applicant)\"")
    }
    return result.explanation(of: index, in: files.problem).map(sentence)
  }

  private func sentence(_ wish: WishExplanation) -> String {
    let programme = files.problem.programmes[wish.programme]
    let cutoff = result.cutoffs[wish.programme]
    let line = cutoff.score.map { text($0) } ?? "nobody"
    let keys = zip(files.problem.tieOrder.keys, wish.keys).map { key, value in
      "\(key) \(key == .wishRank ? String(value) : text(value))"
    }
    let own = ([text(wish.score)] + keys).joined(separator: ", ")
    let start = "wish \(wish.rank), \(programme.code): "
    switch wish.outcome {
    case .placed: return start + "placed with \(own); cutoff \(line)"
    case .notNeeded: return start + "not needed, a higher wish was granted"
    case .underFloor(let floor):
      return start + "void, \(text(wish.score)) is under the floor \(text(floor))"
    case .ineligible: return start + "void, the wish is not eligible"
    case .setAside(let reason): return start + "set aside, \(reason.message)"
    case .noSeat: return start + "not placed, there is no seat for this applicant"
    case .score(let gap): return start + "not placed with \(own); cutoff \(line), \(text(gap)) more"
    case .key(let key):
      return start + "not placed with \(own); cutoff \(line), and equal people are ranked by "
        + "\(key), where the last one admitted is better"
    case .lineRule(let rule):
      return start + "not placed with \(own); equal to others at the line, where the rule is "
        + "\(rule) (\(cutoff.admitted) admitted, quota \(cutoff.quota))"
    case .seatsKept:
      return start + "not placed with \(own); cutoff \(line), but the seats left are kept for "
        + "others by a reserve, a pool or a refused class of equals"
    }
  }

  private func text(_ billionths: Int64) -> String {
    Score(billionths: billionths).formatted(decimals: files.decimals)
  }
}
