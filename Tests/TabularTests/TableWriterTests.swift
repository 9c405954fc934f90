import Files
import Parallel
import Tabular
import TestSupport
import Testing

@Suite struct TableWriterTests {
  @Test("Quotes stand only where RFC 4180 needs them")
  func quoting() {
    var writer = TableWriter()
    writer.writeHeader(["a", "b c", "d,e"])
    for text in ["x", "", "say \"no\""] { writer.append(text) }
    writer.endRow()
    writer.append("")
    writer.endRow()
    writer.append("two\nlines")
    writer.append(units: -5, scaleDigits: 2)
    writer.append(units: 8_050, scaleDigits: 2)
    writer.append(-17)
    writer.append(identifier: 1_203_001_234, width: 12)
    writer.endRow()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        a,b c,"d,e"
        x,,"say ""no""\"
        ""
        "two
        lines",-0.05,80.50,-17,001203001234

        """)
  }

  @Test("No cell of a spreadsheet file begins as a formula does")
  func spreadsheet() throws {
    var writer = TableWriter(style: .spreadsheet)
    writer.writeHeader(["x"])
    let cells = ["=1+1", "+84", "-x", "@a", "\tb", "\rc", "plain", "=a,b"]
    for cell in cells {
      writer.append(cell)
      writer.append("001203001234", isIdentifier: true)
      writer.append(units: -150, scaleDigits: 2)
      writer.endRow()
    }
    #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = try TableFile(
      bytes: writer.bytes, name: "x", overrides: DialectOverrides(delimiter: .comma)
    ).firstRows(20)
    for (row, cell) in cells.enumerated() {
      let texts = rows.texts(of: row + 1)
      for text in texts { #expect(!"=+-@\t\r".contains(text.first ?? "=")) }
      #expect(texts.map { TableWriter.removingGuard($0) } == [cell, "001203001234", "-1.50"])
    }
  }

  @Test(
    "Numbers are written with every digit",
    arguments: [
      (Int64.min, 0, "-9223372036854775808"), (.max, 18, "9.223372036854775807"), (0, 0, "0"),
      (0, 2, "0.00"), (7, 3, "0.007"), (-7, 1, "-0.7"), (99, 2, "0.99"), (100, 2, "1.00"),
      (12_345, 2, "123.45"), (1_000, 0, "1000"), (99_999, 4, "9.9999"), (1, 7, "0.0000001"),
      (99_999_999, 2, "999999.99"), (100_000_000, 2, "1000000.00"), (70_605_040, 7, "7.0605040"),
      (999_999_999, 0, "999999999"), (9_999_999_999_999_999, 0, "9999999999999999"),
      (10_000_000_000_000_000, 0, "10000000000000000"), (100_000_009, 0, "100000009"),
    ] as [(Int64, Int, String)])
  func numbers(units: Int64, scaleDigits: Int, text: String) {
    var writer = TableWriter()
    writer.append(units: units, scaleDigits: scaleDigits)
    writer.append(identifier: units.magnitude, width: 5)
    writer.endRow()
    let digits = String(units.magnitude)
    let zeros = String(repeating: "0", count: max(0, 5 - digits.count))
    let expected: String = "\(text),\(zeros)\(digits)\n"
    #expect(writer.bytes == Array(expected.utf8))
  }

  @Test("Integers of any size are written with every digit")
  func largeIntegers() {
    var writer = TableWriter()
    writer.append(UInt64.max)
    writer.append(Int64.min)
    writer.append(Int128.min)
    writer.append(UInt64(Int64.max) + 1)
    writer.endRow()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        18446744073709551615,-9223372036854775808,\
        -170141183460469231731687303715884105728,9223372036854775808

        """)
  }

  @Test("Quotes are found at every place of a text", arguments: [",", "\"", "\n", "\r"])
  func quotedPlaces(sign: String) throws {
    for length in 1...20 {
      for place in 0..<length {
        var cell = Array(String(repeating: "ễ", count: length))
        cell[place] = Character(sign)
        var writer = TableWriter()
        writer.append(String(cell))
        writer.append(String(repeating: "\t", count: place))
        writer.endRow()
        let quoted: String = String(cell).replacing("\"", with: "\"\"")
        let tabs = String(repeating: "\t", count: place)
        let expected: String = "\"\(quoted)\",\(tabs)\n"
        #expect(writer.bytes == Array(expected.utf8))
      }
    }
  }

  @Test("A file is the same for every number of threads and every length of chunks")
  func chunks() throws {
    let folder = TemporaryFolder()
    func written(rows: Int, threads: Int, chunkLength: Int) throws -> [UInt8] {
      let path = folder.path + "/\(rows)-\(threads)-\(chunkLength).csv"
      var file = try TableFileWriter(path: path, headings: ["row", "name"])
      try file.writeRows(rows, plan: WorkPlan(threadCount: threads), chunkLength: chunkLength) {
        range, writer in
        for row in range {
          writer.append(row)
          writer.append("Lê, \(row)")
          writer.endRow()
        }
      }
      try file.commit()
      return try readBytes(at: path)
    }
    for rows in [0, 1, 100] {
      var expected = "row,name\n"
      for row in 0..<rows { expected += "\(row),\"Lê, \(row)\"\n" }
      let whole = Array(expected.utf8)
      for threads in [1, 3] {
        for chunkLength in [1, 7, 1_000] {
          let file = try written(rows: rows, threads: threads, chunkLength: chunkLength)
          #expect(file == whole)
        }
      }
    }
  }

  @Test("Eight digits at once are the digits of the number")
  func digits() {
    var random = SplitMix64(seed: 8)
    for length in 1...12 {
      let limit = (0..<length).reduce(1) { limit, _ in limit * 10 }
      for number in (0..<50).map({ _ in UInt64(random.next(below: limit)) }) + [UInt64(limit) - 1] {
        var writer = TableWriter()
        writer.append(number)
        writer.append(identifier: number, width: 12)
        writer.endRow()
        let digits = "\(number)"
        let zeros = String(repeating: "0", count: 12 - digits.count)
        #expect(writer.bytes == Array("\(digits),\(zeros)\(digits)\n".utf8))
      }
    }
  }

  @Test(
    "Fields written before, and text in two pieces, are those fields", arguments: [true, false])
  func writtenFields(isPlain: Bool) {
    let texts = ["BKA", "a,b", "=c"]
    let fields = WrittenFields(texts)
    var pieces = TableWriter(style: isPlain ? .plain : .spreadsheet)
    var whole = pieces
    for _ in 0..<2 {
      pieces.append(fields)
      pieces.append(fields)
      for (head, tail) in [("BKA/", "001"), ("", "7"), ("say \"", "no\""), ("1", "")] {
        pieces.append(Array(head.utf8).span, Array(tail.utf8).span, isIdentifier: true)
      }
      pieces.endRow()
      for text in texts + texts { whole.append(text) }
      for text in ["BKA/001", "7", "say \"no\"", "1"] { whole.append(text, isIdentifier: true) }
      whole.endRow()
    }
    #expect(pieces.bytes == whole.bytes)
  }

  @Test("Files that are written together are those that are written alone", arguments: [1, 2, 5])
  func together(threads: Int) throws {
    let folder = TemporaryFolder()
    let counts = [0, 1, 1_000, 37]
    let files = counts.enumerated().map { index, count in
      TableContent(
        path: "\(folder.path)/\(index).csv", headings: ["row"], rowCount: count,
        chunkLength: 3 + index
      ) { rows, writer in
        for row in rows {
          writer.append(row * index)
          writer.endRow()
        }
      }
    }
    let other = try TableContent.write(
      files, style: .plain, plan: WorkPlan(threadCount: threads)
    ) { counts.reduce(0, +) }
    #expect(other == 1_038)
    for (index, count) in counts.enumerated() {
      let expected = "row\n" + (0..<count).map { "\($0 * index)\n" }.joined()
      #expect(try readBytes(at: "\(folder.path)/\(index).csv") == Array(expected.utf8))
    }
  }

  @Test("What is written is read back, whatever the cells hold")
  func roundTrip() throws {
    var random = SplitMix64(seed: 20_250_716)
    let alphabet = ["a", "Đ", "ệ", ",", "\"", "\n", "\r", ";", " ", "\t", "'", "=", "0"]
    for _ in 0..<60 {
      let width = random.next(below: 5) + 1
      let rows = (0..<random.next(below: 40) + 1).map { _ in
        (0..<width).map { _ in
          (0..<random.next(below: 6)).map { _ in alphabet[random.next(below: alphabet.count)] }
            .joined()
        }
      }
      var writer = TableWriter()
      for row in rows {
        for cell in row { writer.append(cell) }
        writer.endRow()
      }
      let file = try TableFile(
        bytes: writer.bytes, name: "r", overrides: DialectOverrides(delimiter: .comma),
        blockLength: random.next(below: 50) + 1)
      #expect(allRows(file, target: random.next(below: 100) + 1) == rows)
    }
  }
}

extension SplitMix64 {
  /// A number under `limit`; the slight preference for small ones does not matter here.
  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
