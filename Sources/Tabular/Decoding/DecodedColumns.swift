/// Puts together what the batches of a file were decoded to.
enum DecodedColumns {
  /// What one batch adds to the values that stand in the columns already.
  struct Part: Sendable {
    let firstRow: Int
    let rowCount: Int
    /// Where its bytes are in the file's text.
    let bytes: Range<Int>
    let texts: [TextArena?]
    let longLengths: [BatchDecoder.LongLength]
    let faults: [CellFault]

    init(_ batch: RowBatch, firstRow: Int, _ decoder: BatchDecoder) {
      self.firstRow = firstRow
      rowCount = batch.rowCount
      bytes = batch.textOffset..<batch.textOffset + batch.bytes.count
      texts = decoder.texts
      longLengths = decoder.longLengths
      faults = decoder.faults
    }
  }

  static func joined(
    _ values: [ColumnRoom.Values], _ parts: [Part], text: ByteWindow
  ) -> [DecodedColumn] {
    values.enumerated().map { column, values in
      switch values {
      case .none: texts(column, parts)
      case .int16(let values): .int16(values)
      case .int32(let values): .int32(values)
      case .int64(let values): .int64(values)
      case .codes(let values): .codes(values)
      case .ranges(let starts, let lengths):
        .ranges(
          TextRanges(
            in: text, starts: starts, lengths: lengths,
            longLengths: longLengths(column, parts),
            crossings: TextRanges.crossings(
              starts, parts.map { (bytes: $0.bytes, firstRow: $0.firstRow) })))
      }
    }
  }

  private static func texts(_ column: Int, _ parts: [Part]) -> DecodedColumn {
    let columns = parts.compactMap { part in
      part.texts[column]?.finished(rowCount: part.rowCount)
    }
    guard !columns.isEmpty else { return .skipped }
    return .texts(columns.count == 1 ? columns[0] : TextColumn(concatenating: columns))
  }

  private static func longLengths(_ column: Int, _ parts: [Part]) -> [Int: Int] {
    var lengths: [Int: Int] = [:]
    for part in parts {
      for long in part.longLengths where long.column == column { lengths[long.row] = long.length }
    }
    return lengths
  }
}
