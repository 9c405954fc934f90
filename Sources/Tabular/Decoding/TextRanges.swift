/// Many texts of one file, as the places where they stand in it: 6 bytes a text, and no copy.
///
/// It keeps the file mapped. Reading a text may therefore bring pages of the file back into memory.
public struct TextRanges: Sendable {
  /// Set in a length where the text is quoted and quotes stand inside it.
  static let quoted: UInt16 = 0x8000
  /// Instead of a length: it stands in `longLengths`.
  static let long: UInt16 = 0x7FFF

  /// The file's text as UTF-8.
  private let text: ByteWindow
  /// Low 32 bits of the place where each text begins.
  private let starts: [UInt32]
  private let lengths: [UInt16]
  private let longLengths: [Int: Int]
  /// For each multiple of 4 GiB, the first row whose text begins at or after it.
  private let crossings: [Int]

  init(
    in text: ByteWindow, starts: [UInt32], lengths: [UInt16], longLengths: [Int: Int],
    crossings: [Int]
  ) {
    self.text = text
    self.starts = starts
    self.lengths = lengths
    self.longLengths = longLengths
    self.crossings = crossings
  }

  /// The rows at which the places of a column reach another 4 GiB.
  ///
  /// - Parameters:
  ///   - starts: Low 32 bits of the places, which grow from row to row.
  ///   - parts: Where the bytes of consecutive rows begin and end, and their first row.
  /// - Returns: For each multiple of 4 GiB, the first row whose text begins at or after it.
  static func crossings(
    _ starts: [UInt32], _ parts: [(bytes: Range<Int>, firstRow: Int)]
  ) -> [Int] {
    var crossings: [Int] = []
    for part in parts {
      while crossings.count < part.bytes.lowerBound >> 32 { crossings.append(part.firstRow) }
      guard part.bytes.upperBound >> 32 > crossings.count else { continue }
      let base = UInt32(truncatingIfNeeded: part.bytes.lowerBound)
      if let row = starts[part.firstRow...].firstIndex(where: { $0 < base }) {
        crossings.append(row)
      }
    }
    return crossings
  }

  /// How many texts there are.
  public var count: Int { starts.count }

  /// The text at an index in `0..<count`; what is not UTF-8 becomes U+FFFD.
  public subscript(index: Int) -> String { withBytes(at: index) { $0.lossyText } }

  /// Lends the bytes of the text at an index in `0..<count`, without its quotes; the span must not
  /// leave `body`.
  public func withBytes<Result, Failure: Error>(
    at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let stored = lengths[index]
    let length =
      stored & Self.long == Self.long
      ? longLengths[index] ?? 0 : Int(stored & Self.long)
    guard length > 0 else { return try text.withBytes(in: 0..<0, body) }
    let start = Int(starts[index]) + crossings.count { $0 <= index } << 32
    let range = start..<start + length
    guard stored & Self.quoted != 0 else { return try text.withBytes(in: range, body) }
    return try body(QuotedText.rewritten(text, range).span)
  }

  /// Copies the texts of some rows to the end of a column.
  ///
  /// - Complexity: O(bytes).
  public func append(_ rows: Range<Int>, to column: inout TextColumn) {
    for row in rows { withBytes(at: row) { column.append($0) } }
  }
}
