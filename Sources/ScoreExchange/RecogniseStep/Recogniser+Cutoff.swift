internal import ScoreLinking
package import Scores

extension Recogniser {
  /// A cutoff or floor on the scale of the assessment: what a result must total to stand at the line
  /// by itself, without bonus or priority points.
  ///
  /// A school that converts its cutoffs, and not each candidate's score, publishes this number. By a
  /// table of bands it is the exact way back, rounded half up to the digits of the assessment; by
  /// steps, and by an estimated table, the least total whose value reaches the line.
  ///
  /// - Parameter line: A score on the scale on which applicants compete.
  /// - Returns: Nil where no total reaches the line by itself, where the rule has no conversion, and
  ///   where other components count beside the assessment.
  /// - Complexity: O(log points of the scale).
  package func total(atLine line: Score) -> Score? {
    guard let conversion, rule.composite.isEmpty,
      let value = try? line.subtracting(rule.combinationOffset)
    else { return nil }
    if case .bands(let table) = conversion.table, value <= table.targetRange.upperBound,
      let exact = try? table.inverse(of: value, outside: .clip).exact,
      let rounded = try? RoundingRule.halfUp(decimals: sourceDecimals).rounded(exact)
    {
      return rounded
    }
    return leastTotal(reaching: value)
  }

  /// The least total of the assessment whose value reaches one of the target scale; values rise with
  /// totals.
  private func leastTotal(reaching value: Score) -> Score? {
    let scale = assessment.scale
    var untold = Trace(isTold: false)
    func reaches(_ index: Int) -> Bool? {
      guard let found = try? converted(scale.score(at: index), &untold) else { return nil }
      return found >= value
    }
    // A table may end below the highest total.
    var high = scale.pointCount - 1
    if case .bands(let table) = conversion?.table, let last = table.bands.last {
      high = scale.index(of: min(last.fromHigh, scale.maximum)) ?? high
    }
    guard reaches(high) == true else { return nil }
    var low = 0
    while low < high {
      let middle = (low + high) / 2
      if reaches(middle) == true { high = middle } else { low = middle + 1 }
    }
    return scale.score(at: low)
  }
}
