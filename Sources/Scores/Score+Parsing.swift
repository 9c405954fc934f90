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
  /// - Throws: ``ScoreError`` with code `empty`, `syntax`, `scientific_notation`, `precision` or
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
