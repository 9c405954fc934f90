package import Scores

/// The statistics of the totals of one sitting, computed from lattice numbers without binary
/// rounding.
package struct ScoreStatistics: Hashable, Sendable {
  /// How many totals there are; at least 1.
  package let count: Int
  /// The mean, rounded half up.
  package let mean: Score
  /// The middle total, or the mean of the two middle ones.
  package let median: Score
  /// The standard deviation with the divisor n, rounded half up; nil when the numbers are too large
  /// to square.
  package let standardDeviation: Score?
  /// The lowest total.
  package let minimum: Score
  /// The highest total.
  package let maximum: Score
  /// Digits after the point with which mean and standard deviation are rounded.
  package let decimals: Int

  /// The statistics of totals; nil when there are none.
  ///
  /// - Parameters:
  ///   - places: The totals as places on the scale, 0 for its minimum, in rising order.
  ///   - scale: The scale.
  /// - Complexity: O(totals).
  package init?(ofSorted places: [Int32], on scale: ScoreScale) {
    guard let first = places.first, let last = places.last else { return nil }
    count = places.count
    decimals = max(2, scale.decimals)
    minimum = scale.score(at: Int(first))
    maximum = scale.score(at: Int(last))
    let step = Int128(scale.step.billionths)
    let middles = Int128(places[(count - 1) / 2]) + Int128(places[count / 2])
    median = Score(
      billionths: scale.minimum.billionths + Int64(clamping: middles * step / 2))
    var (sum, squares) = (Int128(0), Int128(0))
    for place in places {
      sum += Int128(place)
      squares += Int128(place) * Int128(place)
    }
    mean = Self.mean(
      of: Int128(scale.minimum.billionths) * Int128(count) + sum * step, count: Int128(count),
      decimals: decimals)
    standardDeviation = Self.deviation(
      sum: sum, squares: squares, count: Int128(count), step: step, decimals: decimals)
  }

  /// A sum of billionths divided by a count.
  private static func mean(of total: Int128, count: Int128, decimals: Int) -> Score {
    do throws(ScoreError) {
      let fraction = try ExactFraction(total, over: count * 1_000_000_000)
      return try RoundingRule.halfUp(decimals: decimals).rounded(fraction)
    } catch {
      // A mean lies between its scores, and those are known to fit.
      return Score(billionths: Int64(clamping: total / count))
    }
  }

  /// √(n Σx² − (Σx)²) / n in steps, as a score: twice the value is rooted in whole numbers, and
  /// half of one more than that is the value rounded half up.
  private static func deviation(
    sum: Int128, squares: Int128, count: Int128, step: Int128, decimals: Int
  ) -> Score? {
    var unit: Int128 = 1_000_000_000
    for _ in 0..<min(9, decimals) { unit /= 10 }
    let divisor = greatestCommonDivisor(step, unit)
    let (stepsPerDivisor, unitsPerDivisor) = (step / divisor, unit / divisor)
    let (scaled, tooMany) = squares.multipliedReportingOverflow(by: count)
    let (squareOfSum, tooLarge) = sum.multipliedReportingOverflow(by: sum)
    let factor = 4 * stepsPerDivisor * stepsPerDivisor
    let (top, tooWide) = (scaled &- squareOfSum).multipliedReportingOverflow(by: factor)
    let bottom = count * unitsPerDivisor
    let (bottomSquare, tooDeep) = bottom.multipliedReportingOverflow(by: bottom)
    if tooMany || tooLarge || tooWide || tooDeep { return nil }
    let units = (squareRoot(top / bottomSquare) + 1) / 2
    let (billionths, overflow) = units.multipliedReportingOverflow(by: unit)
    return overflow ? nil : Int64(exactly: billionths).map(Score.init(billionths:))
  }

  /// The greatest whole number whose square is not above `value`, by Newton's method from above.
  private static func squareRoot(_ value: Int128) -> Int128 {
    guard value > 1 else { return max(0, value) }
    var root = Int128(1) << ((128 - value.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + value / root) / 2
      if next >= root { return root }
      root = next
    }
  }

  private static func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
  }
}
