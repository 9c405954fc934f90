import ScoreLinking
import Scores

/// A conversion as a line from source to target scale, with the edges of its bands.
struct ConversionCurve {
  /// One stretch of the line.
  struct Stretch {
    let points: String
  }

  /// An end of a band on the line.
  struct Edge {
    let x: String
    let y: String
    let text: String
  }

  let stretches: [Stretch]
  let edges: [Edge]
  let horizontalTicks: [PlotFrame.Tick]
  let verticalTicks: [PlotFrame.Tick]

  /// Most points that one line is drawn with.
  private static let greatestPointCount = 400

  /// Draws a table of bands.
  init(_ table: BandTable) {
    let bands = table.bands
    let lowest = bands.map(\.toLow).min() ?? .zero
    let highest = bands.map(\.toHigh).max() ?? .zero
    let frame = PlotFrame(
      x: table.sourceRange.lowerBound.pictureValue...table.sourceRange.upperBound.pictureValue,
      y: lowest.pictureValue...highest.pictureValue)
    func point(_ from: Score, _ to: Score) -> String {
      pictureNumber(frame.horizontal(from.pictureValue)) + ","
        + pictureNumber(frame.vertical(to.pictureValue))
    }
    let shown = Self.thinned(bands)
    if table.isInterpolated {
      let points = shown.map { point($0.fromLow, $0.toLow) }
      let end = bands.last.map { point($0.fromHigh, $0.toHigh) } ?? ""
      stretches = [Stretch(points: (points + [end]).joined(separator: " "))]
    } else {
      stretches = shown.map {
        Stretch(points: point($0.fromLow, $0.toLow) + " " + point($0.fromHigh, $0.toHigh))
      }
    }
    var ends = shown.map { ($0.fromLow, $0.toLow) }
    if let last = bands.last { ends.append((last.fromHigh, last.toHigh)) }
    edges = ends.map { from, to in
      Edge(
        x: pictureNumber(frame.horizontal(from.pictureValue)),
        y: pictureNumber(frame.vertical(to.pictureValue)),
        text: "\(from.formatted()) \u{2192} \(to.formatted())")
    }
    horizontalTicks = frame.ticks(table.sourceRange, pieces: 10, isVertical: false)
    verticalTicks = frame.ticks(lowest...highest, pieces: 6, isVertical: true)
  }

  /// Draws a table of points; nil when it has no value at all.
  init?(_ scale: ScoreScale, _ values: [Score?]) {
    let known = values.indices.filter { values[$0] != nil }
    guard let first = known.first, let last = known.last,
      let lowest = values.lazy.compactMap({ $0 }).min(),
      let highest = values.lazy.compactMap({ $0 }).max()
    else { return nil }
    let range = scale.score(at: first)...scale.score(at: last)
    let frame = PlotFrame(
      x: range.lowerBound.pictureValue...range.upperBound.pictureValue,
      y: lowest.pictureValue...highest.pictureValue)
    stretches = [
      Stretch(
        points: Self.thinned(known).compactMap { index in
          values[index].map {
            pictureNumber(frame.horizontal(scale.score(at: index).pictureValue)) + ","
              + pictureNumber(frame.vertical($0.pictureValue))
          }
        }.joined(separator: " "))
    ]
    edges = []
    horizontalTicks = frame.ticks(range, pieces: 10, isVertical: false)
    verticalTicks = frame.ticks(lowest...highest, pieces: 6, isVertical: true)
  }

  /// Some of many elements at equal distances, the first and the last among them.
  private static func thinned<Element>(_ elements: [Element]) -> [Element] {
    guard elements.count > greatestPointCount else { return elements }
    return (0..<greatestPointCount).map {
      elements[$0 * (elements.count - 1) / (greatestPointCount - 1)]
    }
  }
}
