import Placement
import Scores

extension FilePlacement {
  /// Why an applicant is placed where she is: one line a wish, by rank.
  ///
  /// - Parameter applicant: The identifier.
  /// - Returns: Lines for a person.
  /// - Throws: ``ExchangeError`` with `usage` when nobody of this identifier has wishes.
  public func why(_ applicant: String) throws(ExchangeError) -> [Message] {
    guard let index = files.problem.applicants.firstIndex(of: applicant) else {
      throw ExchangeError(
        .usage, "no wish in the file is by the applicant \(MaskedIdentifier(applicant))")
    }
    return result.explanation(of: index, in: files.problem).map {
      $0.sentence(files.problem, result, decimals: files.decimals)
    }
  }

  /// Where the line of a programme runs, and who stands at it.
  ///
  /// - Parameter name: The code, or school and code with a slash between.
  /// - Returns: Lines for a person; identifiers that look like national ones are masked.
  /// - Throws: ``ExchangeError`` with `usage` when there is no such programme, or several.
  /// - Complexity: O(wishes).
  public func why(programme name: String) throws(ExchangeError) -> [Message] {
    let index = try programmeIndex(name)
    let explanation = result.explanation(ofProgramme: index, in: files.problem)
    let cutoff = explanation.cutoff
    func people(_ indices: [Int]) -> Message {
      indices.isEmpty
        ? "nobody"
        : "\(indices.map { "\(MaskedIdentifier(files.problem.applicants[$0]))" }.joined(separator: ", "))"
    }
    let deciding = cutoff.isDecidedByKeys ? cutoff.keys : []
    let keys = zip(files.problem.tieOrder.keys, deciding).map { "\($0) \($0.text(of: $1))" }
    let line: Message =
      cutoff.score.map { "\(([text($0)] + keys).joined(separator: ", "))" } ?? "nobody"
    let missing: Message =
      cutoff.missing > 0 ? "; \(cutoff.missing) short of the lower quota" : ""
    let nextBelow: Message = cutoff.nextBelow.map { " with \(text($0))" } ?? ""
    let ranks = explanation.admittedByRank.map { (admitted) -> Message in
      "\(admitted.count) by wish \(admitted.rank)"
    }
    return [
      "\(label(index)): quota \(cutoff.quota), \(cutoff.wishes) wishes, "
        + "\(cutoff.admitted) admitted\(missing)",
      "cutoff: \(line); binding: \(Message(cutoff.binding.rawValue))",
      "at the line: \(explanation.atLine.count) (\(people(explanation.atLine)))",
      "first refused: \(people(explanation.firstRefused))\(nextBelow)",
      "admitted: \(ranks.isEmpty ? "nobody" : Message(ranks, separator: ", "))",
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

  private func text(_ billionths: Int64) -> String {
    Score(billionths: billionths).formatted(decimals: files.decimals)
  }
}
