import Tabular
import Testing
import TestSupport

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
