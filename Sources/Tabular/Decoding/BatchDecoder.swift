/// Decodes the rows of one batch into their places in some columns.
struct BatchDecoder {
  private let batch: RowBatch
  private let forms: [FieldForm]
  /// The columns that are not skipped: of a wide sheet few are.
  private let kept: [Int]
  private let room: ColumnRoom
  /// The place of the batch's first row in the columns.
  private let firstRow: Int
  private let kernels: ColumnKernels
  private var odd: [UInt32]

  /// What could not be decoded; rows are counted in the batch.
  private(set) var faults: [CellFault] = []
  /// The texts of each column that copies them.
  private(set) var texts: [TextArena?]
  /// Lengths that are too great for a range, by column and row of the columns.
  private(set) var longLengths: [LongLength] = []

  struct LongLength {
    let column: Int
    let row: Int
    let length: Int
  }

  /// Rows decoded together, so that their bytes are still in a core's nearest cache for the next
  /// column.
  private static let tileLength = 256

  init(
    _ batch: RowBatch, _ forms: [FieldForm], into room: ColumnRoom, at firstRow: Int,
    usesBlocks: Bool
  ) {
    precondition(firstRow >= 0 && firstRow + batch.rowCount <= room.rowCount)
    self.batch = batch
    self.forms = forms
    kept = forms.indices.filter { column in
      if case .skipped = forms[column] { return false }
      return true
    }
    self.room = room
    self.firstRow = firstRow
    kernels = ColumnKernels(batch, room: room, firstRow: firstRow, usesBlocks: usesBlocks)
    odd = Array(repeating: 0, count: Self.tileLength)
    texts = []
  }

  mutating func decode() {
    faults = batch.rowFaults(fieldCount: forms.count)
    let runs = batch.runs(fieldCount: forms.count)
    texts = forms.enumerated().map { column, form in
      guard case .text = form else { return nil }
      return TextArena(byteCount: kernels.textByteCount(column, runs))
    }
    var next = 0
    for run in runs {
      for row in next..<run.lowerBound { leaveOut(row) }
      for start in stride(from: run.lowerBound, to: run.upperBound, by: Self.tileLength) {
        let tile = start..<min(start + Self.tileLength, run.upperBound)
        for column in kept { decode(tile, column) }
      }
      next = run.upperBound
    }
    for row in next..<batch.rowCount { leaveOut(row) }
    faults.sort { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
  }

  /// A row with too few or too many fields has no value anywhere.
  private mutating func leaveOut(_ row: Int) {
    let start = UInt32(truncatingIfNeeded: batch.textOffset + batch.lineRange(of: row).lowerBound)
    for column in kept {
      if case .textRange = forms[column] {
        room.store(start: start, length: 0, row: firstRow + row, column: column)
      } else {
        room.store(nil, row: firstRow + row, column: column)
      }
    }
  }

  private mutating func decode(_ tile: Range<Int>, _ column: Int) {
    switch forms[column] {
    case .skipped: break
    case .text: copyTexts(tile, column)
    default:
      for place in 0..<kernels.decode(forms[column], column, tile, &odd) {
        decodeCell(tile.lowerBound + Int(odd[place]), column)
      }
    }
  }

  private mutating func decodeCell(_ row: Int, _ column: Int) {
    if case .textRange = forms[column] { return storeRange(row, column) }
    switch batch.withFieldBytes(row, column, { CellDecoder.decode($0, as: forms[column]) }) {
    case .missing: room.store(nil, row: firstRow + row, column: column)
    case .number(let value): room.store(value, row: firstRow + row, column: column)
    case .fault(let reason):
      room.store(nil, row: firstRow + row, column: column)
      faults.append(CellFault(row: row, column: column, reason: reason))
    }
  }

  private mutating func storeRange(_ row: Int, _ column: Int) {
    let content = QuotedText.content(batch.bytes, batch.fieldRange(row, column))
    var length = TextRanges.long
    if content.range.count < Int(TextRanges.long) {
      length = UInt16(truncatingIfNeeded: content.range.count)
    } else {
      longLengths.append(
        LongLength(column: column, row: firstRow + row, length: content.range.count))
    }
    room.store(
      start: UInt32(truncatingIfNeeded: batch.textOffset + content.range.lowerBound),
      length: content.needsRewriting ? length | TextRanges.quoted : length,
      row: firstRow + row, column: column)
  }

  private mutating func copyTexts(_ tile: Range<Int>, _ column: Int) {
    guard var arena = texts[column] else { return }
    texts[column] = nil
    arena.fill(upTo: tile.lowerBound)
    var row = tile.lowerBound
    while row < tile.upperBound {
      row += kernels.copyTexts(to: &arena, column, row..<tile.upperBound)
      guard row < tile.upperBound else { break }
      batch.withFieldBytes(row, column) { arena.append($0) }
      row += 1
    }
    texts[column] = arena
  }
}

/// Texts copied one after the other into memory of a known length.
struct TextArena {
  var bytes: [UInt8]
  var byteCount = 0
  var ends: [UInt32] = []

  init(byteCount: Int) {
    bytes = Array(repeating: 0, count: byteCount + ColumnKernels.textSlack)
  }

  mutating func append(_ text: Span<UInt8>) {
    for index in text.indices {
      bytes[byteCount] = text[index]
      byteCount += 1
    }
    ends.append(UInt32(truncatingIfNeeded: byteCount))
  }

  /// Empty texts for the rows that were left out.
  mutating func fill(upTo row: Int) {
    while ends.count < row { ends.append(UInt32(truncatingIfNeeded: byteCount)) }
  }

  consuming func finished(rowCount: Int) -> TextColumn {
    fill(upTo: rowCount)
    bytes.removeLast(bytes.count - byteCount)
    return TextColumn(bytes: bytes, ends: ends)
  }
}
