/// How far the conversions of single groups lie from that of everybody (Dorans & Holland 2000).
///
/// A conversion that differs by region or year is not one conversion.
public struct PopulationInvariance: Hashable, Sendable {
  /// For each source point, the root of the weighted mean squared difference, in standard
  /// deviations of the target.
  public let rmsd: [Double]
  /// The same over all people.
  public let remsd: Double

  /// Compares the functions of groups with that of everybody.
  ///
  /// - Parameters:
  ///   - total: The function of everybody.
  ///   - groups: The groups' functions, each with its number of people.
  ///   - source: Everybody's source scores, which weigh the points.
  ///   - targetDeviation: The standard deviation of the target scores, in points.
  /// - Throws: ``LinkingError`` with code `settings` when scales differ or a weight is not above
  ///   zero, `empty` without groups, `zero-variance`.
  public init(
    total: EquatingFunction, groups: [(function: EquatingFunction, people: Int)],
    source: ScoreDistribution, targetDeviation: Double
  ) throws(LinkingError) {
    if groups.isEmpty { throw LinkingError(.empty, "There are no groups to compare.") }
    guard targetDeviation > 0 else { throw LinkingError(.zeroVariance) }
    guard source.scale == total.sourceScale,
      groups.allSatisfy({
        $0.function.sourceScale == total.sourceScale
          && $0.function.targetScale == total.targetScale && $0.people > 0
      })
    else { throw LinkingError(.settings, "All functions need the same two scales.") }
    let people = groups.reduce(0.0) { $0 + Double($1.people) }
    let squares = total.values.indices.map { point in
      groups.reduce(0.0) { sum, group in
        let difference = group.function.values[point] - total.values[point]
        return sum + Double(group.people) / people * difference * difference
      }
    }
    rmsd = squares.map { $0.squareRoot() / targetDeviation }
    remsd =
      zip(squares, source.relativeFrequencies).reduce(0.0) { $0 + $1.0 * $1.1 }.squareRoot()
      / targetDeviation
  }
}
