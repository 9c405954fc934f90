import Parallel
import Tabular
import Testing

@Suite struct QuotingTests {
  @Test(
    "The acid cases of CSV are read as RFC 4180 says",
    arguments: [
      ("a,b,c\n1,\"ha \"\"ha\"\" ha\",3\n", [["a", "b", "c"], ["1", "ha \"ha\" ha", "3"]]),
      (
        "first,last\nJohn,\"120 any st., Anytown\"\n",
        [["first", "last"], ["John", "120 any st., Anytown"]]
      ),
      ("a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      ("a,b\r\n1,\"a\r\nb\"\r\n", [["a", "b"], ["1", "a\r\nb"]]),
      ("a,b\n1,\"x\ny\nz\"\n2,w", [["a", "b"], ["1", "x\ny\nz"], ["2", "w"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      (
        "a,b\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n",
        [["a", "b"], ["1", "{\"type\": \"Point\"}"]]
      ),
      ("a,b\n1,2,\n,\n", [["a", "b"], ["1", "2", ""], ["", ""]]),
      ("a,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]]),
    ])
  func acid(text: String, rows: [[String]]) throws {
    let file = try table(text, overrides: DialectOverrides(delimiter: .comma))
    #expect(allRows(file) == rows)
    for row in 0..<rows.count { #expect(!file.firstRows(9).hasStrayQuote(row)) }
  }

  @Test("A forgotten quote spoils its own row only")
  func forgottenQuote() throws {
    let file = try table("a,b\n1,\"An\n2,Bình\n3,\"Lê, C\"\n4,D\n")
    let rows = file.firstRows(10)
    #expect(rows.rowCount == 5)
    #expect((0..<5).map { rows.hasStrayQuote($0) } == [false, true, false, false, false])
    #expect(rows.texts(of: 1) == ["1", "\"An"])
    #expect(rows.texts(of: 3) == ["3", "Lê, C"])
  }

  @Test("Text after a closing quote and quotes inside text are kept and flagged")
  func strayQuotes() throws {
    let file = try table("a,b\n1,\"An\" Bình\n2,Văn \"Tý\" C\n")
    let rows = file.firstRows(10)
    #expect(rows.texts(of: 1) == ["1", "An Bình"])
    #expect(rows.texts(of: 2) == ["2", "Văn \"Tý\" C"])
    #expect(rows.hasStrayQuote(1) && rows.hasStrayQuote(2) && !rows.hasStrayQuote(0))
  }

  @Test("Rows are numbered as a spreadsheet shows them and keep their place in the file")
  func numbering() throws {
    let text = "\u{FEFF}sep=;\r\nTitle\r\n\r\na;b\r\n1;\"x\r\ny\"\r\n2;z\r\n"
    let file = try table(text)
    #expect(file.dialect.hasSeparatorLine)
    #expect(file.dialect.hasByteOrderMark)
    #expect(file.dialect.delimiter == .semicolon)
    #expect(file.dialect.lineEnding == .crlf)
    #expect(file.recordCount == 5)
    let places = file.mapBatches(afterRecord: 3) { batch in
      (0..<batch.rowCount).map {
        (batch.recordNumber(of: $0), batch.byteOffset(of: $0), batch.line(of: $0))
      }
    }.flatMap { $0 }
    #expect(places.map(\.0) == [4, 5])
    #expect(places.map(\.1) == [24, 34])
    #expect(places.map(\.2) == ["1;\"x\r\ny\"", "2;z"])
    #expect(file.firstRows(9).isBlank(1))
    #expect(file.preview(recordCount: 2) == [["Title"], [""]])
  }

  @Test("Cut points do not change the rows", arguments: [1, 2, 3, 7, 20, 64])
  func cuts(blockLength: Int) throws {
    var text = "a;b;c\n"
    for row in 0..<40 {
      text += "\(row);\"x\(row)\n\"\"y\"\"; z\";\(row % 3 == 0 ? "\"\"" : "w")\r\n"
    }
    let whole = allRows(try table(text))
    let file = try table(text, blockLength: blockLength)
    #expect(whole.count == 41)
    for target in [1, 10, 100, 1_000] { #expect(allRows(file, target: target) == whole) }
    #expect(allRows(file, afterRecord: 7, target: 30) == Array(whole[7...]))
  }
}
