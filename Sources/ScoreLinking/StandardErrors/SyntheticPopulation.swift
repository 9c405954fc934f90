import Scores

/// The mixture of two groups in which frequency estimation equates, from observed counts.
///
/// f_s(x) = w₁ f₁(x) + w₂ Σᵥ f₁(x|v) h₂(v), and likewise for the second test (Kolen & Brennan,
/// ch. 5). The weights act on proportions, so groups of unequal size keep the weights asked for.
struct SyntheticPopulation {
  let first: BivariateDistribution
  let second: BivariateDistribution
  let firstWeight: Double

  private var secondWeight: Double { 1 - firstWeight }

  init(
    first: BivariateDistribution, second: BivariateDistribution, firstWeight: Double
  ) throws(LinkingError) {
    for place in first.to.counts.indices {
      let (here, there) = (first.to.counts[place], second.to.counts[place])
      let isMissing =
        (here == 0 && there > 0 && firstWeight < 1) || (there == 0 && here > 0 && firstWeight > 0)
      if isMissing {
        throw LinkingError(
          .insufficientSample,
          "The anchor score \(first.to.scale.score(at: place)) occurs in one group only; "
            + "presmooth, or chain.")
      }
    }
    self.first = first
    self.second = second
    self.firstWeight = firstWeight
  }

  /// The shares of the first test's scores in the mixture.
  var fromShares: [Double] {
    shares(of: first, weight: firstWeight, anchorOf: second)
  }

  /// The shares of the second test's scores in the mixture.
  var toShares: [Double] {
    shares(of: second, weight: secondWeight, anchorOf: first)
  }

  private func shares(
    of group: BivariateDistribution, weight: Double, anchorOf other: BivariateDistribution
  ) -> [Double] {
    let factors = factors(of: group, weight: weight, anchorOf: other)
    var result = [Double](repeating: 0, count: group.from.counts.count)
    for cell in group.cells {
      result[cell.from] += Double(cell.count) / Double(group.total) * factors[cell.to]
    }
    return result
  }

  /// w + (1 − w)·h′(v)/h(v): what a person of a group with anchor score v weighs in the mixture.
  private func factors(
    of group: BivariateDistribution, weight: Double, anchorOf other: BivariateDistribution
  ) -> [Double] {
    zip(group.to.counts, other.to.counts).map { own, foreign in
      own == 0
        ? weight
        : weight + (1 - weight) * (Double(foreign) / Double(other.total))
          / (Double(own) / Double(group.total))
    }
  }

  /// The variances of the differences of synthetic shares along rising staircases.
  ///
  /// Each person's influence is the factor of the anchor score times the deviation from the mean
  /// of that anchor score, plus what the person's anchor score says about both tests.
  ///
  /// - Complexity: O(points · anchor points + cells).
  func variances(_ fromStairs: [Staircase], _ toStairs: [Staircase]) -> [Double] {
    var from = ConditionalShares(first)
    var to = ConditionalShares(second)
    let firstFactors = factors(of: first, weight: firstWeight, anchorOf: second)
    let secondFactors = factors(of: second, weight: secondWeight, anchorOf: first)
    return zip(fromStairs, toStairs).map { source, target in
      from.advance(to: source)
      to.advance(to: target)
      let own = Self.personVariance(
        from, anchor: first.to, factors: firstFactors, ownWeight: firstWeight, other: to,
        otherWeight: -firstWeight)
      let foreign = Self.personVariance(
        to, anchor: second.to, factors: secondFactors, ownWeight: secondWeight, other: from,
        otherWeight: -secondWeight)
      return own / Double(first.total) + foreign / Double(second.total)
    }
  }

  private static func personVariance(
    _ own: ConditionalShares, anchor: ScoreDistribution, factors: [Double], ownWeight: Double,
    other: ConditionalShares, otherWeight: Double
  ) -> Double {
    var (inner, mean, square) = (0.0, 0.0, 0.0)
    for place in anchor.counts.indices where anchor.counts[place] > 0 {
      let share = Double(anchor.counts[place]) / Double(anchor.total)
      let (ownMean, ownSquare) = own.moments(at: place)
      inner += share * factors[place] * factors[place] * max(0, ownSquare - ownMean * ownMean)
      let outer = ownWeight * ownMean + otherWeight * other.moments(at: place).mean
      mean += share * outer
      square += share * outer * outer
    }
    return inner + max(0, square - mean * mean)
  }
}

/// For each anchor score, the share of its people under a staircase of the test that only rises.
struct ConditionalShares {
  private let group: BivariateDistribution
  private var cell = 0
  private var under: [Int]
  private var at: [Int]
  private var part = 0.0

  init(_ group: BivariateDistribution) {
    self.group = group
    under = [Int](repeating: 0, count: group.to.counts.count)
    at = under
    for pair in group.row(0) { at[pair.to] += pair.count }
  }

  mutating func advance(to stair: Staircase) {
    part = stair.part
    while cell < stair.cell {
      for pair in group.row(cell) {
        under[pair.to] += pair.count
        at[pair.to] = 0
      }
      cell += 1
      for pair in group.row(cell) { at[pair.to] += pair.count }
    }
  }

  /// The mean of the staircase among people with an anchor score, and the mean of its square.
  func moments(at place: Int) -> (mean: Double, square: Double) {
    let count = group.to.counts[place]
    if count == 0 { return (0, 0) }
    let (under, at) = (Double(under[place]), Double(at[place]))
    return ((under + part * at) / Double(count), (under + part * part * at) / Double(count))
  }
}
