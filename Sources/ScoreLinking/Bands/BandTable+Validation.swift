import Scores

extension BandTable {
  /// The bands upward, after every check that a table must pass before it decides anything.
  static func validated(
    _ bands: [Band], isInterpolated: Bool
  ) throws(LinkingError) -> [Band] {
    if bands.isEmpty { throw LinkingError(.empty, "The table has no bands.") }
    for band in bands { try check(band, isInterpolated: isInterpolated) }
    let upward = bands.sorted {
      ($0.fromLow, $0.fromHigh, $0.row) < ($1.fromLow, $1.fromHigh, $1.row)
    }
    for (lower, upper) in zip(upward, upward.dropFirst()) {
      try check(lower, upper, isInterpolated: isInterpolated)
    }
    return upward
  }

  private static func check(_ band: Band, isInterpolated: Bool) throws(LinkingError) {
    if band.fromLow > band.fromHigh {
      throw LinkingError(
        .reversed, rows: [band.row], "It runs from \(band.fromLow) to \(band.fromHigh).")
    }
    if !isInterpolated, band.toLow != band.toHigh {
      throw LinkingError(
        .notAStep, rows: [band.row], "Its values are \(band.toLow) and \(band.toHigh).")
    }
    if isInterpolated, band.fromLow == band.fromHigh {
      throw LinkingError(.zeroWidth, rows: [band.row], "Both ends are \(band.fromLow).")
    }
    if band.toLow > band.toHigh {
      throw LinkingError(
        .order, rows: [band.row],
        "Its values fall from \(band.toLow) to \(band.toHigh) as the scores rise.")
    }
  }

  private static func check(
    _ lower: Band, _ upper: Band, isInterpolated: Bool
  ) throws(LinkingError) {
    let rows = [lower.row, upper.row]
    let sharesEnd = upper.fromLow == lower.fromHigh
    if sharesEnd, lower.fromLow == lower.fromHigh || upper.fromLow == upper.fromHigh {
      throw LinkingError(.zeroWidth, rows: rows, "Both hold the score \(upper.fromLow).")
    }
    if upper.fromLow < lower.fromHigh {
      throw LinkingError(
        .overlap, rows: rows, "Both hold the scores \(upper.fromLow) to \(lower.fromHigh).")
    }
    if isInterpolated, !sharesEnd {
      throw LinkingError(
        .gap, rows: rows, "Nothing is said about \(lower.fromHigh) to \(upper.fromLow).")
    }
    if upper.toLow < lower.toHigh {
      throw LinkingError(
        .order, rows: rows,
        "The values fall from \(lower.toHigh) to \(upper.toLow) as the scores rise.")
    }
    if isInterpolated, upper.toLow != lower.toHigh {
      throw LinkingError(
        .jump, rows: rows,
        "At \(upper.fromLow) the values are \(lower.toHigh) and \(upper.toLow).")
    }
  }
}
