/// How far both margins of a link may be off, given who sat which test and what was smoothed.
///
/// One formula serves them all: the variance of an equivalent is that of dF·r̂ − dG·ŝ divided by
/// the squared density of the target, where dF and dG are staircases for classical equating.
enum Uncertainty {
  /// Counts of two independent groups, with their numbers of people.
  case independentCounts(Int, Int)
  /// Counts of one group that sat both tests.
  case jointCounts(BivariateDistribution)
  /// Smoothed margins of two independent groups.
  case independentFactors(CovarianceFactor, CovarianceFactor)
  /// Smoothed margins that share their parameters, column by column.
  case jointFactors(CovarianceFactor, CovarianceFactor)
  /// Counts behind the synthetic population of frequency estimation.
  case syntheticCounts(SyntheticPopulation)

  /// The variances of the differences of shares along two rising rows of staircases.
  ///
  /// - Complexity: O(points + cells), times the parameters for smoothed margins.
  func variances(
    from: Margin, _ fromStairs: [Staircase], to: Margin, _ toStairs: [Staircase]
  ) -> [Double] {
    switch self {
    case .independentCounts(let fromCount, let toCount):
      zip(fromStairs, toStairs).map { first, second in
        from.personVariance(of: first) / Double(fromCount)
          + to.personVariance(of: second) / Double(toCount)
      }
    case .jointCounts(let pairs):
      JointStaircases(pairs).variances(fromStairs, toStairs)
    case .independentFactors(let first, let second):
      zip(first.norms(of: fromStairs), second.norms(of: toStairs)).map { $0 + $1 }
    case .jointFactors(let first, let second):
      first.normsOfDifference(fromStairs, second, toStairs)
    case .syntheticCounts(let population):
      population.variances(fromStairs, toStairs)
    }
  }
}
