// Compiled together with the sources of Tabular by `run`; see there.

internal import Parallel

/// Both scanners and both decoders must agree on any bytes, cut into blocks of any length.
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
    precondition(
      snapshot(fast, target, usesBlocks: true) == snapshot(plain, target, usesBlocks: false))
  case (.failure(let fast), .failure(let plain)): precondition(fast == plain)
  default: preconditionFailure("only one scanner refuses the bytes")
  }
  return 0
}

private func snapshot(_ file: TableFile, _ target: Int, usesBlocks: Bool) -> [String] {
  let table = CodeTable([("BKA", 0), ("2025-1", 1)])
  let all: [FieldForm] = [
    .text, .integer, .date(.dayMonthYear), .decimal(scaleDigits: 2, sign: .comma), .identifier,
    .code(table), .date(.yearMonthDay), .decimal(scaleDigits: 0, sign: .point),
  ]
  return file.mapBatches(plan: .sequential, targetByteCount: target) { batch in
    let width = batch.rowCount > 0 ? batch.fieldCount(of: 0) : 1
    let forms = (0..<min(width, 24)).map { all[$0 % all.count] }
    let decoded = batch.decoded(as: forms, usesBlocks: usesBlocks)
    let rows = (0..<batch.rowCount).map { row in
      "\(batch.recordNumber(of: row)) \(batch.byteOffset(of: row)) \(batch.hasStrayQuote(row)) "
        + "\(batch.isEncodingValid(row)) \(batch.isBlank(row)) \(batch.texts(of: row))"
    }
    return "\(rows) \(decoded.columns) \(decoded.faults)"
  }
}
