public import Parallel

/// All rows of a file, decoded column by column into one array a column.
///
/// Cells and rows that could not be decoded are among the rows, as in ``DecodedBatch``.
public struct DecodedTable: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  /// The columns in the order of the forms.
  public let columns: [DecodedColumn]
  /// What could not be decoded, by row of the table, faults of the whole row first, then by column.
  public let faults: [CellFault]
  /// How many records stand before the first row.
  private let afterRecord: Int

  init(rowCount: Int, columns: [DecodedColumn], faults: [CellFault], afterRecord: Int) {
    self.rowCount = rowCount
    self.columns = columns
    self.faults = faults
    self.afterRecord = afterRecord
  }

  /// The row's number in the file as a spreadsheet counts; see ``RowBatch/recordNumber(of:)``.
  public func recordNumber(of row: Int) -> Int { afterRecord + row + 1 }
}

extension TableFile {
  /// Decodes all rows of the file concurrently, without copying any value a second time.
  ///
  /// Take ``FieldForm/textRange`` for texts and ``FieldForm/shortDecimal(scaleDigits:sign:)`` for
  /// scores where memory counts. For a file larger than memory use
  /// ``forEachBatch(afterRecord:plan:targetByteCount:batchesAhead:transform:consume:)``.
  ///
  /// - Parameters:
  ///   - forms: What each column holds, as in ``RowBatch/decoded(as:)``.
  ///   - afterRecord: How many records to leave out at the beginning: title lines and headings.
  ///   - plan: How many threads may work; the result is the same for every number.
  /// - Returns: As many values in each column as there are records after the ones left out.
  /// - Complexity: O(bytes), and O(faults log faults).
  public func decoded(
    as forms: [FieldForm], afterRecord: Int = 0, plan: WorkPlan = .allCores
  ) -> DecodedTable {
    let rowCount = max(0, recordCount - afterRecord)
    let (values, parts) = ColumnRoom.fill(forms[...], rowCount: rowCount) { room in
      mapBatches(afterRecord: afterRecord, plan: plan) { batch in
        let firstRow = batch.recordNumber(of: 0) - 1 - afterRecord
        var decoder = BatchDecoder(batch, forms, into: room, at: firstRow, usesBlocks: true)
        decoder.decode()
        return DecodedColumns.Part(batch, firstRow: firstRow, decoder)
      }
    }
    precondition(parts.reduce(0) { $0 + $1.rowCount } == rowCount, "every row is in one batch")
    let faults = parts.flatMap { part in
      part.faults.map {
        CellFault(row: $0.row + part.firstRow, column: $0.column, reason: $0.reason)
      }
    }
    return DecodedTable(
      rowCount: rowCount, columns: DecodedColumns.joined(values, parts, text: source.text),
      faults: faults, afterRecord: afterRecord)
  }
}
