public import Scores

/// How many people have each score of a scale.
///
/// The sums behind percentile ranks are integers, so that ties between two distributions are
/// found exactly; no score is dropped and none is moved to a neighbour.
public struct ScoreDistribution: Hashable, Sendable {
  /// A score with the number of people who have it.
  public typealias Frequency = (score: Score, count: Int)

  /// The lattice the scores stand on.
  public let scale: ScoreScale
  /// People at each point of the scale, lowest first.
  public let counts: [Int]
  /// All people.
  public let total: Int
  /// The score under which people were left out, if any were; their percentile ranks would
  /// otherwise be mistaken for those of everybody.
  public let floor: Score?

  /// The most people a distribution may hold; exact comparison multiplies such numbers.
  public static let greatestTotal = 1 << 30

  /// A distribution from the people at each point.
  ///
  /// - Parameters:
  ///   - scale: The lattice the scores stand on.
  ///   - counts: People at each point, lowest first, as many as the scale has points.
  ///   - floor: The score under which people were left out; `nil` when nobody was.
  /// - Throws: ``LinkingError`` with code `settings` for a wrong number of counts,
  ///   `negative-count`, `empty` when nobody is left, `outside` for people under the floor, or
  ///   `overflow`.
  public init(scale: ScoreScale, counts: [Int], floor: Score? = nil) throws(LinkingError) {
    guard counts.count == scale.pointCount else {
      throw LinkingError(
        .settings, "The scale has \(scale.pointCount) points, the counts \(counts.count).")
    }
    var total = 0
    for (index, count) in counts.enumerated() {
      if count < 0 {
        throw LinkingError(.negativeCount, "At \(scale.score(at: index)) it is \(count).")
      }
      if count > Self.greatestTotal - total { throw LinkingError(.overflow) }
      total += count
    }
    if total == 0 { throw LinkingError(.empty, "No one has a score.") }
    if let floor, let lowest = counts.firstIndex(where: { $0 > 0 }),
      scale.score(at: lowest) < floor
    {
      throw LinkingError(
        .outside, "Somebody has \(scale.score(at: lowest)), under the floor \(floor).")
    }
    self.scale = scale
    self.counts = counts
    self.total = total
    self.floor = floor
  }

  /// A distribution from scores with how many people have each; a score may come up repeatedly.
  ///
  /// - Parameters:
  ///   - scale: The lattice the scores stand on.
  ///   - frequencies: Scores and people, in any order.
  ///   - floor: The score under which people were left out; `nil` when nobody was.
  /// - Throws: ``LinkingError`` with code `off-lattice`, or as the form for counts.
  /// - Complexity: O(points + frequencies).
  public init(
    scale: ScoreScale, frequencies: some Sequence<Frequency>, floor: Score? = nil
  ) throws(LinkingError) {
    var counts = [Int](repeating: 0, count: scale.pointCount)
    for (score, count) in frequencies {
      let index = try scale.place(of: score)
      if count < 0 { throw LinkingError(.negativeCount, "At \(score) it is \(count).") }
      let (sum, overflow) = counts[index].addingReportingOverflow(count)
      if overflow { throw LinkingError(.overflow) }
      counts[index] = sum
    }
    try self.init(scale: scale, counts: counts, floor: floor)
  }

  /// A distribution from the score of each person.
  ///
  /// - Parameters:
  ///   - scale: The lattice the scores stand on.
  ///   - scores: One score a person, in any order.
  ///   - floor: The score under which people were left out; `nil` when nobody was.
  /// - Throws: ``LinkingError`` with code `off-lattice` or `empty`.
  /// - Complexity: O(points + scores).
  public init(
    scale: ScoreScale, scores: some Sequence<Score>, floor: Score? = nil
  ) throws(LinkingError) {
    try self.init(
      scale: scale, frequencies: scores.lazy.map { (score: $0, count: 1) }, floor: floor)
  }

  /// How many points of the scale somebody has.
  var occupiedPointCount: Int {
    counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
  }

  /// The places of the lowest and the highest score that somebody has.
  var occupiedRange: ClosedRange<Int> {
    let first = counts.firstIndex { $0 > 0 } ?? 0
    return first...max(first, counts.lastIndex { $0 > 0 } ?? 0)
  }

  /// How many points of the scale lie under the floor; nobody knows how many people would be there.
  var pointCountUnderFloor: Int {
    guard let floor else { return 0 }
    return counts.indices.prefix { scale.score(at: $0) < floor }.count
  }

  /// The points from the floor up.
  func scaleFromFloor() throws(LinkingError) -> ScoreScale {
    do {
      return try ScoreScale(
        minimum: scale.score(at: pointCountUnderFloor), maximum: scale.maximum, step: scale.step)
    } catch {
      throw LinkingError(error)
    }
  }

  /// The same people on the points from the floor up.
  func fromFloor() throws(LinkingError) -> ScoreDistribution {
    try ScoreDistribution(
      scale: scaleFromFloor(), counts: Array(counts[pointCountUnderFloor...]))
  }

  /// The share of people at each point; the shares add up to 1.
  var relativeFrequencies: [Double] {
    let total = Double(total)
    return counts.map { Double($0) / total }
  }
}

extension ScoreScale {
  /// The place of a score, or a refusal that says why it has none.
  func place(of score: Score) throws(LinkingError) -> Int {
    if let index = index(of: score) { return index }
    if contains(score) {
      throw LinkingError(.offLattice, "The score is \(score), the step \(step).")
    }
    throw LinkingError(
      .outside, "The score is \(score), the scale holds \(minimum) to \(maximum).")
  }

  /// The value in points at a place that may lie between or beyond the points.
  func points(at place: Double) -> Double {
    Double(minimum) + place * Double(step)
  }
}
