import Scores

/// The distribution of totals as bars of equal width that begin and end on the lattice.
struct Histogram {
  /// One bar.
  struct Bar {
    let x: String
    let y: String
    let width: String
    let height: String
    /// The scores it counts, and how many there are.
    let range: String
    let count: CountText
  }

  let bars: [Bar]
  let horizontalTicks: [PlotFrame.Tick]
  let verticalTicks: [PlotFrame.Tick]
  let meanX: String
  let medianX: String
  /// How wide a bar is, in points.
  let barWidth: String

  /// The greatest number of bars.
  private static let greatestBarCount: Int64 = 50

  /// Draws the distribution of totals.
  ///
  /// - Parameters:
  ///   - places: The totals as places on the scale, in rising order; at least one.
  ///   - scale: The scale, whose whole width is drawn.
  ///   - statistics: The statistics of the same totals.
  init(ofSorted places: [Int32], on scale: ScoreScale, _ statistics: ScoreStatistics) {
    let stepsPerBar = Self.stepsPerBar(scale)
    let barCount = (scale.pointCount - 1) / stepsPerBar + 1
    // The last place closes the last full bar, so that 100 of 100 does not stand alone.
    let lastBar = max(0, (scale.pointCount - 2) / stepsPerBar)
    var counts = Array(repeating: 0, count: min(barCount, lastBar + 1))
    for place in places { counts[min(lastBar, Int(place) / stepsPerBar)] += 1 }
    let highest = counts.max() ?? 0
    let frame = PlotFrame(
      x: scale.minimum.pictureValue...scale.maximum.pictureValue, y: 0...Double(max(1, highest)))
    func edge(_ bar: Int) -> Score {
      bar > lastBar ? scale.maximum : scale.score(at: bar * stepsPerBar)
    }
    bars = counts.indices.filter { counts[$0] > 0 }.map { index in
      let (low, high) = (edge(index), edge(index + 1))
      let (left, right) = (
        frame.horizontal(low.pictureValue), frame.horizontal(high.pictureValue)
      )
      let top = frame.vertical(Double(counts[index]))
      let close = index == lastBar ? "]" : ")"
      return Bar(
        x: pictureNumber(left + 0.5), y: pictureNumber(top),
        width: pictureNumber(max(0.5, right - left - 1)),
        height: pictureNumber(PlotFrame.bottom - top),
        range: "[\(low.formatted()); \(high.formatted())\(close)", count: CountText(counts[index]))
    }
    horizontalTicks = frame.ticks(scale.minimum...scale.maximum, pieces: 10, isVertical: false)
    verticalTicks = frame.ticks(upTo: highest)
    meanX = pictureNumber(frame.horizontal(statistics.mean.pictureValue))
    medianX = pictureNumber(frame.horizontal(statistics.median.pictureValue))
    barWidth = Score(billionths: scale.step.billionths * Int64(stepsPerBar)).formatted()
  }

  /// Steps of the lattice in a bar: a nice width in points where the step allows it.
  private static func stepsPerBar(_ scale: ScoreScale) -> Int {
    let width = scale.maximum.billionths - scale.minimum.billionths
    let nice = niceStep(width, pieces: greatestBarCount)
    if nice.isMultiple(of: scale.step.billionths) { return Int(nice / scale.step.billionths) }
    return Int(niceStep(Int64(scale.pointCount - 1), pieces: greatestBarCount))
  }
}
