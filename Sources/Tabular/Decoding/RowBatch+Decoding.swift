extension RowBatch {
  /// Decodes all rows, column by column, without making text of any cell that is none.
  ///
  /// - Parameter forms: What each column holds, in the order of the file. A row with fewer fields is
  ///   a fault, and one with more of them unless those are empty.
  /// - Returns: As many values in each column as there are rows; see ``DecodedBatch``.
  /// - Complexity: O(bytes), and O(faults log faults).
  public func decoded(as forms: [FieldForm]) -> DecodedBatch {
    decoded(as: forms, usesBlocks: true)
  }

  /// For tests: `usesBlocks` false decodes every cell on its own.
  package func decoded(as forms: [FieldForm], usesBlocks: Bool) -> DecodedBatch {
    let (values, decoder) = ColumnRoom.fill(forms[...], rowCount: rowCount) { room in
      var decoder = BatchDecoder(self, forms, into: room, at: 0, usesBlocks: usesBlocks)
      decoder.decode()
      return decoder
    }
    let part = DecodedColumns.Part(self, firstRow: 0, decoder)
    return DecodedBatch(
      rows: self,
      columns: DecodedColumns.joined(values, [part], text: source.text),
      faults: decoder.faults)
  }

  /// Faults of whole rows, at most one a row.
  func rowFaults(fieldCount: Int) -> [CellFault] {
    var faults: [CellFault] = []
    let checksEncoding = encodingCheck.hasInvalidRows || encodingCheck.hasMisreadRows
    guard index.width == fieldCount && index.strayQuoteRows.isEmpty && !checksEncoding else {
      for start in stride(from: 0, to: rowCount, by: Self.rowsCheckedTogether) {
        let rows = start..<min(start + Self.rowsCheckedTogether, rowCount)
        let isClean =
          !checksEncoding
          || bytes.isCleanUTF8(
            lineRange(of: rows.lowerBound)
              .lowerBound..<lineRange(of: rows.upperBound - 1).upperBound)
        for row in rows {
          if let reason = rowFault(row, fieldCount: fieldCount, checksEncoding: !isClean) {
            faults.append(CellFault(row: row, column: nil, reason: reason))
          }
        }
      }
      return faults
    }
    // A row of delimiters only has at most as many bytes as fields, with the CR of its line end.
    guard index.shortestRow <= fieldCount else { return faults }
    for row in 0..<rowCount where isBlank(row) {
      faults.append(CellFault(row: row, column: nil, reason: .blank))
    }
    return faults
  }

  /// Rows that are looked at one by one only where one of them is not in the file's encoding.
  private static let rowsCheckedTogether = 64

  private func rowFault(
    _ row: Int, fieldCount: Int, checksEncoding: Bool
  ) -> CellFault.Reason? {
    if isBlank(row) { return .blank }
    if usableWidth(row, fieldCount: fieldCount) == nil { return .columns }
    if checksEncoding && !isEncodingValid(row) { return .encoding }
    return hasStrayQuote(row) ? .quote : nil
  }

  /// How many fields a row has, if those after the wanted ones are empty, as where lines end with
  /// delimiters; otherwise nil.
  private func usableWidth(_ row: Int, fieldCount: Int) -> Int? {
    let width = self.fieldCount(of: row)
    guard width >= fieldCount else { return nil }
    for column in fieldCount..<width where !withFieldBytes(row, column, { $0.isEmpty }) {
      return nil
    }
    return width
  }

  /// Consecutive rows that can be decoded and have equally many fields.
  func runs(fieldCount: Int) -> [Range<Int>] {
    guard index.width != fieldCount else { return rowCount > 0 ? [0..<rowCount] : [] }
    var runs: [Range<Int>] = []
    var width: Int?
    for row in 0..<rowCount {
      let next = usableWidth(row, fieldCount: fieldCount)
      if let next, next == width, let last = runs.popLast() {
        runs.append(last.lowerBound..<row + 1)
      } else if next != nil {
        runs.append(row..<row + 1)
      }
      width = next
    }
    return runs
  }
}
