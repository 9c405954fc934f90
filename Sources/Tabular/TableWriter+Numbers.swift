import Workbooks

extension TableWriter {
  /// Appends an integer.
  public mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    guard let units = Int64(exactly: number) else {
      // A sheet would change so long a number, and keeps it as text.
      return append(number.description, isIdentifier: isSheet)
    }
    append(units: units, scaleDigits: 0)
  }

  /// Appends a fixed decimal, always with all its digits, as in `80.50`.
  ///
  /// - Parameters:
  ///   - units: The number times ten to the power of `scaleDigits`.
  ///   - scaleDigits: Digits after the point, 0 to 18.
  public mutating func append(units: Int64, scaleDigits: Int) {
    if isSheet {
      return sheet.append(units: units, decimals: max(0, min(18, scaleDigits)))
    }
    var separator = nextSeparator()
    if units < 0 {
      if let separator { output.append(separator) }
      separator = nil
      appendGuard()
      output.append(0x2D)
    }
    let scaleDigits = max(0, min(18, scaleDigits))
    output.append(
      units.magnitude, leastDigits: scaleDigits + 1, scaleDigits: scaleDigits, after: separator)
  }

  /// Appends a number that was written before, where it stands in a table of text only.
  ///
  /// - Parameter shortText: At most seven bytes, the first lowest, and in the highest how many they are.
  /// - Returns: Whether it was appended.
  @inline(__always)
  mutating func append(shortText: UInt64) -> Bool {
    if isSheet { return false }
    output.append(shortText: shortText, after: nextSeparator())
    return true
  }

  /// Appends a day of a year of four digits, as in `2007-02-14`.
  package mutating func append(year: Int, month: Int, day: Int) {
    if isSheet {
      var text = ByteOutput()
      text.append(year: year, month: month, day: day)
      return append(text)
    }
    output.append(year: year, month: month, day: day, after: nextSeparator())
  }

  /// Appends an identifier of digits, with zeros in front.
  ///
  /// - Parameters:
  ///   - identifier: The digits as a number.
  ///   - width: How many digits to write, at least; 1 to 20.
  public mutating func append(identifier: UInt64, width: Int) {
    if isSheet {
      let digits = "\(identifier)"
      return append(
        String(repeating: "0", count: max(0, width - digits.count)) + digits, isIdentifier: true)
    }
    var separator = nextSeparator()
    if style == .spreadsheet {
      if let separator { output.append(separator) }
      separator = nil
      appendGuard()
    }
    output.append(
      identifier, leastDigits: max(1, min(20, width)), scaleDigits: 0, after: separator)
  }
}
