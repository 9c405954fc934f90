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
      throw ExchangeError(
        .usage, "no wish in the file is by the applicant \(MaskedIdentifier(applicant))")
    }
    return result.explanation(of: index, in: files.problem).map(sentence)
  }

  /// Where the line of a programme runs, and who stands at it.
  ///
  /// - Parameter name: The code, or school and code with a slash between.
  /// - Returns: Lines for a person; identifiers that look like national ones are masked.
  /// - Throws: ``ExchangeError`` with `usage` when there is no such programme, or several.
  /// - Complexity: O(wishes).
  public func why(programme name: String) throws(ExchangeError) -> [String] {
    let index = try programmeIndex(name)
    let explanation = result.explanation(ofProgramme: index, in: files.problem)
    let cutoff = explanation.cutoff
    func people(_ indices: [Int]) -> String {
      indices.isEmpty
        ? "nobody"
        : indices.map { MaskedIdentifier(files.problem.applicants[$0]).description }
          .joined(separator: ", ")
    }
    let keys = zip(files.problem.tieOrder.keys, cutoff.keys).map { "\($0) \(text($1, of: $0))" }
    let line = cutoff.score.map { ([text($0)] + keys).joined(separator: ", ") } ?? "nobody"
    let missing = cutoff.missing > 0 ? "; \(cutoff.missing) short of the lower quota" : ""
    let ranks = explanation.admittedByRank.map { "\($0.count) by wish \($0.rank)" }
    return [
      "\(label(index)): quota \(cutoff.quota), \(cutoff.wishes) wishes, "
        + "\(cutoff.admitted) admitted\(missing)",
      "cutoff: \(line); binding: \(cutoff.binding.rawValue)",
      "at the line: \(explanation.atLine.count) (\(people(explanation.atLine)))",
      "first refused: \(people(explanation.firstRefused))"
        + (cutoff.nextBelow.map { " with \(text($0))" } ?? ""),
      "admitted: \(ranks.isEmpty ? "nobody" : ranks.joined(separator: ", "))",
    ]
  }

  private func programmeIndex(_ name: String) throws(ExchangeError) -> Int {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    do throws(CellProblem) {
      if let index = try? files.programmes.index(code: name, schoolCode: "") { return index }
      guard parts.count == 2 else { return try files.programmes.index(code: name, schoolCode: "") }
      return try files.programmes.index(code: parts[1], schoolCode: parts[0])
    } catch {
      throw ExchangeError(.usage, error.message)
    }
  }

  private func sentence(_ wish: WishExplanation) -> String {
    let programme = files.problem.programmes[wish.programme]
    let cutoff = result.cutoffs[wish.programme]
    let line = cutoff.score.map { text($0) } ?? "nobody"
    let keys = zip(files.problem.tieOrder.keys, wish.keys).map { key, value in
      "\(key) \(text(value, of: key))"
    }
    let own = ([text(wish.score)] + keys).joined(separator: ", ")
    let start = "wish \(wish.rank), \(programme.code): "
    switch wish.outcome {
    case .placed: return start + "placed with \(own); cutoff \(line)"
    case .settled:
      return start + "void, the applicant was placed beforehand: elsewhere, or at another wish"
    case .notNeeded: return start + "not needed, a higher wish was granted"
    case .underFloor(let floor):
      return start + "void, \(text(wish.score)) is under the floor \(text(floor))"
    case .ineligible: return start + "void, the wish is not eligible"
    case .setAside(let reason): return start + "set aside, \(reason.message)"
    case .noSeat: return start + "not placed, there is no seat for this applicant"
    case .score(let gap): return start + "not placed with \(own); cutoff \(line), \(text(gap)) more"
    case .key(let key):
      let last = zip(files.problem.tieOrder.keys, cutoff.keys).first { $0.0 == key }
      return start + "not placed with \(own); cutoff \(line), and equal people are ranked by "
        + "\(key), where the last one admitted has \(last.map { text($0.1, of: key) } ?? "more")"
    case .lineRule(let rule):
      return start + "not placed with \(own); equal to others at the line, where the rule is "
        + "\(rule) (\(cutoff.admitted) admitted, quota \(cutoff.quota))"
    case .seatsKept:
      return start + "not placed with \(own); cutoff \(line), but the seats left are kept for "
        + "others by a reserve, a pool or a refused class of equals"
    }
  }

  private func text(_ value: Int64, of key: TieKey) -> String {
    key == .wishRank ? String(value) : Score(billionths: value).formatted()
  }

  private func text(_ billionths: Int64) -> String {
    Score(billionths: billionths).formatted(decimals: files.decimals)
  }
}
