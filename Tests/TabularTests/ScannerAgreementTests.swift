import Parallel
@_spi(Measuring) import Tabular
import Testing
import TestSupport

/// The block scanner against the plain one: same rows, same flags, same places, on any bytes.
@Suite(.serialized) struct ScannerAgreementTests {
  static func snapshot(_ file: TableFile, target: Int) -> [String] {
    var lines = [
      "\(file.dialect)", "\(file.recordCount)", "\(file.cutOffsets)",
    ]
    let batches = file.mapBatches(plan: .sequential, targetByteCount: target) { batch in
      (0..<batch.rowCount).map { row in
        let fields = (0..<batch.fieldCount(of: row)).map {
          batch.rawText(row, $0) + "|" + batch.lossyText(row, $0)
        }
        return "\(batch.recordNumber(of: row)) \(batch.byteOffset(of: row)) "
          + "\(batch.isBlank(row)) \(batch.hasStrayQuote(row)) \(batch.isEncodingValid(row)) "
          + "\(fields)"
      }
    }
    lines += batches.flatMap { $0 }
    return lines
  }

  @Test("Both scanners agree on any bytes", arguments: [0, 1, 2])
  func anyBytes(level: Int) throws {
    TableFile.limitInstructions(to: level)
    defer { TableFile.limitInstructions(to: 2) }
    var random = SplitMix64(seed: 7 + UInt64(level))
    let pieces: [[UInt8]] =
      [",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", "a", ";", "ễ", "\",\"", "\"\n\""].map {
        Array($0.utf8)
      } + [[0xC3], [0x00], [0xFF]]
    for round in 0..<120 {
      let kinds = 3 + random.next(below: pieces.count - 2)
      let length = random.next(below: round % 10 == 0 ? 400 : 60)
      let bytes = (0..<length).flatMap { _ in pieces[random.next(below: kinds)] }
      let block = 1 + random.next(below: round % 3 == 0 ? 8 : 150)
      let overrides = DialectOverrides(
        encoding: round % 4 == 0 ? .utf8 : nil, delimiter: round % 2 == 0 ? .comma : nil)
      func open(_ scanner: TableFile.Scanner) -> Result<TableFile, TabularError> {
        Result { () throws(TabularError) in
          try TableFile(
            bytes: bytes, name: "f", overrides: overrides, blockLength: block, scanner: scanner)
        }
      }
      let target = 1 + random.next(below: 100)
      switch (open(.blocks), open(.plain)) {
      case (.success(let fast), .success(let plain)):
        let left = Self.snapshot(fast, target: target)
        let right = Self.snapshot(plain, target: target)
        guard left == right else {
          Issue.record("level \(level), block \(block), bytes \(bytes)")
          return
        }
      case (.failure(let fast), .failure(let plain)): #expect(fast == plain)
      default: Issue.record("only one scanner refuses \(bytes)")
      }
    }
  }
}
