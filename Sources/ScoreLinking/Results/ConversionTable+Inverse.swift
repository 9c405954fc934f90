import Parallel
import Scores

/// Where a value lies among the rising values of neighbouring places.
struct InversePlace {
  /// The place, counted from 0; between two places a fraction.
  let place: Double
  /// The places around it, the same one twice on a place or at an end.
  let neighbours: (low: Int, high: Int)
  /// Whether some place has the value; otherwise the place is the nearest end.
  let isInside: Bool

  /// Finds a value on straight lines between neighbouring places; of several places the middle.
  init(of value: Double, count: Int, values: (Int) -> Double) {
    let low = (0..<count).partitionPoint { values($0) < value }
    let high = (0..<count).partitionPoint { values($0) <= value }
    if low < high {
      place = Double(low + high - 1) / 2
      neighbours = (low, high - 1)
      isInside = true
    } else if low > 0, low < count {
      let share = (value - values(low - 1)) / (values(low) - values(low - 1))
      place = Double(low - 1) + share
      neighbours = (low - 1, low)
      isInside = true
    } else {
      let end = low == 0 ? 0 : count - 1
      place = Double(end)
      neighbours = (end, end)
      isInside = false
    }
  }
}

extension EquatingFunction {
  /// The source place in points that has a value, on straight lines between neighbouring points.
  ///
  /// - Parameter value: Points of the target scale.
  /// - Returns: Points of the source scale, from its minimum to its maximum; of several places the
  ///   middle.
  /// - Throws: ``LinkingError`` with code `outside` when no source point has such a value.
  /// - Complexity: O(log points).
  public func inverse(of value: Double) throws(LinkingError) -> Double {
    let found = InversePlace(of: value, count: values.count) { values[$0] }
    guard found.isInside else {
      throw LinkingError(
        .outside, "The values run from \(values[0]) to \(values[values.count - 1]).")
    }
    return sourceScale.points(at: found.place)
  }
}

extension ConversionTable {
  /// A place between two lines of a table.
  struct Place {
    /// Points of the source scale.
    let points: Double
    /// Whether some line, or the straight line between two, has the value.
    let isInside: Bool
    /// How many points of the source a point of the value is worth here; nil where values stand
    /// still.
    let pointsPerValue: Double?
    /// The greater standard error of the lines around, in points of the value.
    let standardError: Double?
    /// The graver flag of the lines around.
    let flag: Flag
  }

  /// Where the unrounded values of the lines have a value.
  ///
  /// - Complexity: O(log lines).
  func place(of value: Double) -> Place {
    let found = InversePlace(of: value, count: entries.count) { entries[$0].to.number }
    let (low, high) = (entries[found.neighbours.low], entries[found.neighbours.high])
    let (start, end) = (Double(low.from), Double(high.from))
    let share =
      found.neighbours.low == found.neighbours.high
      ? 0.5
      : (found.place - Double(found.neighbours.low))
        / Double(found.neighbours.high - found.neighbours.low)
    // On a line itself the slope is that of its neighbours on either side.
    let left = entries[max(0, Int(found.place.rounded(.up)) - 1)]
    let right = entries[min(entries.count - 1, Int(found.place.rounded(.down)) + 1)]
    let rise = right.to.number - left.to.number
    let errors = [low.standardError, high.standardError].compactMap { $0?.number }
    return Place(
      points: start + share * (end - start), isInside: found.isInside,
      pointsPerValue: rise > 0 ? (Double(right.from) - Double(left.from)) / rise : nil,
      standardError: errors.count == 2 ? max(errors[0], errors[1]) : nil,
      flag: low.flag == .interpolated ? high.flag : low.flag)
  }
}
