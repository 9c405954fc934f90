/// How far a direct link of two scales lies from the way through the base of a network.
///
/// The scores go round the cycle source, base, target and back by the direct link; an office that
/// publishes both ways contradicts itself by this much.
public struct CycleClosure: Hashable, Sendable {
  /// The root of the mean squared difference over the people, in points of the direct link's
  /// target.
  public let rootMeanSquare: Double
  /// The greatest difference at a score that somebody has.
  public let maximum: Double
  /// The people compared.
  public let people: Int
  /// The people left out, for the way through the base ends outside the target.
  public let unreachedPeople: Int

  /// Compares a direct link with the way through the base.
  ///
  /// - Parameters:
  ///   - direct: The direct link.
  ///   - source: The name of the scale it converts.
  ///   - target: The name of the scale it converts to; the base is allowed.
  ///   - network: The scales around the base.
  ///   - people: Source scores, each with the people who weigh it; `nil` when every line of the
  ///     direct link that rests on data counts as one person.
  /// - Throws: ``LinkingError`` as ``ScaleNetwork/convert(_:from:to:)``, with code
  ///   `negative-count`, or `outside` when nobody is left to compare.
  /// - Complexity: O(lines · log lines).
  public init(
    of direct: ConversionTable, from source: String, to target: String, in network: ScaleNetwork,
    over people: [ScoreDistribution.Frequency]? = nil
  ) throws(LinkingError) {
    var (sum, greatest, counted, left) = (CompensatedSum(), 0.0, 0, 0)
    let lines = Self.lines(of: direct, within: try network.link(source))
    for (score, count) in people ?? lines {
      if count < 0 { throw LinkingError(.negativeCount, "For \(score) it is \(count).") }
      if count == 0 { continue }
      let line = try direct.line(of: score)
      let value = try network.convert(score, from: source, to: target)
      if value.flag == .clipped, target != network.base {
        left += count
        continue
      }
      let difference = value.points - line.to.number
      sum.add(Double(count) * difference * difference)
      greatest = max(greatest, difference.magnitude)
      counted += count
    }
    if counted == 0 {
      throw LinkingError(.outside, "No score goes from \(source) to \(target) both ways.")
    }
    rootMeanSquare = (sum.value / Double(counted)).squareRoot()
    maximum = greatest
    self.people = counted
    unreachedPeople = left
  }

  /// The scores of a direct link that rest on data and that the link to the base has too.
  private static func lines(
    of direct: ConversionTable, within link: ConversionTable
  ) -> [ScoreDistribution.Frequency] {
    let (low, high) = (link.entries[0].from, link.entries[link.entries.count - 1].from)
    return direct.entries.filter {
      ($0.flag == .interpolated || $0.flag == .clipped) && $0.from >= low && $0.from <= high
    }.map { ($0.from, 1) }
  }
}
