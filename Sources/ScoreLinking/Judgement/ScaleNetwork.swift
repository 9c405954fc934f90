public import Scores

/// Several scales linked to one base, through which any two of them are linked.
///
/// Pairwise links of different overlap groups do not compose; one base makes all conversions
/// agree, and the closure error tells what that costs against a direct link.
public struct ScaleNetwork: Sendable {
  /// The name of the base scale.
  public let base: String
  /// The conversion of each other scale to the base.
  public let links: [String: EquatingFunction]

  /// A network of scales around a base.
  ///
  /// - Parameters:
  ///   - base: The name of the base scale.
  ///   - links: The conversion of each other scale to the base, by name.
  /// - Throws: ``LinkingError`` with code `empty` without links, or `settings` when links end on
  ///   different scales or the base links to itself.
  public init(base: String, links: [String: EquatingFunction]) throws(LinkingError) {
    guard let target = links.first?.value.targetScale else {
      throw LinkingError(.empty, "The base has no links.")
    }
    guard links[base] == nil, links.values.allSatisfy({ $0.targetScale == target }) else {
      throw LinkingError(.settings, "Every link ends on the one scale of the base.")
    }
    self.base = base
    self.links = links
  }

  /// The value of a score of one scale on another, through the base.
  ///
  /// - Parameters:
  ///   - score: A point of the first scale, which must not be the base.
  ///   - source: The first scale's name.
  ///   - target: The other scale's name; the base is allowed.
  /// - Returns: Points of the other scale.
  /// - Throws: ``LinkingError`` with code `settings` for an unknown name, or as
  ///   ``EquatingFunction/equate(_:)``.
  public func convert(
    _ score: Score, from source: String, to target: String
  ) throws(LinkingError) -> Double {
    let value = try link(source).equate(score)
    return target == base ? value : try link(target).inverse(of: value)
  }

  /// How far a direct link of two scales lies from the way through the base: the root of the mean
  /// squared difference over people, in target points.
  ///
  /// - Parameters:
  ///   - direct: The direct link.
  ///   - source: The name of the scale it converts.
  ///   - target: The name of the scale it converts to.
  ///   - people: The people who weigh the scores, on the direct link's source scale.
  /// - Returns: The cycle-closure error.
  /// - Throws: ``LinkingError`` as ``convert(_:from:to:)``.
  public func closureError(
    of direct: EquatingFunction, from source: String, to target: String,
    over people: ScoreDistribution
  ) throws(LinkingError) -> Double {
    guard people.scale == direct.sourceScale else {
      throw LinkingError(.settings, "The people need the direct link's source scale.")
    }
    var sum = CompensatedSum()
    for (place, count) in people.counts.enumerated() where count > 0 {
      let score = people.scale.score(at: place)
      let difference =
        try convert(score, from: source, to: target) - direct.equate(score)
      sum.add(Double(count) * difference * difference)
    }
    return (sum.value / Double(people.total)).squareRoot()
  }

  private func link(_ name: String) throws(LinkingError) -> EquatingFunction {
    guard let link = links[name] else {
      throw LinkingError(.settings, "No scale \(name) is linked to \(base).")
    }
    return link
  }
}

extension EquatingFunction {
  /// The source place in points that has a value, on straight lines between neighbouring points.
  ///
  /// - Parameter value: Points of the target scale.
  /// - Returns: Points of the source scale, from its minimum to its maximum; of several places the
  ///   middle.
  /// - Throws: ``LinkingError`` with code `outside` when no source point has such a value.
  public func inverse(of value: Double) throws(LinkingError) -> Double {
    let low = values.partitionPoint { $0 < value }
    let high = values.partitionPoint { $0 <= value }
    if low < high {
      return sourceScale.points(at: Double(low + high - 1) / 2)
    }
    guard low > 0, low < values.count else {
      throw LinkingError(
        .outside, "The values run from \(values[0]) to \(values[values.count - 1]).")
    }
    let share = (value - values[low - 1]) / (values[low] - values[low - 1])
    return sourceScale.points(at: Double(low - 1) + share)
  }
}
