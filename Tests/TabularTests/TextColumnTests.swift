import Tabular
import Testing

@Suite struct TextColumnTests {
  @Test("Segments put together give the texts in order")
  func concatenation() {
    var first = TextColumn()
    for text in ["Nguyễn An", "", "Đỗ B"] { first.append(text) }
    var second = TextColumn()
    second.append(Array("Lê C".utf8))
    let whole = TextColumn(concatenating: [first, TextColumn(), second])
    #expect((0..<whole.count).map { whole[$0] } == ["Nguyễn An", "", "Đỗ B", "Lê C"])
    #expect(whole.withBytes(at: 3) { $0.count } == 5)
    #expect(whole.byteCount == 11 + 7 + 5)
  }

  @Test(
    "Texts of one length are kept like any others",
    arguments: [
      ["A01", "A02", "A03"], ["A01", "A02", "B"], ["", "", ""], ["", "", "B", ""],
      ["A", "B", "", "C"], ["A01", "Ễ", "A02", "long"],
    ])
  func evenLengths(texts: [String]) {
    func content(_ column: TextColumn) -> [String] { (0..<column.count).map { column[$0] } }
    var column = TextColumn()
    for text in texts { column.append(text) }
    #expect(content(column) == texts)
    let decoded = TextColumn(bytes: column.bytes, ends: column.ends)
    #expect(decoded == column)
    for other in [column, decoded] {
      var whole = column
      whole.append(contentsOf: other)
      whole.append(contentsOf: other, rows: 1..<2)
      #expect(content(whole) == texts + texts + [texts[1]])
      whole.removeTexts(from: 2)
      whole.append("A01")
      #expect(content(whole) == Array(texts[..<2]) + ["A01"])
      #expect(content(other.selecting([2, 0, 2])) == [texts[2], texts[0], texts[2]])
      #expect(other.words(of: 0..<1)?.lows == [0])
    }
    column.removeTexts(from: 0)
    column.append(texts[1])
    #expect(content(column) == [texts[1]])
  }

  @Test("The words of texts have the order of their bytes")
  func words() throws {
    var column = TextColumn()
    let texts = ["", "A", "A0", "A01234567", "A0123456", "B", "Ễ", "0123456789ABCDEF", "01234567"]
    for text in texts { column.append(text) }
    let words = try #require(column.words(of: 0..<texts.count))
    for (index, text) in texts.enumerated() {
      for (other, otherText) in texts.enumerated() {
        let precedes =
          (words.highs[index], words.lows[index]) < (words.highs[other], words.lows[other])
        #expect(precedes == text.utf8.lexicographicallyPrecedes(otherText.utf8))
      }
    }
    column.append("0123456789ABCDEFG")
    #expect(column.words(of: 0..<column.count) == nil)
  }

  @Test("A text is told from the one before it by its length and every byte")
  func repeats() {
    var column = TextColumn()
    let long = "A0123456"
    let texts = [
      "", "", long, long, long + "7", long + "8", long + "8", "B0123456", "B0123456", "b", "bb", "",
    ]
    for text in texts { column.append(text) }
    #expect(column.repeats() == zip(texts, [nil] + texts).map { $0 == $1 })
    #expect(TextColumn().repeats().isEmpty)
  }
}
