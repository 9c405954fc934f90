public import Scores

/// Several scales linked to one base, through which any two of them are linked.
///
/// Pairwise links of different overlap groups do not compose; one base makes all conversions
/// agree, and the cycle-closure error tells what that costs against a direct link.
public struct ScaleNetwork: Sendable {
  /// The name of the base scale.
  public let base: String
  /// The conversion of each other scale to the base, by the name of the scale.
  public let links: [String: ConversionTable]

  /// A network of scales around a base.
  ///
  /// - Parameters:
  ///   - base: The name of the base scale.
  ///   - links: The conversion of each other scale to the base, by name.
  /// - Throws: ``LinkingError`` with code `empty` without links, `settings` when the base links to
  ///   itself, or `not-monotone` for a link whose values fall; its rows are counted from 1.
  public init(base: String, links: [String: ConversionTable]) throws(LinkingError) {
    if links.isEmpty { throw LinkingError(.empty, "The base has no links.") }
    if links[base] != nil {
      throw LinkingError(.settings, "The base \(base) cannot be linked to itself.")
    }
    for (name, link) in links {
      let values = link.entries.map(\.to.number)
      for (index, (low, high)) in zip(values, values.dropFirst()).enumerated() where high < low {
        throw LinkingError(
          .notMonotone, rows: [index + 1, index + 2], "In the link of \(name).")
      }
    }
    self.base = base
    self.links = links
  }

  /// The names of all scales, the base first, the others in the order of their bytes.
  public var scales: [String] {
    [base] + links.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A score's value on another scale.
  public struct Value: Hashable, Sendable {
    /// The value in points of the other scale.
    public let points: Double
    /// Its standard error when the two links rest on different people; `nil` where a link has
    /// none, or where the value is an end of the other scale.
    public let standardError: Double?
    /// What a reader must know about it.
    public let flag: ConversionTable.Flag
  }

  /// The value of a line of one scale on another, through the base.
  ///
  /// - Parameters:
  ///   - entry: A line of the first scale's link.
  ///   - target: The other scale's name; the base is allowed.
  /// - Returns: The value; an end of the other scale, flagged `clipped`, where that scale has no
  ///   score with the same value on the base.
  /// - Throws: ``LinkingError`` with code `settings` for an unknown name.
  /// - Complexity: O(log lines).
  public func value(
    of entry: ConversionTable.Entry, on target: String
  ) throws(LinkingError) -> Value {
    let error = entry.standardError?.number
    if target == base {
      return Value(points: entry.to.number, standardError: error, flag: entry.flag)
    }
    let place = try link(target).place(of: entry.to.number)
    guard place.isInside else {
      let flag = entry.flag == .outside ? ConversionTable.Flag.outside : .clipped
      return Value(points: place.points, standardError: nil, flag: flag)
    }
    // Both errors move the place on the base, and the other scale as its link is steep there.
    var ownError: Double?
    if let error, let other = place.standardError, let slope = place.pointsPerValue {
      ownError = (error * error + other * other).squareRoot() * slope
    }
    let flag = entry.flag == .interpolated ? place.flag : entry.flag
    return Value(points: place.points, standardError: ownError, flag: flag)
  }

  /// The value of a score of one scale on another, through the base.
  ///
  /// - Parameters:
  ///   - score: A score of the first scale that its link has a line for.
  ///   - source: The first scale's name, not the base.
  ///   - target: The other scale's name; the base is allowed.
  /// - Returns: The value, as ``value(of:on:)`` has it; flagged `outside` under a link's floor.
  /// - Throws: ``LinkingError`` with code `settings` for an unknown name, `outside` for a score
  ///   under the first or over the last line of its link, or `off-lattice` between lines.
  /// - Complexity: O(log lines).
  public func convert(
    _ score: Score, from source: String, to target: String
  ) throws(LinkingError) -> Value {
    try value(of: link(source).line(of: score), on: target)
  }

  /// The conversion of one scale to another through the base, as it is published.
  ///
  /// - Parameters:
  ///   - source: The first scale's name, not the base.
  ///   - target: The other scale's name; the base is allowed.
  ///   - rounding: The rule for published values.
  /// - Returns: A line for every line of the first scale's link.
  /// - Throws: ``LinkingError`` with code `settings` for an unknown name, or `overflow`.
  /// - Complexity: O(lines · log lines).
  public func table(
    from source: String, to target: String, rounding: RoundingRule = .standard
  ) throws(LinkingError) -> ConversionTable {
    var entries: [ConversionTable.Entry] = []
    for entry in try link(source).entries {
      let value = try value(of: entry, on: target)
      guard let to = SignificantDecimal(value.points) else { throw LinkingError(.overflow) }
      var published = entry.rounded
      if target != base {
        do { published = try rounding.rounded(to.fraction()) } catch {
          throw LinkingError(.overflow, "The value of \(entry.from) is \(to).")
        }
      }
      entries.append(
        ConversionTable.Entry(
          from: entry.from, to: to, rounded: published,
          standardError: value.standardError.flatMap(SignificantDecimal.init), flag: value.flag))
    }
    return try ConversionTable(entries: entries)
  }

  func link(_ name: String) throws(LinkingError) -> ConversionTable {
    guard let link = links[name] else {
      throw LinkingError(.settings, "No scale \(name) is linked to \(base).")
    }
    return link
  }
}
