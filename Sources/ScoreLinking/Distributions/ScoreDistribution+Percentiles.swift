public import Scores

extension ScoreDistribution {
  /// The percentage of people under a score, those at its own point counted half.
  ///
  /// A point owns half a step on either side, over which its people are spread evenly, so the
  /// rank is defined between points too (Kolen & Brennan, ch. 2). At and beyond half a step
  /// under the minimum it is 0, above the maximum 100.
  ///
  /// - Parameter score: Any score, on the lattice or not.
  /// - Returns: 0...100.
  /// - Complexity: O(points).
  public func percentileRank(of score: Score) -> Double {
    let distance = Double(Int128(score.billionths) - Int128(scale.minimum.billionths))
    return 100 * share(under: distance / Double(scale.step.billionths))
  }

  /// The share of people under a place in steps from the minimum.
  func share(under place: Double) -> Double {
    if place <= -0.5 { return 0 }
    if place >= Double(counts.count) - 0.5 { return 1 }
    let cell = min(counts.count - 1, Int((place + 0.5).rounded(.down)))
    let under = counts[..<cell].reduce(0, +)
    let part = (place - Double(cell) + 0.5) * Double(counts[cell])
    return (Double(under) + part) / Double(total)
  }

  /// The score with a percentile rank: the middle of all places that have it.
  ///
  /// Where nobody stands the rank is flat and belongs to a whole stretch; its middle is taken
  /// (Kolen & Brennan, ch. 2), at the ends of the scale as well.
  ///
  /// - Parameter rank: 0...100; beyond counts as the nearer end.
  /// - Returns: Points, from half a step under the minimum, or the floor, to half a step over the
  ///   maximum.
  /// - Complexity: O(points).
  public func percentilePoint(_ rank: Double) -> Double {
    let people = min(max(rank, 0), 100) / 100 * Double(total)
    let last = counts.count - 1
    var (upper, lower) = (Double(last) + 0.5, Double(pointCountUnderFloor) - 0.5)
    var under = 0
    for (cell, count) in counts.enumerated() {
      if Double(under + count) > people {
        upper = (people - Double(under)) / Double(count) + Double(cell) - 0.5
        break
      }
      under += count
    }
    var above = 0
    for cell in stride(from: last, through: 0, by: -1) {
      above += counts[cell]
      if Double(total - above) < people {
        lower = (people - Double(total - above)) / Double(counts[cell]) + Double(cell) - 0.5
        break
      }
    }
    return scale.points(at: (upper + lower) / 2)
  }
}
