extension TableWriter {
  /// Appends an integer.
  public mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    append(units: Int64(clamping: number), scaleDigits: 0)
  }

  /// Appends a fixed decimal, always with all its digits, as in `80.50`.
  ///
  /// - Parameters:
  ///   - units: The number times ten to the power of `scaleDigits`.
  ///   - scaleDigits: Digits after the point, 0 to 18.
  public mutating func append(units: Int64, scaleDigits: Int) {
    beginField()
    var rest = units.magnitude
    var digits = InlineArray<24, UInt8>(repeating: 0)
    var start = digits.count
    var written = 0
    repeat {
      if written == scaleDigits && scaleDigits > 0 {
        start -= 1
        digits[start] = 0x2E
      }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start -= 1
      digits[start] = 0x30 + UInt8(truncatingIfNeeded: digit)
      rest = quotient
      written += 1
    } while rest > 0 || written <= scaleDigits
    if units < 0 {
      if style == .spreadsheet { Self.guardBytes.forEach { appendRaw($0) } }
      appendRaw(0x2D)
    }
    for index in start..<digits.count { appendRaw(digits[index]) }
  }

  /// Appends an identifier of digits, with zeros in front.
  ///
  /// - Parameters:
  ///   - identifier: The digits as a number.
  ///   - width: How many digits to write, at least; 1 to 20.
  public mutating func append(identifier: UInt64, width: Int) {
    beginField()
    if style == .spreadsheet { Self.guardBytes.forEach { appendRaw($0) } }
    var divisor: UInt64 = 1
    for _ in 1..<max(1, min(20, width)) { divisor *= 10 }
    while divisor <= identifier / 10 { divisor *= 10 }
    while divisor > 0 {
      appendRaw(0x30 + UInt8(truncatingIfNeeded: identifier / divisor % 10))
      divisor /= 10
    }
  }
}
