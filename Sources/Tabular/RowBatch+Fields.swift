extension RowBatch {
  /// A field's text: without its quotes, doubled quotes made single.
  ///
  /// - Parameters:
  ///   - row: 0 to ``rowCount`` - 1.
  ///   - column: 0 to ``fieldCount(of:)`` - 1.
  /// - Returns: nil if the bytes are not UTF-8.
  public func text(_ row: Int, _ column: Int) -> String? {
    withFieldBytes(row, column) { $0.validText }
  }

  /// A field's text as ``text(_:_:)`` gives it; bytes that are no UTF-8 become U+FFFD.
  public func lossyText(_ row: Int, _ column: Int) -> String {
    withFieldBytes(row, column) { $0.lossyText }
  }

  /// A field as it stands in the file, quotes included; bytes that are no UTF-8 become U+FFFD.
  public func rawText(_ row: Int, _ column: Int) -> String {
    bytes.lossyText(fieldRange(row, column))
  }

  /// Lends a field's text to `body` as UTF-8 bytes, without its quotes.
  ///
  /// Nothing is copied unless quotes stand inside the field.
  ///
  /// - Parameters:
  ///   - row: 0 to ``rowCount`` - 1.
  ///   - column: 0 to ``fieldCount(of:)`` - 1.
  ///   - body: Gets the bytes, which may be no valid UTF-8; the span must not leave it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @inlinable
  public func withFieldBytes<Result, Failure: Error>(
    _ row: Int, _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = fieldRange(row, column)
    guard !range.isEmpty, bytes[range.lowerBound] == 0x22 else {
      return try bytes.withBytes(in: range, body)
    }
    return try withQuotedField(range, body)
  }

  @usableFromInline
  func withQuotedField<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let content = QuotedText.content(bytes, range)
    guard content.needsRewriting else { return try bytes.withBytes(in: content.range, body) }
    return try body(QuotedText.rewritten(bytes, range).span)
  }

  /// The texts of all fields of a row, in order.
  public func texts(of row: Int) -> [String] {
    (0..<fieldCount(of: row)).map { lossyText(row, $0) }
  }
}
