/// A share of people as a function of the distribution: 1 for every point under a cell, a part
/// of the cell itself, 0 above it.
struct Staircase {
  var cell: Int
  var part: Double
}

extension Margin {
  /// The sampling variance of one person's contribution to a share, exactly non-negative.
  func personVariance(of stair: Staircase) -> Double {
    let (under, at, over) = (under[stair.cell], shares[stair.cell], over[stair.cell])
    let rest = 1 - stair.part
    return under * at * rest * rest + under * over + at * over * stair.part * stair.part
  }
}
