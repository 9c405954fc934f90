import Parallel
import Scores

/// The mixture of two groups in which frequency estimation equates, from loglinear models of
/// test and anchor.
struct SmoothedSyntheticPopulation {
  let margins: MarginPair
  let fits: [LoglinearFit]

  init(
    _ first: BivariateDistribution, _ second: BivariateDistribution, firstWeight: Double,
    presmoothing: Presmoothing, plan: WorkPlan
  ) throws(LinkingError) {
    let own = try Self.model(first, presmoothing, plan)
    let other = try Self.model(second, presmoothing, plan)
    let from = own.synthetic(weight: firstWeight, anchor: other, plan: plan)
    let to = other.synthetic(weight: 1 - firstWeight, anchor: own, plan: plan)
    // Parameters of the first group stand before those of the second in both factors.
    let fromFactor = CovarianceFactor.joined(from.own, from.foreign)
    let toFactor = CovarianceFactor.joined(to.foreign, to.own)
    var margins = try MarginPair(first.from, second.from, presmoothing: .none)
    margins.from = Margin(scale: first.from.scale, shares: from.shares)
    margins.to = Margin(scale: second.from.scale, shares: to.shares)
    margins.uncertainty = .jointFactors(fromFactor, toFactor)
    self.margins = margins
    fits = [own.fit, other.fit]
  }

  private static func model(
    _ pairs: BivariateDistribution, _ presmoothing: Presmoothing, _ plan: WorkPlan
  ) throws(LinkingError) -> BivariateLoglinearModel {
    switch presmoothing {
    case .selected(let criterion): try .selected(for: pairs, by: criterion, plan: plan)
    case .bivariate(let from, let to, let cross):
      try BivariateLoglinearModel(pairs, from: from, to: to, cross: cross, plan: plan)
    case .loglinear(_, let lumps) where !lumps.isEmpty:
      throw LinkingError(.settings, "Lumps are kept where margins are smoothed, not pairs.")
    case .loglinear(let degree, _):
      try BivariateLoglinearModel(
        pairs, from: degree, to: degree, cross: min(2, degree), plan: plan)
    case .none: throw LinkingError(.settings, "There is nothing to fit.")
    }
  }
}

extension CovarianceFactor {
  /// The columns of both, side by side.
  static func joined(_ left: CovarianceFactor, _ right: CovarianceFactor) -> CovarianceFactor {
    let (first, second) = (left.columnCount, right.columnCount)
    var rows: [Double] = []
    rows.reserveCapacity(left.rows.count + right.rows.count)
    for row in 0..<(left.rows.count / max(1, first)) {
      rows += left.rows[(row * first)..<((row + 1) * first)]
      rows += right.rows[(row * second)..<((row + 1) * second)]
    }
    return CovarianceFactor(columnCount: first + second, rows: rows)
  }
}

extension BivariateLoglinearModel {
  /// A test's shares in the mixture, with their dependence on both groups' parameters.
  struct Synthetic {
    var shares: [Double]
    var own: CovarianceFactor
    var foreign: CovarianceFactor
  }

  /// w f(x) + (1 − w) Σᵥ f(x|v) h′(v), where f and h are this group's and h′ the other's anchor.
  func synthetic(
    weight: Double, anchor other: BivariateLoglinearModel, plan: WorkPlan
  ) -> Synthetic {
    let (order, otherOrder) = (toFactor.columnCount, other.toFactor.columnCount)
    let anchorCount = toShares.count
    let ratios = (0..<anchorCount).map { other.toShares[$0] / toShares[$0] }
    let logNormaliser = lattice.rowSums(plan: plan).logNormaliser
    let hidden = fromShares.count - lattice.fromTerms[0].count
    let rows = plan.map(count: fromShares.count - hidden) { row -> (Double, [Double], [Double]) in
      var cells = [Double](repeating: 0, count: anchorCount)
      lattice.fillLogs(row, into: &cells)
      var share = 0.0
      var (sum, inner) = (0.0, [Double](repeating: 0, count: anchorCount))
      for place in cells.indices {
        cells[place] = Exponential.value(cells[place] - logNormaliser)
        inner[place] = cells[place] * (weight + (1 - weight) * ratios[place])
        share += inner[place]
        sum += inner[place]
      }
      var own = cellProjection(row: row, weights: inner, total: sum)
      var foreign = [Double](repeating: 0, count: otherOrder)
      for place in cells.indices {
        let conditional = (1 - weight) * cells[place] / toShares[place]
        for column in 0..<order {
          own[column] -=
            conditional * ratios[place] * toFactor.rows[place * order + column]
        }
        for column in 0..<otherOrder {
          foreign[column] += conditional * other.toFactor.rows[place * otherOrder + column]
        }
      }
      return (share, own, foreign)
    }
    return Synthetic(
      shares: [Double](repeating: 0, count: hidden) + rows.map(\.0),
      own: CovarianceFactor(columnCount: order, rows: rows.flatMap(\.1)).after(hidden),
      foreign: CovarianceFactor(columnCount: otherOrder, rows: rows.flatMap(\.2)).after(hidden))
  }

  /// Σᵥ weight(v)·C over the cells of one row, where the weights hold the cells' own shares.
  private func cellProjection(row: Int, weights: [Double], total: Double) -> [Double] {
    let (fromTerms, toTerms, cross) = (lattice.fromTerms, lattice.toTerms, lattice.cross)
    var result = [Double](repeating: 0, count: lattice.parameterCount)
    let means = toTerms.map { Dot.product($0, weights) }
    for (index, term) in fromTerms.enumerated() { result[index] = term[row] * total }
    for index in means.indices { result[fromTerms.count + index] = means[index] }
    for i in 0..<cross {
      for j in 0..<cross { result[lattice.place(i, j)] = fromTerms[i][row] * means[j] }
    }
    let scale = 1 / self.total.squareRoot()
    for index in result.indices {
      result[index] = (result[index] - total * self.means[index]) * scale
    }
    informationRoot.solveLower(&result)
    return result
  }
}
