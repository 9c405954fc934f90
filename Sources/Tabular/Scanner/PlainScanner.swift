/// The reference scanner: one byte after the other, and the rules of quoting in one place.
///
/// RFC 4180, and for what it does not cover:
/// - a quote opens a quoted field only as the field's first byte, elsewhere it is text;
/// - after the closing quote, text up to the next delimiter belongs to the field;
/// - a quote that is never closed, or that is closed in the middle of text some lines further
///   down, opens nothing: it is text, so that one forgotten quote spoils one row only.
/// In the last three cases the record is flagged.
struct PlainScanner {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  let bytes: ByteWindow
  let delimiter: UInt8

  init(_ bytes: ByteWindow, delimiter: Delimiter) {
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
  }

  /// What was seen besides the ends of fields.
  struct Record {
    /// Where the next record begins.
    var next: Int
    /// Whether a quote stands where none may.
    var hasStrayQuote = false
    /// Whether a field is quoted.
    var hasQuotedField = false
  }

  /// Reads the record that begins at `start`, before the end of the bytes, and calls `fieldEnd` with
  /// the place after each field's last byte.
  func record(at start: Int, fieldEnd: (Int) -> Void) -> Record {
    var record = Record(next: bytes.count)
    var index = start
    while true {
      index = field(at: index, &record)
      fieldEnd(index)
      guard index < bytes.count else { return record }
      let byte = bytes[unchecked: index]
      index += 1
      if byte == delimiter { continue }
      let isPair =
        byte == Self.carriageReturn && index < bytes.count
        && bytes[unchecked: index] == Self.lineFeed
      record.next = isPair ? index + 1 : index
      return record
    }
  }

  /// The place after the field that begins at `start`.
  private func field(at start: Int, _ record: inout Record) -> Int {
    guard start < bytes.count, bytes[unchecked: start] == Self.quote else {
      return text(at: start, &record)
    }
    switch closing(ofQuoteAt: start) {
    case .closed(let end):
      record.hasQuotedField = true
      return end
    case .textFollows(let end):
      record.hasQuotedField = true
      record.hasStrayQuote = true
      return text(at: end, &record)
    case .opensNothing:
      record.hasStrayQuote = true
      return text(at: start + 1, &record)
    }
  }

  /// Text up to a delimiter or line end.
  private func text(at start: Int, _ record: inout Record) -> Int {
    var index = start
    while index < bytes.count && !isSeparator(bytes[unchecked: index]) {
      if bytes[unchecked: index] == Self.quote { record.hasStrayQuote = true }
      index += 1
    }
    return index
  }

  enum Closing {
    /// The field ends properly, at this place.
    case closed(Int)
    /// The quote is closed and text follows from this place on.
    case textFollows(Int)
    /// The quote is text.
    case opensNothing
  }

  private func closing(ofQuoteAt start: Int) -> Closing {
    var index = start + 1
    var hasLineEnd = false
    while index < bytes.count {
      let byte = bytes[unchecked: index]
      index += 1
      if byte == Self.lineFeed || byte == Self.carriageReturn { hasLineEnd = true }
      guard byte == Self.quote else { continue }
      if index < bytes.count && bytes[unchecked: index] == Self.quote {
        index += 1
      } else if index == bytes.count || isSeparator(bytes[unchecked: index]) {
        return .closed(index)
      } else {
        return hasLineEnd ? .opensNothing : .textFollows(index)
      }
    }
    return .opensNothing
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }
}
