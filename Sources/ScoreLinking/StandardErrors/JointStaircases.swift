/// How many people of one group stand under and at rising pairs of cells: what the covariance of
/// two shares of the same people needs.
///
/// Cells only rise from step to step, so each pair of scores is under, or at, the cells of one
/// unbroken run of steps. One pass over the pairs notes where these runs begin and end; sums over
/// the steps then give the counts.
struct JointStaircases {
  private let pairs: BivariateDistribution

  init(_ pairs: BivariateDistribution) {
    self.pairs = pairs
  }

  /// The variance of a person's difference of contributions, divided by the number of people.
  ///
  /// - Complexity: O(points + cells).
  func variances(_ fromStairs: [Staircase], _ toStairs: [Staircase]) -> [Double] {
    let changes = changes(
      rows: StepRuns(fromStairs, pointCount: pairs.from.counts.count),
      columns: StepRuns(toStairs, pointCount: pairs.to.counts.count), stepCount: fromStairs.count)
    let underFrom = Self.sums(pairs.from.counts)
    let underTo = Self.sums(pairs.to.counts)
    var standing = SIMD4<Int32>.zero
    return fromStairs.indices.map { step in
      let (first, second) = (fromStairs[step], toStairs[step])
      standing &+= changes[step]
      return variance(
        first, second, SIMD4(truncatingIfNeeded: standing), underFrom: underFrom[first.cell],
        underTo: underTo[second.cell])
    }
  }

  /// What each step adds to the people under both cells, under the source's and at the target's,
  /// at the source's and under the target's, and at both.
  ///
  /// A distribution holds at most 2³⁰ people, so 32 bits are enough for every sum.
  private func changes(
    rows: StepRuns, columns: StepRuns, stepCount: Int
  ) -> [SIMD4<Int32>] {
    var changes = [SIMD4<Int32>](repeating: .zero, count: stepCount + 1)
    for row in pairs.from.counts.indices {
      let (atRow, overRow) = (rows.starts[row], rows.starts[row + 1])
      for cell in pairs.row(row) {
        let (atColumn, overColumn) = (columns.starts[cell.to], columns.starts[cell.to + 1])
        let count = Int32(truncatingIfNeeded: cell.count)
        changes[max(overRow, overColumn)][0] &+= count
        let runs = (
          (max(overRow, atColumn), overColumn), (max(atRow, overColumn), overRow),
          (max(atRow, atColumn), min(overRow, overColumn))
        )
        if runs.0.0 < runs.0.1 {
          changes[runs.0.0][1] &+= count
          changes[runs.0.1][1] &-= count
        }
        if runs.1.0 < runs.1.1 {
          changes[runs.1.0][2] &+= count
          changes[runs.1.1][2] &-= count
        }
        if runs.2.0 < runs.2.1 {
          changes[runs.2.0][3] &+= count
          changes[runs.2.1][3] &-= count
        }
      }
    }
    return changes
  }

  /// Element i is the sum of the counts before i.
  private static func sums(_ counts: [Int]) -> [Int] {
    var sum = 0
    return counts.map { count in
      defer { sum += count }
      return sum
    }
  }

  /// The variance at one step, given the people in the regions of ``changes(rows:columns:stepCount:)``.
  private func variance(
    _ first: Staircase, _ second: Staircase, _ people: SIMD4<Int>, underFrom: Int, underTo: Int
  ) -> Double {
    let (underBoth, atToUnderFrom, underToAtFrom, atBoth) =
      (people[0], people[1], people[2], people[3])
    let (atFrom, atTo) = (pairs.from.counts[first.cell], pairs.to.counts[second.cell])
    let total = Double(pairs.total)
    // Rows: under, at, over the source's cell; columns: the same for the target's.
    // Where both are under, or both over, the contributions are equal and need no term.
    let counts = SIMD8<Double>(
      Double(atToUnderFrom), Double(underFrom - underBoth - atToUnderFrom),
      Double(underToAtFrom), Double(atBoth), Double(atFrom - underToAtFrom - atBoth),
      Double(underTo - underBoth - underToAtFrom), Double(atTo - atToUnderFrom - atBoth), 0)
    let differences = SIMD8<Double>(
      1 - second.part, 1, first.part - 1, first.part - second.part, first.part, -1,
      -second.part, 0)
    let mean = (counts * differences).sum() / total
    let square = (counts * differences * differences).sum() / total
    // The mean difference is zero but for rounding: both shares are the same percentile rank.
    return max(0, square - mean * mean) / total
  }
}

/// For each cell of a scale, the steps of a rising staircase that stand at it: from `starts[cell]`
/// up to `starts[cell + 1]`; from there on the cell is under the stair.
private struct StepRuns {
  let starts: [Int]

  init(_ stairs: [Staircase], pointCount: Int) {
    var starts = [Int](repeating: stairs.count, count: pointCount + 1)
    var cell = 0
    for (step, stair) in stairs.enumerated() {
      while cell <= stair.cell {
        starts[cell] = step
        cell += 1
      }
    }
    self.starts = starts
  }
}
