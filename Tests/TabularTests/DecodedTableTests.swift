import Files
import Parallel
import Tabular
import TestSupport
import Testing

@Suite struct DecodedTableTests {
  static let score = DecimalSign.point
  static let forms: [FieldForm] = [
    .integer, .textRange, .text, .date(.dayMonthYear), .identifier,
    .shortDecimal(scaleDigits: 2, sign: score), .decimal(scaleDigits: 2, sign: score),
  ]

  /// Rows of all kinds: usual, quoted, with quotes inside, long, empty, too short.
  static func text(rows: Int, lineEnd: String = "\n") -> String {
    var random = SplitMix64(seed: 16)
    return (0..<rows).map { row in
      let name = ["Lê An", "\"Trần, B\"", "\"Đỗ \"\"Tý\"\" C\"", "", "\"x\ny\""][
        random.next(below: 5)]
      switch random.next(below: 40) {
      case 0: return "1,2"
      case 1: return ",,,,,,"
      case 2: return "x,\(name),y,31/02/2007,00120700123,327.68,9.999"
      case 3: return "7,\(String(repeating: "dài", count: 20_000)),z,1/1/2007,,-1,-1"
      default:
        let score = "\(random.next(below: 101)).\(10 + random.next(below: 90))"
        return "\(row),\(name),\(name),\(10 + random.next(below: 18))/02/2007,"
          + "0012\(10_000_000 + random.next(below: 1_000)),\(score),\(score)"
      }
    }.joined(separator: lineEnd)
  }

  static func texts(_ column: DecodedColumn) -> [String] {
    switch column {
    case .texts(let texts): (0..<texts.count).map { texts[$0] }
    case .ranges(let ranges): (0..<ranges.count).map { ranges[$0] }
    default: []
    }
  }

  /// What a column holds, whatever it is kept in.
  static func values(_ column: DecodedColumn) -> [String] {
    switch column {
    case .int16(let values): values.map { "\($0)" }
    case .int32(let values): values.map { "\($0)" }
    case .int64(let values): values.map { "\($0)" }
    case .codes(let values): values.map { "\($0)" }
    case .texts, .ranges: texts(column)
    case .skipped: []
    }
  }

  @Test("A table may have as many columns as a sheet, used ones among them")
  func manyColumns() throws {
    let count = 16_384
    let row = (0..<count).map { $0 == 9_000 ? "7" : "" }.joined(separator: ",")
    var forms = [FieldForm](repeating: .skipped, count: count)
    forms[9_000] = .integer
    let whole = try table("\(row)\n\(row)\n", blockLength: 1_000).decoded(as: forms)
    #expect(whole.columns.count == count)
    #expect(Self.values(whole.columns[9_000]) == ["7", "7"])
  }

  @Test("A whole table is its batches one after the other", arguments: ["\n", "\r\n"])
  func batches(lineEnd: String) throws {
    let file = try table(Self.text(rows: 300, lineEnd: lineEnd), blockLength: 1_000)
    let parts = file.mapBatches(afterRecord: 3, targetByteCount: 1) {
      $0.decoded(as: Self.forms, usesBlocks: false)
    }
    for threads in [1, 3] {
      let whole = file.decoded(
        as: Self.forms, afterRecord: 3, plan: WorkPlan(threadCount: threads))
      #expect(whole.rowCount == 297)
      #expect(whole.recordNumber(of: 0) == 4)
      for column in Self.forms.indices {
        #expect(
          Self.values(whole.columns[column]) == parts.flatMap { Self.values($0.columns[column]) })
      }
      var faults: [CellFault] = []
      for part in parts {
        let first = part.rows.recordNumber(of: 0) - 4
        faults += part.faults.map {
          CellFault(row: $0.row + first, column: $0.column, reason: $0.reason)
        }
      }
      #expect(whole.faults == faults)
    }
  }

  @Test("A text's place gives the text that a copy gives")
  func ranges() throws {
    let file = try table("a,\"b\"\"c\",\"d,e\",\n,,\"\",\"\"\"\"\n")
    let forms: [FieldForm] = [.textRange, .textRange, .textRange, .textRange]
    let whole = file.decoded(as: forms)
    #expect(
      whole.columns.map(Self.texts) == [["a", ""], ["b\"c", ""], ["d,e", ""], ["", "\""]])
    let ranges = try #require(whole.columns[1].ranges)
    var copy = TextColumn()
    ranges.append(0..<2, to: &copy)
    #expect(copy[0] == "b\"c" && copy.count == 2)
  }

  @Test("A short decimal keeps 0 to 327.67 and refuses more")
  func shortDecimals() throws {
    let file = try table("0;1\n327.67;1\n327.68;1\n-0.5;1\n100.5;1\n;1\n0.005;1\n")
    let whole = file.decoded(as: [.shortDecimal(scaleDigits: 2, sign: .point), .skipped])
    guard case .int16(let values) = whole.columns[0] else {
      Issue.record("another kind of column")
      return
    }
    let missing = DecodedBatch.missing16
    #expect(values == [0, 32_767, missing, missing, 10_050, missing, missing])
    #expect(whole.faults.map(\.reason) == [.range, .range, .lattice])
  }

  @Test("A file without rows has columns without values")
  func noRows() throws {
    let whole = try table("a;b\n").decoded(as: [.textRange, .integer], afterRecord: 1)
    #expect(whole.rowCount == 0 && whole.columns.count == 2 && whole.faults.isEmpty)
    #expect(Self.texts(whole.columns[0]).isEmpty)
  }

  @Test("Batches are consumed in the order of the file, whatever the number of threads")
  func streaming() throws {
    let file = try table(Self.text(rows: 500), blockLength: 700)
    let expected = allRows(file, afterRecord: 2)
    for threads in [1, 2, 5] {
      var rows: [[String]] = []
      file.forEachBatch(
        afterRecord: 2, plan: WorkPlan(threadCount: threads), targetByteCount: 1
      ) { batch in
        (0..<batch.rowCount).map { batch.texts(of: $0) }
      } consume: {
        rows += $0
      }
      #expect(rows == expected)
    }
  }

  @Test("A failure stops the stream before anything after it is consumed")
  func streamFailure() throws {
    let file = try table(Self.text(rows: 500), blockLength: 700)
    let wanted = TabularError(.readFailed, file: "stop")
    var consumed = 0
    #expect(throws: wanted) {
      try file.forEachBatch(targetByteCount: 1) { (batch: RowBatch) throws(TabularError) -> Int in
        if batch.recordNumber(of: 0) > 100 { throw wanted }
        return batch.rowCount
      } consume: { (count: Int) throws(TabularError) in
        consumed += count
      }
    }
    #expect(consumed <= 110)
  }
}
