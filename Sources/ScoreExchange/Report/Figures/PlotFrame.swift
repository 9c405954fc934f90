import Scores

/// The rectangle of a chart in which data are drawn, with the values at its edges.
struct PlotFrame {
  /// A mark on an axis with its label.
  struct Tick {
    let position: String
    /// A little further, where the label stands.
    let label: String
    let text: String
  }

  /// The edges of the data's rectangle in the units of the picture.
  static let (left, right, top, bottom) = (48.0, 468.0, 16.0, 206.0)

  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  func horizontal(_ value: Double) -> Double {
    let span = x.upperBound - x.lowerBound
    return Self.left + (span > 0 ? (value - x.lowerBound) / span : 0.5) * (Self.right - Self.left)
  }

  func vertical(_ value: Double) -> Double {
    let span = y.upperBound - y.lowerBound
    return Self.bottom - (span > 0 ? (value - y.lowerBound) / span : 0.5) * (Self.bottom - Self.top)
  }

  /// Marks at whole multiples of a nice step of scores.
  func ticks(_ range: ClosedRange<Score>, pieces: Int64, isVertical: Bool) -> [Tick] {
    let (low, high) = (range.lowerBound.billionths, range.upperBound.billionths)
    let (width, overflow) = high.subtractingReportingOverflow(low)
    if overflow { return [] }
    let step = niceStep(width, pieces: pieces)
    let first = low >= 0 ? (low + step - 1) / step : low / step
    let last = high >= 0 ? high / step : (high - step + 1) / step
    return (first <= last ? Array(first...last) : []).map { multiple in
      let score = Score(billionths: multiple * step)
      let value = score.pictureValue
      return isVertical
        ? Tick(
          position: pictureNumber(vertical(value)), label: pictureNumber(vertical(value) + 4),
          text: score.formatted())
        : Tick(
          position: pictureNumber(horizontal(value)), label: pictureNumber(Self.bottom + 18),
          text: score.formatted())
    }
  }

  /// Marks at whole counts.
  func ticks(upTo count: Int) -> [Tick] {
    let step = Int(niceStep(Int64(count), pieces: 4))
    return stride(from: 0, through: count, by: step).map { count in
      let position = vertical(Double(count))
      return Tick(
        position: pictureNumber(position), label: pictureNumber(position + 4),
        text: CountText(count).description)
    }
  }
}

extension Score {
  /// The score in points for drawing, where a thousandth of a pixel does not matter.
  var pictureValue: Double { Double(billionths) / 1e9 }
}
