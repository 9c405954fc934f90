import Parallel

/// Newton's method for a bivariate loglinear model, on sums over rows of the lattice.
struct BivariateNewton: DampedNewton {
  private(set) var lattice: BivariateLattice
  private(set) var sums: BivariateLattice.RowSums
  var stepCount = 0
  private let targets: [Double]
  private let plan: WorkPlan

  init(
    _ pairs: BivariateDistribution, from: Int, to: Int, cross: Int, plan: WorkPlan
  ) throws(LinkingError) {
    let (first, second) = (pairs.from.relativeFrequencies, pairs.to.relativeFrequencies)
    let fromBasis = try OrthonormalBasis(shares: first, degree: from)
    let toBasis = try OrthonormalBasis(shares: second, degree: to)
    let (fromTerms, toTerms) = (fromBasis.columns, toBasis.columns)
    var lattice = BivariateLattice(
      fromTerms: fromTerms, toTerms: toTerms, cross: cross,
      coefficients: [Double](repeating: 0, count: from + to + cross * cross))
    var products = [CompensatedSum](repeating: CompensatedSum(), count: cross * cross)
    for cell in pairs.cells {
      let share = Double(cell.count) / Double(pairs.total)
      for i in 0..<cross {
        for j in 0..<cross {
          products[i * cross + j].add(share * fromTerms[i][cell.from] * toTerms[j][cell.to])
        }
      }
    }
    targets =
      fromTerms.map { Dot.product($0, first) } + toTerms.map { Dot.product($0, second) }
      + products.map(\.value)
    // The bivariate normal distribution with the observed moments is a close start.
    if from > 1, to > 1 {
      let correlation = cross > 0 ? max(-0.99, min(0.99, products[0].value)) : 0
      let sharpness = 1 / (1 - correlation * correlation)
      let fromStart = fromBasis.coefficients(
        of: LoglinearModel.normalLogDensity(first), under: first)
      let toStart = toBasis.coefficients(
        of: LoglinearModel.normalLogDensity(second), under: second)
      for index in 0..<from { lattice.coefficients[index] = sharpness * fromStart[index] }
      for index in 0..<to { lattice.coefficients[from + index] = sharpness * toStart[index] }
      if cross > 0 { lattice.coefficients[lattice.place(0, 0)] = correlation * sharpness }
    }
    self.lattice = lattice
    self.plan = plan
    sums = lattice.rowSums(plan: plan)
  }

  var objective: Double {
    sums.logNormaliser - zip(lattice.coefficients, targets).reduce(0) { $0 + $1.0 * $1.1 }
  }

  var coefficients: [Double] {
    get { lattice.coefficients }
    set {
      lattice.coefficients = newValue
      sums = lattice.rowSums(plan: plan)
    }
  }

  func derivatives() -> (gradient: [Double], information: [Double]) {
    let (information, means) = information()
    return (zip(means, targets).map { $0 - $1 }, information)
  }

  /// The covariance of the terms for one person, and their means.
  func information() -> (information: [Double], means: [Double]) {
    let (fromTerms, toTerms, cross) = (lattice.fromTerms, lattice.toTerms, lattice.cross)
    let (first, second) = (fromTerms.count, toTerms.count)
    let order = lattice.parameterCount
    // Each parameter is φ_a ψ_b with 0 for the constant; a row's sums hold Σ p ψ_b ψ_d.
    let factors =
      (0..<first).map { ($0 + 1, 0) } + (0..<second).map { (0, $0 + 1) }
      + (0..<(cross * cross)).map { ($0 / max(1, cross) + 1, $0 % max(1, cross) + 1) }
    var means = [Double](repeating: 0, count: order)
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<lattice.fromCount {
      let left = [1.0] + fromTerms.map { $0[row] }
      func sum(_ b: Int, _ d: Int) -> Double? {
        let (low, high) = (min(b, d), max(b, d))
        if high == 0 { return sums.shares[row] }
        if low == 0 { return sums.means[row * second + high - 1] }
        guard low <= cross else { return nil }
        return sums.products[(row * cross + low - 1) * second + high - 1]
      }
      for p in 0..<order {
        means[p] += left[factors[p].0] * (sum(factors[p].1, 0) ?? 0)
        for q in 0...p {
          guard let product = sum(factors[p].1, factors[q].1) else { continue }
          matrix[p * order + q] += left[factors[p].0] * left[factors[q].0] * product
        }
      }
    }
    addSecondBlock(to: &matrix, order: order)
    for p in 0..<order {
      for q in 0...p {
        matrix[p * order + q] -= means[p] * means[q]
        matrix[q * order + p] = matrix[p * order + q]
      }
    }
    return (matrix, means)
  }

  /// Products of two terms of the second score beyond the cross degree, which rows do not hold:
  /// they need only the second margin.
  private func addSecondBlock(to matrix: inout [Double], order: Int) {
    let (first, cross) = (lattice.fromTerms.count, lattice.cross)
    guard lattice.toTerms.count > cross else { return }
    for p in cross..<lattice.toTerms.count {
      let weighted = zip(lattice.toTerms[p], sums.columnShares).map { $0 * $1 }
      for q in cross...p {
        matrix[(first + p) * order + first + q] += Dot.product(weighted, lattice.toTerms[q])
      }
    }
  }
}
