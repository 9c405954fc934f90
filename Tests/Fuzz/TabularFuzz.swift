// Compiled together with the sources of Tabular by `run`; see there.

internal import Parallel

/// Both scanners and both decoders must agree on any bytes, cut into blocks of any length; a whole table
/// must be its batches; and what is written from the fields must be read back.
///
/// The first bytes choose the options, so that a found input can be replayed as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTabular(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start, count >= 4 else { return 0 }
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(input[4...])
  let overrides = DialectOverrides(
    encoding: [nil, .utf8, .tcvn3, .utf16LittleEndian][Int(input[0] & 3)],
    delimiter: [nil, .comma, .semicolon, .tab][Int(input[0] >> 2 & 3)])
  let blockLength = 1 + Int(input[1])
  let target = 1 + Int(input[2])
  TableFile.limitInstructions(to: Int(input[3] % 3))
  func open(_ scanner: TableFile.Scanner) -> Result<TableFile, TabularError> {
    Result { () throws(TabularError) in
      try TableFile(
        bytes: bytes, name: "fuzz", overrides: overrides, blockLength: blockLength,
        scanner: scanner)
    }
  }
  switch (open(.blocks), open(.plain)) {
  case (.success(let fast), .success(let plain)):
    precondition(fast.dialect == plain.dialect)
    precondition(fast.cutOffsets == plain.cutOffsets)
    precondition(fast.recordCount == plain.recordCount)
    precondition(snapshot(fast, target) == snapshot(plain, target))
    checkDecoding(fast, plain, target)
    checkWriting(fast)
  case (.failure(let fast), .failure(let plain)): precondition(fast == plain)
  default: preconditionFailure("only one scanner refuses the bytes")
  }
  return 0
}

private func snapshot(_ file: TableFile, _ target: Int) -> [String] {
  file.mapBatches(plan: .sequential, targetByteCount: target) { batch in
    let rows = (0..<batch.rowCount).map { row in
      "\(batch.recordNumber(of: row)) \(batch.byteOffset(of: row)) \(batch.hasStrayQuote(row)) "
        + "\(batch.isEncodingValid(row)) \(batch.isBlank(row)) \(batch.texts(of: row))"
    }
    return "\(rows)"
  }
}

private func checkDecoding(_ fast: TableFile, _ plain: TableFile, _ target: Int) {
  let table = CodeTable([("BKA", 0), ("2025-1", 1)])
  let all: [FieldForm] = [
    .text, .integer, .date(.dayMonthYear), .decimal(scaleDigits: 2, sign: .comma), .identifier,
    .code(table), .date(.yearMonthDay), .decimal(scaleDigits: 0, sign: .point), .textRange,
    .shortDecimal(scaleDigits: 2, sign: .point), .date(.monthDayYear),
  ]
  let first = fast.firstRows(1)
  let width = first.rowCount > 0 ? first.fieldCount(of: 0) : 1
  let forms = (0..<min(width, 24)).map { all[$0 % all.count] }
  func parts(_ file: TableFile, usesBlocks: Bool) -> [DecodedBatch] {
    file.mapBatches(plan: .sequential, targetByteCount: target) {
      $0.decoded(as: forms, usesBlocks: usesBlocks)
    }
  }
  let blocks = parts(fast, usesBlocks: true)
  let cells = parts(plain, usesBlocks: false)
  precondition(blocks.map { $0.columns.map(values) } == cells.map { $0.columns.map(values) })
  precondition(blocks.map(\.faults) == cells.map(\.faults))
  let whole = fast.decoded(as: forms, plan: .sequential)
  precondition(whole.rowCount == fast.recordCount)
  for column in forms.indices {
    precondition(values(whole.columns[column]) == cells.flatMap { values($0.columns[column]) })
  }
}

/// What a column holds, whatever it is kept in.
private func values(_ column: DecodedColumn) -> [String] {
  switch column {
  case .skipped: []
  case .int16(let values): values.map { "\($0)" }
  case .int32(let values): values.map { "\($0)" }
  case .int64(let values): values.map { "\($0)" }
  case .codes(let values): values.map { "\($0)" }
  case .texts(let texts): (0..<texts.count).map { texts[$0] }
  case .ranges(let ranges): (0..<ranges.count).map { ranges[$0] }
  }
}

private func checkWriting(_ file: TableFile) {
  let rows = file.preview(recordCount: 50)
  var writer = TableWriter()
  for row in rows {
    for cell in row { writer.append(cell) }
    writer.endRow()
  }
  guard
    let copy = try? TableFile(
      bytes: writer.bytes, name: "copy",
      overrides: DialectOverrides(encoding: .utf8, delimiter: .comma))
  else { return }
  // A first line like a mark or Excel's `sep=` is no record when it is read back.
  guard !copy.dialect.hasSeparatorLine, !copy.dialect.hasByteOrderMark else { return }
  precondition(copy.preview(recordCount: 51) == rows)
}
