internal import ScoreLinking
internal import Scores

extension Recogniser {
  /// The converted and rounded total of a result, or nil when the conversion has no value for it.
  func converted(
    _ judged: Judged, in results: some JudgedResults, _ trace: inout Trace
  ) throws(ScoreError) -> Score? {
    if results.converted != nil, let point = results.point(of: judged.result) {
      return try results.converted?.score(at: point, &trace)
    }
    return try converted(judged.total, &trace)
  }

  /// The converted and rounded total, or nil when the conversion has no value for it.
  func converted(_ total: Score, _ trace: inout Trace) throws(ScoreError) -> Score? {
    guard let conversion else {
      trace.add("taken as it is on \(assessment.code)")
      return total
    }
    let definition = conversion.definition
    switch conversion.table {
    case .bands(let table):
      guard let place = table.band(containing: total) else {
        trace.add("not recognised: \(label) has no band for \(total, sourceDecimals)")
        return nil
      }
      let exact: ExactFraction
      do {
        exact = try table.convert(total).exact
      } catch {
        throw ScoreError(code: .overflow)
      }
      let rounded = try definition.rounding.rounded(exact)
      trace.add(
        """
        \(label), \(text(of: table, at: place, total, exact))\
        \(roundedText(exact, rounded, definition.rounding))
        """)
      return rounded
    case .points(of: let scale, let values):
      guard let index = scale.index(of: total), values.indices.contains(index),
        let value = values[index]
      else {
        trace.add("not recognised: \(label) has no value for \(total, sourceDecimals)")
        return nil
      }
      trace.add(
        """
        \(label): estimated table, \(total, sourceDecimals) -> \(value, decimals) \
        (\(definition.rounding.description))
        """)
      return value
    }
  }

  /// The band and its arithmetic, as the notices print it.
  private func text(
    of table: BandTable, at place: Int, _ total: Score, _ exact: ExactFraction
  ) -> TraceText {
    let band = table.bands[place]
    let sharesLow = place > 0 && table.bands[place - 1].fromHigh == band.fromLow
    let sharesHigh =
      place + 1 < table.bands.count && table.bands[place + 1].fromLow == band.fromHigh
    let low = sharesLow && table.edges == .rightClosed ? "<" : "<="
    let high = sharesHigh && table.edges == .leftClosed ? "<" : "<="
    let (source, target) = (sourceDecimals, decimals)
    let edges: TraceText =
      "band \(band.fromLow, source) \(low) x \(high) \(band.fromHigh, source)"
    guard table.isInterpolated else {
      // In a gap of a step table a score is cut to the printed digits.
      let cut: TraceText = total > band.fromHigh ? ", to which \(total, source) is cut" : ""
      return "\(edges)\(cut): step value \(exact, target)"
    }
    return """
      \(edges): \(band.toLow, target) + (\(total, source) - \(band.fromLow, source)) x \
      (\(band.toHigh, target) - \(band.toLow, target)) / \
      (\(band.fromHigh, source) - \(band.fromLow, source)) = \(exact, target)
      """
  }
}
