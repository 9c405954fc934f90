import Parallel
public import Scores

/// A conversion as it is published: a line for every point of the source scale.
public struct ConversionTable: Hashable, Sendable {
  /// What a reader must know about a line.
  public enum Flag: String, Hashable, Sendable, CaseIterable {
    /// The value rests on the data around it.
    case interpolated
    /// Nobody has this score, or nobody has the value: it is the middle of a gap.
    case zeroFrequency = "zero-frequency"
    /// The value left the target scale and was moved to its end before rounding.
    case clipped
    /// The score lies under the floor of the data.
    case outside
  }

  /// One line.
  public struct Entry: Hashable, Sendable {
    /// The score that is converted.
    public let from: Score
    /// The value, to twelve significant digits.
    public let to: SignificantDecimal
    /// The published value: clipped to the target scale, then rounded.
    public let rounded: Score
    /// The standard error of the value, to twelve significant digits; `nil` when none is known.
    public let standardError: SignificantDecimal?
    /// What a reader must know about the line.
    public let flag: Flag

    /// A line of a table.
    ///
    /// - Parameters:
    ///   - from: The score that is converted.
    ///   - to: The value before rounding.
    ///   - rounded: The published value.
    ///   - standardError: The standard error of the value.
    ///   - flag: What a reader must know about the line.
    public init(
      from: Score, to: SignificantDecimal, rounded: Score, standardError: SignificantDecimal?,
      flag: Flag
    ) {
      self.from = from
      self.to = to
      self.rounded = rounded
      self.standardError = standardError
      self.flag = flag
    }

    /// The range in which the value lies with a probability, by the normal distribution.
    ///
    /// - Parameter level: The probability, more than 0 and less than 1.
    /// - Returns: The range in points of the target scale.
    /// - Throws: ``LinkingError`` with code `settings` for another level, or when the line has no
    ///   standard error.
    public func confidenceInterval(
      level: Double = 0.95
    ) throws(LinkingError) -> ClosedRange<Double> {
      guard let standardError else {
        throw LinkingError(.settings, "The line of \(from) has no standard error.")
      }
      return try Normal.interval(
        around: to.number, error: standardError.number, level: level)
    }
  }

  /// The lines, lowest score first.
  public let entries: [Entry]
  /// The lines up to the last one under the floor of the data.
  private let lineCountUnderFloor: Int

  /// The lines from the floor of the data up, which convert scores; those under it say nothing.
  public var answers: ArraySlice<Entry> { entries[lineCountUnderFloor...] }

  /// A table from its lines.
  ///
  /// - Parameter entries: Lines with rising scores and values that never fall.
  /// - Throws: ``LinkingError`` with code `empty`, `order` for scores that do not rise, or
  ///   `not-monotone`; the rows are counted from 1.
  public init(entries: [Entry]) throws(LinkingError) {
    if entries.isEmpty { throw LinkingError(.empty, "The table has no lines.") }
    for (index, (low, high)) in zip(entries, entries.dropFirst()).enumerated() {
      if high.from <= low.from { throw LinkingError(.order, rows: [index + 1, index + 2]) }
      if high.rounded < low.rounded {
        throw LinkingError(.notMonotone, rows: [index + 1, index + 2])
      }
    }
    self.entries = entries
    lineCountUnderFloor = entries.lastIndex { $0.flag == .outside }.map { $0 + 1 } ?? 0
  }

  /// The published form of a function.
  ///
  /// Rounding starts from the twelve digits that are printed, so that anyone can repeat it.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - rounding: The rule for published values.
  /// - Throws: ``LinkingError`` with code `not-monotone` or `overflow`.
  /// - Complexity: O(points).
  public init(
    _ function: EquatingFunction, rounding: RoundingRule = .standard
  ) throws(LinkingError) {
    let (source, target) = (function.sourceScale, function.targetScale)
    var entries: [Entry] = []
    entries.reserveCapacity(source.pointCount)
    // What is that near to zero is what rounding left of it, and has no digits to print.
    let nothing = 1e-14 * max(Double(target.maximum).magnitude, Double(target.minimum).magnitude)
    for (place, value) in function.values.enumerated() {
      guard let to = SignificantDecimal(value.magnitude < nothing ? 0 : value) else {
        throw LinkingError(.overflow)
      }
      let exact = try to.fraction()
      let (low, high) = (ExactFraction(target.minimum), ExactFraction(target.maximum))
      let clipped = min(max(exact, low), high)
      let rounded: Score
      do { rounded = try rounding.rounded(clipped) } catch { throw LinkingError(error) }
      let from = source.score(at: place)
      let flag: Flag =
        if let floor = function.floor, from < floor {
          .outside
        } else if function.isUnsupported[place] {
          .zeroFrequency
        } else {
          clipped == exact ? .interpolated : .clipped
        }
      entries.append(
        Entry(
          from: from, to: to, rounded: min(max(rounded, target.minimum), target.maximum),
          standardError: function.standardErrors.flatMap { SignificantDecimal($0[place]) },
          flag: flag))
    }
    try self.init(entries: entries)
  }

  /// The line of a score.
  ///
  /// - Parameters:
  ///   - score: A score of the source scale.
  ///   - outside: What to do when it lies under the floor of the data, under the first or over the
  ///     last line.
  /// - Returns: The line.
  /// - Throws: ``LinkingError`` with code `outside`, or `off-lattice` for a score between lines.
  /// - Complexity: O(log lines).
  public func entry(
    for score: Score, outside: OutsidePolicy = .refuse
  ) throws(LinkingError) -> Entry {
    let (first, last) = try ends
    if score < first.from || score > last.from {
      if outside == .clip { return score < first.from ? first : last }
      throw BandTable.outsideError(score, of: first.from...last.from)
    }
    return try line(of: score)
  }

  /// The lowest and the highest line that convert scores.
  private var ends: (first: Entry, last: Entry) {
    get throws(LinkingError) {
      guard let first = answers.first, let last = answers.last else {
        throw LinkingError(.outside, "Every line lies under the floor of the data.")
      }
      return (first, last)
    }
  }

  /// The line of a score, also under the floor of the data.
  func line(of score: Score) throws(LinkingError) -> Entry {
    let (first, last) = (entries[0], entries[entries.count - 1])
    guard (first.from...last.from).contains(score) else {
      throw BandTable.outsideError(score, of: first.from...last.from)
    }
    let place = entries.partitionPoint { $0.from < score }
    guard entries[place].from == score else {
      throw LinkingError(.offLattice, "The table has no line for \(score).")
    }
    return entries[place]
  }

  /// The lowest score whose published value reaches a cutoff: what the cutoff is on the source
  /// scale.
  ///
  /// - Parameter cutoff: A cutoff on the target scale.
  /// - Returns: The line of that score, which is at the floor of the data or over it; `nil` when
  ///   no score reaches the cutoff.
  /// - Complexity: O(log lines).
  public func firstEntry(reaching cutoff: Score) -> Entry? {
    let place = max(lineCountUnderFloor, entries.partitionPoint { $0.rounded < cutoff })
    return place < entries.count ? entries[place] : nil
  }
}
