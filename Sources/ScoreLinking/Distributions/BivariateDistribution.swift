import Parallel
public import Scores

/// How many people have each pair of scores: two tests of one group, or a test and its anchor.
///
/// Only pairs that somebody has are stored, so two fine lattices cost what the people cost.
public struct BivariateDistribution: Hashable, Sendable {
  /// One pair of scores and the people who have it.
  public struct Cell: Hashable, Sendable {
    /// The place of the first score on its scale.
    public let from: Int
    /// The place of the second score on its scale.
    public let to: Int
    /// The people with both.
    public let count: Int
  }

  /// A pair of scores with the number of people who have it.
  public typealias Frequency = (from: Score, to: Score, count: Int)

  /// The pairs that somebody has, by first and then second score.
  public let cells: [Cell]
  /// Everybody's first score.
  public let from: ScoreDistribution
  /// Everybody's second score.
  public let to: ScoreDistribution
  /// Where each first score's cells begin in ``cells``, with the end of the last.
  let rowStarts: [Int]

  /// A joint distribution from pairs with how many people have each, in any order.
  ///
  /// - Parameters:
  ///   - fromScale: The lattice of the first scores.
  ///   - toScale: The lattice of the second scores.
  ///   - frequencies: Pairs and people; a pair may come up repeatedly.
  ///   - floor: The first score under which people were left out; `nil` when nobody was.
  /// - Throws: ``LinkingError`` with code `off-lattice`, `outside`, `negative-count`, `empty` or
  ///   `overflow`.
  /// - Complexity: O(points + frequencies).
  public init(
    fromScale: ScoreScale, toScale: ScoreScale, frequencies: some Sequence<Frequency>,
    floor: Score? = nil
  ) throws(LinkingError) {
    var cells: [Cell] = []
    cells.reserveCapacity(frequencies.underestimatedCount)
    for (from, to, count) in frequencies {
      let cell = Cell(
        from: try fromScale.place(of: from), to: try toScale.place(of: to), count: count)
      if count < 0 {
        throw LinkingError(.negativeCount, "For \(from) with \(to) it is \(count).")
      }
      if count > 0 { cells.append(cell) }
    }
    try self.init(fromScale: fromScale, toScale: toScale, cells: cells, floor: floor)
  }

  /// A joint distribution from cells in any order, whose places and counts are known to be right.
  init(
    fromScale: ScoreScale, toScale: ScoreScale, cells: [Cell], floor: Score?
  ) throws(LinkingError) {
    // Two counting sorts, by second and then by first score, put the cells in order in O(n).
    let bySecond = Self.sorted(cells, keyCount: toScale.pointCount) { $0.to }
    let byFirst = Self.sorted(bySecond.cells, keyCount: fromScale.pointCount) { $0.from }
    var merged: [Cell] = []
    merged.reserveCapacity(byFirst.cells.count)
    var fromCounts = [Int](repeating: 0, count: fromScale.pointCount)
    var toCounts = [Int](repeating: 0, count: toScale.pointCount)
    for cell in byFirst.cells {
      if cell.count > ScoreDistribution.greatestTotal { throw LinkingError(.overflow) }
      fromCounts[cell.from] += cell.count
      toCounts[cell.to] += cell.count
      // A whole distribution has at most 2³⁰ people, far from where these sums could overflow.
      if fromCounts[cell.from] > ScoreDistribution.greatestTotal { throw LinkingError(.overflow) }
      if let last = merged.last, last.from == cell.from, last.to == cell.to {
        merged[merged.count - 1] = Cell(
          from: cell.from, to: cell.to, count: last.count + cell.count)
      } else {
        merged.append(cell)
      }
    }
    from = try ScoreDistribution(scale: fromScale, counts: fromCounts, floor: floor)
    to = try ScoreDistribution(scale: toScale, counts: toCounts)
    self.cells = merged
    rowStarts = groupStarts(merged.lazy.map(\.from), groupCount: fromScale.pointCount)
  }

  /// All people.
  public var total: Int { from.total }

  /// The same people with first and second scores exchanged.
  ///
  /// - Complexity: O(points + cells).
  public var transposed: BivariateDistribution {
    BivariateDistribution(transposing: self)
  }

  private init(transposing other: BivariateDistribution) {
    let swapped = other.cells.map { Cell(from: $0.to, to: $0.from, count: $0.count) }
    // Cells stood by (from, to), so a stable sort by the new first score leaves the rest in order.
    (cells, rowStarts) = Self.sorted(swapped, keyCount: other.to.scale.pointCount) { $0.from }
    from = other.to
    to = other.from
  }

  /// The same people on the points of either score from its floor up.
  ///
  /// - Complexity: O(points + cells).
  func fromFloor() throws(LinkingError) -> BivariateDistribution {
    let (fromStart, toStart) = (from.pointCountUnderFloor, to.pointCountUnderFloor)
    return try BivariateDistribution(
      fromScale: from.scaleFromFloor(), toScale: to.scaleFromFloor(),
      cells: cells.map {
        Cell(from: $0.from - fromStart, to: $0.to - toStart, count: $0.count)
      }, floor: nil)
  }

  /// The cells with a first score at a place.
  func row(_ place: Int) -> ArraySlice<Cell> {
    cells[rowStarts[place]..<rowStarts[place + 1]]
  }

  /// A stable counting sort.
  private static func sorted(
    _ cells: [Cell], keyCount: Int, key: (Cell) -> Int
  ) -> (cells: [Cell], starts: [Int]) {
    let starts = groupStarts(cells.lazy.map(key), groupCount: keyCount)
    var next = starts
    var result = [Cell](repeating: Cell(from: 0, to: 0, count: 0), count: cells.count)
    for cell in cells {
      result[next[key(cell)]] = cell
      next[key(cell)] += 1
    }
    return (result, starts)
  }
}
