extension RowBatch {
  /// Rows decoded together, so that their bytes are still near for the next column.
  private static let tileLength = 256

  /// Decodes all rows, column by column, without making text of any cell that is none.
  ///
  /// - Parameter forms: What each column holds, in the order of the file. A row with another number
  ///   of fields is a fault.
  /// - Returns: As many values in each column as there are rows; see ``DecodedBatch``.
  /// - Complexity: O(bytes), and O(faults log faults).
  public func decoded(as forms: [FieldForm]) -> DecodedBatch {
    decoded(as: forms, usesBlocks: true)
  }

  /// For tests: `usesBlocks` false decodes every cell on its own.
  package func decoded(as forms: [FieldForm], usesBlocks: Bool) -> DecodedBatch {
    var faults = rowFaults(fieldCount: forms.count)
    let runs = runs(fieldCount: forms.count)
    let kernels = ColumnKernels(self, usesBlocks: usesBlocks)
    var builders = forms.enumerated().map { column, form in
      ColumnBuilder(form, rowCount: rowCount, byteCount: kernels.textByteCount(form, column, runs))
    }
    var odd = [UInt32](repeating: 0, count: Self.tileLength)
    for run in runs {
      for start in stride(from: run.lowerBound, to: run.upperBound, by: Self.tileLength) {
        let tile = start..<min(start + Self.tileLength, run.upperBound)
        for column in builders.indices {
          builders[column].decode(column, tile, kernels, &odd, &faults)
        }
      }
    }
    faults.sort { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
    return DecodedBatch(
      rows: self, columns: builders.map { $0.finished(rowCount: rowCount) }, faults: faults)
  }

  /// Faults of whole rows, at most one a row.
  private func rowFaults(fieldCount: Int) -> [CellFault] {
    var faults: [CellFault] = []
    let checksEncoding = encodingCheck.hasInvalidRows || encodingCheck.hasMisreadRows
    guard index.width == fieldCount && index.strayQuoteRows.isEmpty && !checksEncoding else {
      for row in 0..<rowCount {
        if let reason = rowFault(row, fieldCount: fieldCount, checksEncoding: checksEncoding) {
          faults.append(CellFault(row: row, column: nil, reason: reason))
        }
      }
      return faults
    }
    // A row of delimiters only has at most as many bytes as fields, with the CR of its line end.
    let separators = index.separators
    var start = separators[0] &+ 1
    for row in 0..<rowCount {
      let end = separators[(row + 1) * fieldCount]
      if end &- start <= fieldCount && isBlank(row) {
        faults.append(CellFault(row: row, column: nil, reason: .blank))
      }
      start = end &+ 1
    }
    return faults
  }

  private func rowFault(
    _ row: Int, fieldCount: Int, checksEncoding: Bool
  ) -> CellFault.Reason? {
    if isBlank(row) { return .blank }
    if self.fieldCount(of: row) != fieldCount { return .columns }
    if checksEncoding && !isEncodingValid(row) { return .encoding }
    return hasStrayQuote(row) ? .quote : nil
  }

  /// Consecutive rows that have the right number of fields.
  private func runs(fieldCount: Int) -> [Range<Int>] {
    guard index.width != fieldCount else { return rowCount > 0 ? [0..<rowCount] : [] }
    var runs: [Range<Int>] = []
    var start = 0
    for row in 0...rowCount
    where row == rowCount || self.fieldCount(of: row) != fieldCount {
      if row > start { runs.append(start..<row) }
      start = row + 1
    }
    return runs
  }
}

/// The values of one column while they are decoded.
struct ColumnBuilder {
  let form: FieldForm
  var int32: [Int32] = []
  var int64: [Int64] = []
  var codes: [UInt16] = []
  var textBytes: [UInt8] = []
  var textByteCount = 0
  var textEnds: [UInt32] = []

  init(_ form: FieldForm, rowCount: Int, byteCount: Int) {
    self.form = form
    switch form {
    case .skipped: break
    case .decimal, .date: int32 = Array(repeating: DecodedBatch.missing32, count: rowCount)
    case .integer, .identifier:
      int64 = Array(repeating: DecodedBatch.missing64, count: rowCount)
    case .code: codes = Array(repeating: DecodedBatch.missingCode, count: rowCount)
    case .text:
      textBytes = Array(repeating: 0, count: byteCount + ColumnKernels.textSlack)
      textEnds.reserveCapacity(rowCount)
    }
  }

  /// Decodes the rows of a tile; what the kernels leave is decoded cell by cell.
  mutating func decode(
    _ column: Int, _ tile: Range<Int>, _ kernels: ColumnKernels, _ odd: inout [UInt32],
    _ faults: inout [CellFault]
  ) {
    if case .skipped = form { return }
    if case .text = form {
      copyTexts(column, tile, kernels)
      return
    }
    let count = kernels.decode(&self, column, tile, &odd)
    for place in 0..<count {
      let row = tile.lowerBound + Int(odd[place])
      switch kernels.batch.withFieldBytes(row, column, { CellDecoder.decode($0, as: form) }) {
      case .missing: store(nil, row)
      case .number(let value): store(value, row)
      case .fault(let reason):
        store(nil, row)
        faults.append(CellFault(row: row, column: column, reason: reason))
      }
    }
  }

  private mutating func store(_ value: Int64?, _ row: Int) {
    switch form {
    case .decimal, .date:
      int32[row] = value.map { Int32(truncatingIfNeeded: $0) } ?? DecodedBatch.missing32
    case .integer, .identifier: int64[row] = value ?? DecodedBatch.missing64
    case .code:
      codes[row] = value.map { UInt16(truncatingIfNeeded: $0) } ?? DecodedBatch.missingCode
    case .skipped, .text: break
    }
  }

  private mutating func copyTexts(_ column: Int, _ tile: Range<Int>, _ kernels: ColumnKernels) {
    fillTexts(upTo: tile.lowerBound)
    var row = tile.lowerBound
    while row < tile.upperBound {
      row += kernels.copyTexts(&self, column, row..<tile.upperBound)
      guard row < tile.upperBound else { return }
      let rest = textBytes.count
      var total = textByteCount
      kernels.batch.withFieldBytes(row, column) { field in
        for index in field.indices where total < rest {
          textBytes[total] = field[index]
          total += 1
        }
      }
      textByteCount = total
      textEnds.append(UInt32(truncatingIfNeeded: total))
      row += 1
    }
  }

  /// Empty texts for the rows that were left out.
  private mutating func fillTexts(upTo row: Int) {
    while textEnds.count < row { textEnds.append(UInt32(truncatingIfNeeded: textByteCount)) }
  }

  consuming func finished(rowCount: Int) -> DecodedColumn {
    switch form {
    case .skipped: return .skipped
    case .decimal, .date: return .int32(int32)
    case .integer, .identifier: return .int64(int64)
    case .code: return .codes(codes)
    case .text:
      fillTexts(upTo: rowCount)
      textBytes.removeLast(textBytes.count - textByteCount)
      return .texts(TextColumn(bytes: textBytes, ends: textEnds))
    }
  }
}
