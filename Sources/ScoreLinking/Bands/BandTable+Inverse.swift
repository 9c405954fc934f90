public import Scores

extension BandTable {
  /// The source score of a value, before rounding: the conversion of a cutoff back to the scale
  /// of the test.
  ///
  /// HUST 2025 prints the pair 27.68 → 70.79, which is this function rounded half up.
  ///
  /// - Parameters:
  ///   - value: A score of the target scale.
  ///   - outside: What to do when the table does not reach the value.
  /// - Returns: The source score, with the band that decided.
  /// - Throws: ``LinkingError`` with code `not-invertible` when the table is one of steps or
  ///   several source scores have this value, `outside` when none has, `overflow`.
  /// - Complexity: O(log bands).
  public func inverse(
    of value: Score, outside: OutsidePolicy = .refuse
  ) throws(LinkingError) -> BandConversion {
    guard isInterpolated else {
      throw LinkingError(.notInvertible, "The table is one of steps.")
    }
    let range = targetRange
    let counted = outside == .clip ? min(max(value, range.lowerBound), range.upperBound) : value
    guard range.contains(counted), var place = lastBand(where: { $0.toLow <= counted }) else {
      throw Self.outsideError(value, of: range)
    }
    let isSharedEnd = place > 0 && bands[place].toLow == counted
    for candidate in (isSharedEnd ? place - 1 : place)...place
    where bands[candidate].toLow == bands[candidate].toHigh {
      let band = bands[candidate]
      throw LinkingError(
        .notInvertible, rows: [band.row],
        "All of \(band.fromLow) to \(band.fromHigh) convert to \(band.toLow).")
    }
    if isSharedEnd, edges == .rightClosed { place -= 1 }
    let band = bands[place]
    let exact = try Self.chord(
      at: counted, from: (band.toLow, band.toHigh), to: (band.fromLow, band.fromHigh))
    return BandConversion(band: band, exact: exact, isClipped: counted != value)
  }
}
