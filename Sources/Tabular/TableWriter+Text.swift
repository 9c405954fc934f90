import Workbooks

extension TableWriter {
  /// Appends text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: String, isIdentifier: Bool = false) {
    append(text.utf8Span.span, isIdentifier: isIdentifier)
  }

  /// Appends text given as UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - text: Any bytes; they are not checked.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  public mutating func append(_ text: Span<UInt8>, isIdentifier: Bool = false) {
    if isSheet { return sheet.append(text, isIdentifier: isIdentifier) }
    guard !text.isEmpty else { return beginField() }
    if ByteOutput.needsQuotes(text, delimiter: delimiter.rawValue) {
      return appendQuoted(text, isGuarded: isIdentifier || Self.startsFormula(text[0]))
    }
    if style == .spreadsheet, isIdentifier || Self.startsFormula(text[0]) {
      beginField()
      appendGuard()
      output.append(text)
      return
    }
    if fieldsInRow > 0 { output.append(delimiter.rawValue, text) } else { output.append(text) }
    fieldsInRow += 1
  }

  /// Appends one of the texts that were looked at before.
  mutating func append(_ text: Span<UInt8>, needsQuotes: Bool) {
    if needsQuotes || style != .plain || isSheet { return append(text) }
    if let separator = nextSeparator() {
      output.append(separator, text)
    } else {
      output.append(text)
    }
  }

  /// Appends text made of pieces.
  package mutating func append(_ text: ByteOutput) {
    text.withText { append($0) }
  }

  /// Appends text given in two pieces, as UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - head: Any bytes.
  ///   - tail: What stands behind them.
  ///   - isIdentifier: Whether a spreadsheet must not take it for a number, however it looks.
  package mutating func append(
    _ head: Span<UInt8>, _ tail: Span<UInt8>, isIdentifier: Bool = false
  ) {
    let isPlain =
      style == .plain && !isSheet && fieldsInRow > 0
      && !ByteOutput.needsQuotes(head, delimiter: delimiter.rawValue)
      && !ByteOutput.needsQuotes(tail, delimiter: delimiter.rawValue)
    guard isPlain else {
      var whole = ByteOutput()
      whole.append(head)
      whole.append(tail)
      return whole.withText { append($0, isIdentifier: isIdentifier) }
    }
    output.append(delimiter.rawValue, head)
    output.append(tail)
    fieldsInRow += 1
  }

  private mutating func appendQuoted(_ text: Span<UInt8>, isGuarded: Bool) {
    beginField()
    output.append(PlainScanner.quote)
    if isGuarded { appendGuard() }
    var start = 0
    while start < text.count {
      let place = ByteOutput.firstPlace(of: PlainScanner.quote, in: text, from: start)
      let end = min(place + 1, text.count)
      output.append(text.extracting(start..<end))
      if place < text.count { output.append(PlainScanner.quote) }
      start = end
    }
    output.append(PlainScanner.quote)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  /// Appends fields that were written before.
  package mutating func append(_ fields: WrittenFields) {
    guard style == .plain, delimiter == .comma, !isSheet else {
      for (text, isIdentifier) in zip(fields.texts, fields.areIdentifiers) {
        append(text, isIdentifier: isIdentifier)
      }
      return
    }
    if fieldsInRow > 0 { output.append(delimiter.rawValue) }
    output.append(contentsOf: fields.plain)
    fieldsInRow += fields.texts.count
  }
}
