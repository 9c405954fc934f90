import Parallel
public import Scores

/// What a band table says about one score.
public struct BandConversion: Hashable, Sendable {
  /// The band that decided.
  public let band: BandTable.Band
  /// The value before rounding.
  public let exact: ExactFraction
  /// Whether the score lay outside the table and counted as its nearest end.
  public let isClipped: Bool
}

/// What to do with a score that lies outside a table.
public enum OutsidePolicy: String, Hashable, Sendable, CaseIterable {
  /// It is an error: nobody decided what such a score is worth.
  case refuse
  /// It counts as the nearest end of the table.
  case clip
}

extension BandTable {
  /// The place in ``bands`` of the band to which a score belongs.
  ///
  /// - Returns: `nil` when no band holds the score.
  /// - Complexity: O(log bands).
  public func band(containing score: Score) -> Int? {
    guard let place = lastBand(where: { $0.fromLow <= score }) else { return nil }
    let band = bands[place]
    if score == band.fromLow, edges == .rightClosed, place > 0,
      bands[place - 1].fromHigh == score
    {
      return place - 1
    }
    if score <= band.fromHigh { return place }
    let isBetweenBands = place + 1 < bands.count
    return isBetweenBands && cutToPrintedDigits(score) <= band.fromHigh ? place : nil
  }

  /// The value of a score, before rounding.
  ///
  /// - Parameters:
  ///   - score: A score of the source scale.
  ///   - outside: What to do when it lies under the lowest or over the highest band.
  /// - Returns: The value, with the band that decided.
  /// - Throws: ``LinkingError`` with code `outside` when the table does not answer the score,
  ///   `overflow` for scores of absurd size.
  /// - Complexity: O(log bands).
  public func convert(
    _ score: Score, outside: OutsidePolicy = .refuse
  ) throws(LinkingError) -> BandConversion {
    let range = sourceRange
    let counted = outside == .clip ? min(max(score, range.lowerBound), range.upperBound) : score
    guard let place = band(containing: counted) else {
      throw Self.outsideError(score, of: range)
    }
    let band = bands[place]
    // In a gap of a step table the score lies over the band, which has but one value anyway.
    let exact = try Self.chord(
      at: min(counted, band.fromHigh),
      from: (band.fromLow, band.fromHigh), to: (band.toLow, band.toHigh))
    return BandConversion(band: band, exact: exact, isClipped: counted != score)
  }

  /// The lowest score of a scale whose published value reaches a cutoff of the target scale.
  ///
  /// Unlike ``inverse(of:outside:)`` this has an answer for step tables and flat bands, and it
  /// admits exactly the applicants whose converted and rounded score reaches the cutoff.
  ///
  /// - Parameters:
  ///   - cutoff: The cutoff on the target scale.
  ///   - scale: The source scale.
  ///   - rounding: The rule by which converted scores are published.
  /// - Returns: `nil` when no score of the scale that the table answers reaches the cutoff.
  /// - Throws: ``LinkingError`` with code `overflow`.
  /// - Complexity: O(log points · log bands).
  public func lowestScore(
    reaching cutoff: Score, on scale: ScoreScale, rounding: RoundingRule
  ) throws(LinkingError) -> Score? {
    let place = try (0..<scale.pointCount).partitionPoint { (point) throws(LinkingError) in
      try !reaches(cutoff, scale.score(at: point), rounding)
    }
    if place == scale.pointCount { return nil }
    let score = scale.score(at: place)
    return band(containing: score) == nil ? nil : score
  }

  private func reaches(
    _ cutoff: Score, _ score: Score, _ rounding: RoundingRule
  ) throws(LinkingError) -> Bool {
    // A score in a gap has reached what the band under it gives, no more.
    guard let place = lastBand(where: { $0.fromLow <= score }) else { return false }
    let known = band(containing: score) == nil ? bands[place].fromHigh : score
    let exact = try convert(known).exact
    do { return try rounding.rounded(exact) >= cutoff } catch { throw LinkingError(error) }
  }

  /// The last band with a property that only a lower part of the bands has.
  func lastBand(where isLow: (Band) -> Bool) -> Int? {
    let place = bands.partitionPoint(where: isLow)
    return place == 0 ? nil : place - 1
  }

  static func outsideError(_ score: Score, of range: ClosedRange<Score>) -> LinkingError {
    let isInside = range.contains(score)
    return LinkingError(
      .outside,
      isInside
        ? "No band holds the score \(score)."
        : "The score is \(score), the table holds \(range.lowerBound) to \(range.upperBound).")
  }

  /// c + (x − a)(d − c)/(b − a), exactly; c when the band is a single score.
  static func chord(
    at score: Score, from source: (low: Score, high: Score), to target: (low: Score, high: Score)
  ) throws(LinkingError) -> ExactFraction {
    let width = Int128(source.high.billionths) - Int128(source.low.billionths)
    if width == 0 { return ExactFraction(target.low) }
    let height = Int128(target.high.billionths) - Int128(target.low.billionths)
    let distance = Int128(score.billionths) - Int128(source.low.billionths)
    let (base, baseOverflow) = Int128(target.low.billionths).multipliedReportingOverflow(by: width)
    let (rise, riseOverflow) = distance.multipliedReportingOverflow(by: height)
    let (top, topOverflow) = base.addingReportingOverflow(rise)
    let (bottom, bottomOverflow) = width.multipliedReportingOverflow(by: 1_000_000_000)
    if baseOverflow || riseOverflow || topOverflow || bottomOverflow {
      throw LinkingError(.overflow)
    }
    do { return try ExactFraction(top, over: bottom) } catch { throw LinkingError(error) }
  }

  private func cutToPrintedDigits(_ score: Score) -> Score {
    // Inside a table no score is negative enough for the subtraction to overflow.
    let rest = score.billionths % printedUnit.billionths
    let cut = score.billionths - rest
    return Score(billionths: rest < 0 ? cut &- printedUnit.billionths : cut)
  }
}

extension LinkingError {
  /// The same failure of arithmetic in this module's terms.
  init(_ error: ScoreError) {
    self.init(error.code == .overflow ? .overflow : .settings, error.message)
  }
}
