/// Texts of some rows of a column, about to be written: where each stands, and whether it needs quotes.
///
/// Both are found for all of them before the first is written: looking a text up in a pool waits for
/// memory, and so many wait at once.
package struct WrittenTexts: Sendable {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  private let needQuotes: [Bool]

  /// Looks texts up.
  ///
  /// - Parameters:
  ///   - texts: The column.
  ///   - rows: The rows to be written.
  ///   - delimiter: What is going to stand between fields.
  package init(_ texts: PooledTexts, rows: Range<Int>, delimiter: Delimiter) {
    let bytes = texts.bytes
    let ranges = rows.map { texts.range(of: $0) }
    self.bytes = bytes
    self.ranges = ranges
    needQuotes = ranges.map {
      ByteOutput.needsQuotes(bytes.span.extracting($0), delimiter: delimiter.rawValue)
    }
  }

  /// Writes the text of a row, which is counted from the first.
  package func write(_ row: Int, to writer: inout TableWriter) {
    writer.append(bytes.span.extracting(ranges[row]), needsQuotes: needQuotes[row])
  }
}
