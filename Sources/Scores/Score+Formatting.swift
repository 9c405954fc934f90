extension Score: CustomStringConvertible {
  /// The score with the fewest digits that are exact.
  public var description: String { formatted() }

  /// The score as a decimal with a point, in ASCII digits, whatever the locale.
  ///
  /// - Parameter decimals: Digits after the point; `nil` means as few as are exact. A score that
  ///   needs more digits than asked for shows all of them, for printing never rounds.
  /// - Returns: For example `27.68`, `27.680` for three decimals, `-0.5`, `30`.
  public func formatted(decimals: Int? = nil) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what ``formatted(decimals:)`` gives, for writers that fill one buffer.
  ///
  /// - Parameters:
  ///   - bytes: The buffer, which gets ASCII.
  ///   - decimals: As for ``formatted(decimals:)``.
  /// - Complexity: O(digits).
  public func append(to bytes: inout [UInt8], decimals: Int? = nil) {
    let count = max(0, decimals ?? 0, fractionDigitCount)
    let (whole, fraction) = billionths.magnitude.quotientAndRemainder(
      dividingBy: UInt64(Self.billionthsPerPoint))
    if billionths < 0 { bytes.append(0x2D) }
    var unit: UInt64 = 1
    while unit <= whole / 10 { unit *= 10 }
    var rest = whole
    while unit > 0 {
      bytes.append(0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
    if count == 0 { return }
    bytes.append(0x2E)
    unit = 100_000_000
    rest = fraction
    for _ in 0..<count {
      let digit = unit == 0 ? 0 : rest / unit
      bytes.append(0x30 + UInt8(digit))
      rest -= digit * unit
      unit /= 10
    }
  }

  /// The fewest digits after the point that show the score exactly: 0...9.
  public var fractionDigitCount: Int {
    var count = 9
    var rest = billionths
    while count > 0, rest.isMultiple(of: 10) {
      rest /= 10
      count -= 1
    }
    return count
  }
}
