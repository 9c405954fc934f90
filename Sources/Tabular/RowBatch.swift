/// Consecutive records of one file, with the places of their fields.
///
/// It keeps the file's bytes alive and copies none; text is made when asked for. Rows and columns
/// are counted from 0.
public struct RowBatch: Sendable {
  /// The records' bytes as UTF-8, from the first record to the end of the last one's line end.
  @usableFromInline let bytes: ByteWindow
  /// Where the fields are.
  @usableFromInline let index: FieldIndex
  /// Number of the first row as a spreadsheet counts.
  let firstRecordNumber: Int
  /// Where `bytes` begins in the text.
  let textOffset: Int
  let source: TranscodedText
  /// What rows outside the encoding look like in this file.
  let encodingCheck: EncodingCheck
  /// Whether some rows of the file end with CR LF.
  let mayEndInPairs: Bool

  /// How many rows there are.
  @inlinable public var rowCount: Int { index.rowCount }

  /// The row's number in the file as a spreadsheet counts: 1 is the first record, a heading or title
  /// line too; a record with a line end inside a quoted field is one row.
  public func recordNumber(of row: Int) -> Int { firstRecordNumber + row }

  /// How many fields the row has; at least 1.
  @inlinable public func fieldCount(of row: Int) -> Int {
    index.firstField(of: row + 1) - index.firstField(of: row)
  }

  /// Whether every field of the row is empty: an empty line, or delimiters only.
  public func isBlank(_ row: Int) -> Bool {
    lineRange(of: row).count == fieldCount(of: row) - 1
  }

  /// Whether the row's bytes make sense in the file's encoding.
  public func isEncodingValid(_ row: Int) -> Bool {
    encodingCheck.accepts(bytes, in: lineRange(of: row))
  }

  /// Whether a quote stands where none may: inside text, after a closing quote, or never closed.
  public func hasStrayQuote(_ row: Int) -> Bool { index.hasStrayQuote(row) }

  /// Where the row begins in the file, in bytes of the file as it is, whatever its encoding.
  ///
  /// - Complexity: O(1) for UTF-8; a walk over at most 32 KiB otherwise.
  public func byteOffset(of row: Int) -> Int {
    source.originalOffset(of: textOffset + lineRange(of: row).lowerBound)
  }

  /// Where a field begins in the file, in bytes of the file as it is.
  public func byteOffset(of row: Int, column: Int) -> Int {
    source.originalOffset(of: textOffset + fieldRange(row, column).lowerBound)
  }

  /// The record as it stands in the file, without its line end; bytes that are no UTF-8 are shown as
  /// U+FFFD.
  public func line(of row: Int) -> String { bytes.lossyText(lineRange(of: row)) }

  func lineRange(of row: Int) -> Range<Int> {
    let last = fieldCount(of: row) - 1
    return fieldRange(row, 0).lowerBound..<fieldRange(row, last).upperBound
  }

  @usableFromInline
  func fieldRange(_ row: Int, _ column: Int) -> Range<Int> {
    let field = index.firstField(of: row) + column
    let isLast = field + 1 == index.firstField(of: row + 1)
    precondition(
      column >= 0 && field < index.firstField(of: row + 1), "no such column in this row")
    let start = index.start(of: field)
    let end = index.end(of: field)
    let hasPair =
      isLast && end > start && end < bytes.count
      && bytes[unchecked: end] == PlainScanner.lineFeed
      && bytes[unchecked: end - 1] == PlainScanner.carriageReturn
    return start..<(hasPair ? end - 1 : end)
  }
}
