/// Two or three shares of one whole as stretches of a bar. They differ by pattern, not by colour
/// alone: full, hatched, empty.
struct ShareBar {
  /// One stretch.
  struct Stretch {
    let x: String
    let width: String
    let pattern: String
  }

  let stretches: [Stretch]

  /// The width of the whole bar in the units of the picture.
  static let width = 480.0

  init(_ counts: [Int]) {
    let whole = counts.reduce(0, +)
    var stretches: [Stretch] = []
    var before = 0
    for (count, pattern) in zip(counts, ["full", "hatched", "empty"]) where count > 0 {
      let start = Double(before) / Double(whole) * Self.width
      before += count
      let end = Double(before) / Double(whole) * Self.width
      stretches.append(
        Stretch(
          x: pictureNumber(start), width: pictureNumber(end - start), pattern: pattern))
    }
    self.stretches = stretches
  }
}
