/// How far down its list a line goes: what a stranger needs to see that everybody sits at the first
/// wish in reach.
public struct LineReach: Hashable, Sendable {
  /// Who is in reach at a line.
  public enum Extent: Hashable, Sendable {
    /// Everybody with a valid wish.
    case all
    /// Everybody up to the wish in this row of the wish table, equals of hers included.
    case through(row: Int)
    /// Nobody but those who were settled there beforehand.
    case nobody
  }

  /// Index of the programme.
  public let programme: Int
  /// The group for which the programme keeps seats; `nil` for people of no such group.
  public let group: Int?
  /// Who is in reach.
  public let extent: Extent
}

extension PlacementResult {
  /// Who is in reach at each line.
  ///
  /// People settled beforehand say nothing about the reach of a line.
  ///
  /// - Parameter problem: The problem of which this is the result.
  /// - Returns: One for each programme in their order, then one for each group of each programme
  ///   that keeps seats.
  /// - Complexity: O(wishes).
  public func lineReaches(in problem: PlacementProblem) -> [LineReach] {
    var last = [Int](repeating: -1, count: lineLimits.count)
    var isLimited = [Bool](repeating: false, count: lineLimits.count)
    for (wish, entry) in problem.packed.enumerated()
    where !entry.isVoid && entry.key != PackedWish.grantedKey {
      let line = Int(entry.line)
      if entry.key >= lineLimits[line] {
        isLimited[line] = true
      } else if last[line] < 0 || entry.key > problem.packed[last[line]].key {
        last[line] = wish
      }
    }
    return lineLimits.indices.map { line in
      let group = problem.seats.lineGroup[line]
      let extent: LineReach.Extent =
        if !isLimited[line] { .all } else if last[line] < 0 { .nobody } else {
          .through(row: problem.row(last[line]))
        }
      return LineReach(
        programme: Int(problem.seats.lineProgramme[line]), group: group < 0 ? nil : Int(group),
        extent: extent)
    }
  }
}
