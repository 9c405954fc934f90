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
}
