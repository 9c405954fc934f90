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
