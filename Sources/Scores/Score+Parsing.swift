extension Score {
  /// Reads a plain decimal: an optional minus, ASCII digits, and optionally the decimal sign
  /// followed by digits.
  ///
  /// Spaces, a plus sign, digit grouping, `.5` and `5.` are refused: what they mean is a question
  /// for the file's dialect, not for arithmetic. Zeros beyond the ninth fraction digit are
  /// harmless and accepted.
  ///
  /// - Parameters:
  ///   - text: The bytes of the number in ASCII.
  ///   - decimalSeparator: The only sign accepted between units and fraction.
  /// - Throws: ``ScoreError`` with code `empty`, `syntax`, `scientific-notation`, `precision` or
  ///   `overflow`.
  /// - Complexity: O(bytes), no allocation.
  @inlinable
  public init(
    parsing text: some Collection<UInt8>, decimalSeparator: DecimalSeparator = .point
  ) throws(ScoreError) {
    var parser = DecimalParser(separator: decimalSeparator.byte)
    for byte in text { try parser.consume(byte) }
    self = try parser.finish()
  }

  /// Reads a plain decimal from a span of bytes, by the rules of the collection form.
  ///
  /// - Parameters:
  ///   - text: The bytes of the number in ASCII.
  ///   - decimalSeparator: The only sign accepted between units and fraction.
  /// - Throws: ``ScoreError`` as the collection form.
  /// - Complexity: O(bytes), no allocation.
  @inlinable
  public init(
    parsing text: borrowing Span<UInt8>, decimalSeparator: DecimalSeparator = .point
  ) throws(ScoreError) {
    var parser = DecimalParser(separator: decimalSeparator.byte)
    for index in text.indices { try parser.consume(text[index]) }
    self = try parser.finish()
  }

  /// The score nearest to a plain decimal, which may have any number of fraction digits; of two, the one
  /// farther from zero.
  ///
  /// - Parameters:
  ///   - text: The number.
  ///   - decimalSeparator: The only sign accepted between units and fraction.
  /// - Throws: ``ScoreError`` as the collection form, but for `precision`.
  /// - Complexity: O(bytes).
  public init(
    nearest text: some StringProtocol, decimalSeparator: DecimalSeparator = .point
  ) throws(ScoreError) {
    let bytes = text.utf8
    guard let sign = bytes.firstIndex(of: decimalSeparator.byte),
      let end = bytes.index(sign, offsetBy: 10, limitedBy: bytes.endIndex), end < bytes.endIndex,
      bytes[end...].allSatisfy({ 0x30...0x39 ~= $0 })
    else {
      try self.init(parsing: bytes, decimalSeparator: decimalSeparator)
      return
    }
    let cut = try Score(parsing: bytes[..<end], decimalSeparator: decimalSeparator)
    guard bytes[end] >= 0x35 else {
      self = cut
      return
    }
    let unit = Score(billionths: bytes.first == 0x2D ? -1 : 1)
    self = try cut.adding(unit)
  }

  /// Reads a plain decimal from a string, by the rules of the collection form.
  ///
  /// - Parameters:
  ///   - text: The number.
  ///   - decimalSeparator: The only sign accepted between units and fraction.
  /// - Throws: ``ScoreError`` as the collection form.
  /// - Complexity: O(bytes).
  public init(
    parsing text: some StringProtocol, decimalSeparator: DecimalSeparator = .point
  ) throws(ScoreError) {
    try self.init(parsing: text.utf8, decimalSeparator: decimalSeparator)
  }
}
