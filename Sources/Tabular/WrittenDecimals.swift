/// Decimals at even steps, as the scores of a scale are, each of them written once.
///
/// A score stands in many rows; its text, of at most seven bytes, lies in one word with its length in
/// the highest byte. Decimals of more bytes, or beyond the first 65,536, are written anew each time.
package struct WrittenDecimals: Sendable {
  private let origin: Int64
  private let unitsPerStep: Int64
  private let scaleDigits: Int
  private let words: [UInt64]

  /// Writes decimals.
  ///
  /// - Parameters:
  ///   - count: How many steps are expected; others can be written too.
  ///   - origin: The decimal at step 0, times ten to the power of `scaleDigits`.
  ///   - unitsPerStep: How much a step is, in the same units.
  ///   - scaleDigits: Digits after the point, 0 to 18.
  package init(count: Int, origin: Int64, unitsPerStep: Int64, scaleDigits: Int) {
    self.origin = origin
    self.unitsPerStep = unitsPerStep
    self.scaleDigits = scaleDigits
    var words: [UInt64] = []
    for step in 0..<max(0, min(count, 1 << 16)) {
      let units = origin + Int64(step) * unitsPerStep
      guard units >= 0, let word = Self.word(of: units.magnitude, scaleDigits) else { break }
      words.append(word)
    }
    self.words = words
  }

  /// The text of a decimal in one word; nil where it takes more than seven bytes.
  private static func word(of units: UInt64, _ scaleDigits: Int) -> UInt64? {
    var (rest, digits) = (units, 0)
    var (word, count): (UInt64, UInt64) = (0, 0)
    func prepend(_ byte: UInt64) {
      word = word << 8 | byte
      count += 1
    }
    repeat {
      if digits == scaleDigits && digits > 0 { prepend(0x2E) }
      prepend(0x30 + rest % 10)
      rest /= 10
      digits += 1
      if count > 7 { return nil }
    } while rest > 0 || digits <= scaleDigits
    return word | count << 56
  }

  /// Writes the decimal of a step into a cell.
  package func write(_ step: Int, to writer: inout TableWriter) {
    if step >= 0, step < words.count, writer.append(shortText: words[step]) { return }
    writer.append(units: origin + Int64(step) * unitsPerStep, scaleDigits: scaleDigits)
  }
}
