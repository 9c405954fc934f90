public import Parallel

/// A loglinear model of pairs that keeps moments of both scores and cross moments.
///
/// log p(x, y) = a + Σ bₖxᵏ + Σ cₗyˡ + Σ dᵢⱼxⁱyʲ with i and j from 1 to `cross`
/// (Holland & Thayer 2000). No matrix of cells is kept: a row of the lattice is computed, summed
/// and forgotten.
public struct BivariateLoglinearModel: Sendable {
  /// The moments kept of the first score, of the second, and the greatest power in a product.
  public let degrees: (from: Int, to: Int, cross: Int)
  /// The shares expected at each first score; zero under a floor, where the model says nothing.
  public let fromShares: [Double]
  /// The shares expected at each second score, likewise.
  public let toShares: [Double]
  /// How far the fit is from the data, and what that is worth.
  public let fit: LoglinearFit
  let fromFactor: CovarianceFactor
  let toFactor: CovarianceFactor
  /// The cells from the floors up.
  let lattice: BivariateLattice
  /// The root of the information of one person, for factors of single cells.
  let informationRoot: Cholesky
  let means: [Double]
  let total: Double

  /// The most cells a lattice may have.
  public static let greatestCellCount = 120_000_000

  /// Fits a model by maximum likelihood.
  ///
  /// - Parameters:
  ///   - pairs: The observed pairs; only points from the floor of either score up count.
  ///   - from: Moments kept of the first score, 1...20.
  ///   - to: Moments kept of the second score, 1...20.
  ///   - cross: Cross moments xⁱyʲ are kept for i and j up to this, 0...5.
  ///   - plan: How many threads may compute rows.
  /// - Throws: ``LinkingError`` with code `settings`, `degree-too-high` or `not-converged`.
  /// - Complexity: O(first points · second points · (to + cross²)) a Newton step.
  public init(
    _ pairs: BivariateDistribution, from: Int, to: Int, cross: Int,
    plan: WorkPlan = .allCores
  ) throws(LinkingError) {
    try Presmoothing.bivariate(from: from, to: to, cross: cross).check()
    let (fromHidden, toHidden) = (
      pairs.from.pointCountUnderFloor, pairs.to.pointCountUnderFloor
    )
    let pairs = try pairs.fromFloor()
    for (degree, margin) in [(from, pairs.from), (to, pairs.to)]
    where degree >= margin.occupiedPointCount {
      throw LinkingError(
        .degreeTooHigh,
        "There are \(margin.occupiedPointCount) occupied scores, the degree is \(degree).")
    }
    let cellCount = pairs.from.counts.count * pairs.to.counts.count
    guard cellCount <= Self.greatestCellCount else {
      throw LinkingError(
        .settings, "Both scales make \(cellCount) cells; smooth on coarser scales.")
    }
    var newton = try BivariateNewton(pairs, from: from, to: to, cross: cross, plan: plan)
    try newton.solve()
    let (information, means) = newton.information()
    guard let root = Cholesky(information, order: newton.lattice.parameterCount) else {
      throw LinkingError(.degreeTooHigh, "The fitted terms cannot be told apart.")
    }
    degrees = (from, to, cross)
    lattice = newton.lattice
    informationRoot = root
    self.means = means
    total = Double(pairs.total)
    let columnSums = lattice.transposed.rowSums(plan: plan)
    fromShares = [Double](repeating: 0, count: fromHidden) + newton.sums.shares
    toShares = [Double](repeating: 0, count: toHidden) + columnSums.shares
    fromFactor = lattice.marginFactor(
      newton.sums, root: root, means: means, total: total, isTransposed: false
    ).after(fromHidden)
    toFactor = lattice.transposed.marginFactor(
      columnSums, root: root, means: means, total: total, isTransposed: true
    ).after(toHidden)
    fit = LoglinearFit(
      likelihoodRatio: lattice.likelihoodRatio(pairs, logNormaliser: newton.sums.logNormaliser),
      total: pairs.total, parameterCount: lattice.parameterCount, stepCount: newton.stepCount)
  }

  /// The model that a criterion prefers: degrees of the margins first, then cross moments 1...3.
  static func selected(
    for pairs: BivariateDistribution, by criterion: Presmoothing.Criterion, plan: WorkPlan
  ) throws(LinkingError) -> BivariateLoglinearModel {
    let from = try LoglinearModel.selected(for: pairs.from, by: criterion).degree
    let to = try LoglinearModel.selected(for: pairs.to, by: criterion).degree
    var models = [try BivariateLoglinearModel(pairs, from: from, to: to, cross: 1, plan: plan)]
    for cross in stride(from: 2, through: min(3, from, to), by: 1) {
      guard
        let model = try? BivariateLoglinearModel(
          pairs, from: from, to: to, cross: cross, plan: plan)
      else { continue }
      models.append(model)
    }
    return models[LoglinearFit.choice(among: models.map(\.fit), by: criterion)]
  }
}
