import Scores

/// A conversion as a line from source to target scale, with the edges of its bands and, where
/// standard errors are known, a band of error around it.
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
  /// The corners of the error bands; a gap in the errors begins another one.
  let errors: [Stretch]
  let hasErrors: Bool
  let horizontalTicks: [PlotFrame.Tick]
  let verticalTicks: [PlotFrame.Tick]

  /// Most bands that are drawn.
  private static let greatestBandCount = 400
  /// Standard errors to each side that hold 95 % of a normal distribution.
  private static let errorReach = 1.96

  private typealias Place = (from: Score, to: Score)

  /// Draws a conversion; nil when it has no value at all.
  init?(_ conversion: ConversionFacts) {
    let bands = conversion.bands.atEqualDistances(count: Self.greatestBandCount)
    let pieces: [[Place]]
    var ends: [Place] = []
    switch conversion.kind {
    case .interpolated, .stepped:
      ends = bands.map { ($0.fromLow.score, $0.toLow.score) }
      if let last = bands.last { ends.append((last.fromHigh.score, last.toHigh.score)) }
      pieces =
        conversion.kind == .interpolated
        ? [ends]
        : bands.map {
          [($0.fromLow.score, $0.toLow.score), ($0.fromHigh.score, $0.toHigh.score)]
        }
    case .points:
      pieces = [conversion.points.map { ($0.from.score, $0.to.score) }]
    }
    let places = pieces.flatMap { $0 }
    guard let low = places.map(\.from).min(), let high = places.map(\.from).max(),
      let bottom = places.map(\.to).min(), let top = places.map(\.to).max()
    else { return nil }
    let frame = PlotFrame(
      x: low.pictureValue...high.pictureValue, y: bottom.pictureValue...top.pictureValue)
    stretches = pieces.map { piece in
      Stretch(
        points: piece.map { frame.point($0.from.pictureValue, $0.to.pictureValue) }
          .joined(separator: " "))
    }
    edges = ends.map { from, to in
      Edge(
        x: pictureNumber(frame.horizontal(from.pictureValue)),
        y: pictureNumber(frame.vertical(to.pictureValue)),
        text: "\(from.formatted()) \u{2192} \(to.formatted())")
    }
    errors = Self.errors(conversion.points, frame)
    hasErrors = !errors.isEmpty
    horizontalTicks = frame.ticks(low...high, pieces: 10, isVertical: false)
    verticalTicks = frame.ticks(bottom...top, pieces: 6, isVertical: true)
  }

  /// The error around the line, cut where it leaves the picture.
  private static func errors(_ points: [ConversionFacts.Point], _ frame: PlotFrame) -> [Stretch] {
    points.split { $0.standardError.map { !$0.isFinite } ?? true }.compactMap { piece in
      guard piece.count > 1 else { return nil }
      func side(_ direction: Double) -> [String] {
        piece.map { point in
          let reach = errorReach * (point.standardError ?? 0) * direction
          let value = point.to.score.pictureValue + reach
          return frame.point(
            point.from.score.pictureValue, min(max(value, frame.y.lowerBound), frame.y.upperBound))
        }
      }
      return Stretch(points: (side(1) + side(-1).reversed()).joined(separator: " "))
    }
  }
}

extension PlotFrame {
  /// A corner of a line.
  fileprivate func point(_ x: Double, _ y: Double) -> String {
    pictureNumber(horizontal(x)) + "," + pictureNumber(vertical(y))
  }
}
