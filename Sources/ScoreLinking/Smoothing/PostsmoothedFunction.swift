import Scores

/// An equipercentile function smoothed by a cubic spline, with straight ends
/// (Kolen & Brennan, ch. 3). Places are in steps of either scale.
struct PostsmoothedFunction {
  private let spline: SmoothingSpline
  private let pointCount: Int
  private let targetCount: Int

  /// Smooths a function over the scores with a percentile rank from 0.5 to 99.5.
  init(
    values: [Double], errors: [Double], ranks: [Double], targetCount: Int, bound: Double
  ) throws(LinkingError) {
    // A rank that is 0.5 or 99.5 is inside, whichever way its sum was rounded; those of up to ten million
    // people lie further apart than the slack.
    let slack = 1e-9
    let inside = ranks.indices.filter { ranks[$0] >= 0.5 - slack && ranks[$0] <= 99.5 + slack }
    guard let first = inside.first, let last = inside.last, last > first else {
      throw LinkingError(.insufficientSample, "Too few scores lie between the extremes.")
    }
    guard
      let spline = SmoothingSpline(
        Array(values[first...last]), errors: Array(errors[first...last]), bound: bound,
        start: first)
    else { throw LinkingError(.notConverged, "The spline has no solution.") }
    self.spline = spline
    pointCount = values.count
    self.targetCount = targetCount
    // Bends inside a segment show between its ends.
    let places = stride(from: Double(first), through: Double(last), by: 0.125).map(value(at:))
    guard zip(places, places.dropFirst()).allSatisfy({ $1 > $0 }),
      let low = places.first, let high = places.last, low > -0.5,
      high < Double(targetCount) - 0.5
    else { throw LinkingError(.notMonotone, "Smooth less.") }
  }

  private var last: Int { spline.start + spline.values.count - 1 }

  /// The value at a place from −½ to points − ½.
  func value(at place: Double) -> Double {
    if place < Double(spline.start) {
      let share = (place + 0.5) / (Double(spline.start) + 0.5)
      return -0.5 + share * (spline.values[0] + 0.5)
    }
    if place > Double(last) {
      let end = Double(targetCount) - 0.5
      let share = (Double(pointCount) - 0.5 - place) / (Double(pointCount) - 0.5 - Double(last))
      return end - share * (end - spline.values[spline.values.count - 1])
    }
    return spline.value(at: place)
  }

  /// The slope at a place.
  func slope(at place: Double) -> Double {
    if place < Double(spline.start) {
      return (spline.values[0] + 0.5) / (Double(spline.start) + 0.5)
    }
    if place > Double(last) {
      let end = Double(targetCount) - 0.5
      return (end - spline.values[spline.values.count - 1])
        / (Double(pointCount) - 0.5 - Double(last))
    }
    return spline.slope(at: place)
  }

  /// How much each rough value from ``start`` on counts in the value at a place.
  func weights(at place: Double) -> [Double] {
    let inside = min(Double(last), max(Double(spline.start), place))
    var share = 1.0
    if place < inside { share = (place + 0.5) / (inside + 0.5) }
    if place > inside {
      share = (Double(pointCount) - 0.5 - place) / (Double(pointCount) - 0.5 - inside)
    }
    return spline.weights(at: inside).map { $0 * share }
  }

  /// The first point that the spline runs over.
  var start: Int { spline.start }

  /// The place with a value from −½ to target points − ½.
  func place(of value: Double) -> Double {
    var (low, high) = (-0.5, Double(pointCount) - 0.5)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if self.value(at: middle) < value { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
