/// The numbers of a lattice as text, written once for a table that holds them again and again.
package struct WrittenNumbers: Sendable {
  /// Digits after the point.
  let scaleDigits: Int
  private let origin: Int64
  private let step: Int64
  /// The characters of each number, the first lowest, and their count in the highest byte; zero for a
  /// number with more than seven, or with a sign.
  private let words: [UInt64]

  /// More numbers are written each time: looking them up would take as long.
  private static let greatestCount = 1 << 16

  /// The numbers `origin`, `origin + step` … in units of ten to the power of `-scaleDigits`.
  ///
  /// - Parameters:
  ///   - origin: The first number.
  ///   - step: The distance between neighbours.
  ///   - count: How many there are; others can be written too.
  ///   - scaleDigits: Digits after the point, 0 to 18.
  package init(origin: Int64, step: Int64, count: Int, scaleDigits: Int) {
    self.origin = origin
    self.step = step
    self.scaleDigits = scaleDigits
    var text = ByteOutput()
    words = (0..<min(count, Self.greatestCount)).map { place in
      let units = origin + Int64(place) * step
      guard units >= 0 else { return 0 }
      text.removeAll()
      text.append(units.magnitude, leastDigits: scaleDigits + 1, scaleDigits: scaleDigits)
      guard text.count <= 7 else { return 0 }
      return text.bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(text.count) << 56
    }
  }

  /// The number at a place in units of its last digit.
  func units(at place: Int) -> Int64 { origin + Int64(place) * step }

  /// The text of the number at a place; nil where it is none of those that were written.
  func word(at place: Int) -> UInt64? {
    guard words.indices.contains(place), words[place] != 0 else { return nil }
    return words[place]
  }
}
