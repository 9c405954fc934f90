import Parallel
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
    return leastTotal(reaching: value, by: conversion)
  }

  /// The least total of the assessment whose published value reaches one of the target scale.
  private func leastTotal(reaching value: Score, by conversion: LoadedConversion) -> Score? {
    switch conversion.table {
    case .bands(let table):
      return try? table.lowestScore(
        reaching: value, on: assessment.scale, rounding: conversion.definition.rounding)
    case .points(of: let scale, let values):
      guard let highest = values.last ?? nil, highest >= value else { return nil }
      return scale.score(at: values.partitionPoint { $0.map { $0 < value } ?? true })
    }
  }
}
