import Parallel
import Tabular
import Testing

@Suite("Texts that come more than once")
struct PooledTextsTests {
  /// Texts of any length of which many come again, more than a first hash table holds.
  private static let words = (0..<4_000).map { index in
    let number = index * index % 1_789
    return String(repeating: "Nguyễn Văn ", count: number % 4) + String(number)
  }

  @Test("are the same with and without a pool, and a pool has each of them once")
  func contents() {
    var pooled = PooledTexts(isPooled: true)
    var plain = PooledTexts()
    for start in stride(from: 0, to: Self.words.count, by: 500) {
      var batch = PooledTexts()
      for word in Self.words[start..<start + 500] { batch.append(word) }
      pooled.append(contentsOf: batch)
      plain.append(contentsOf: batch)
    }
    for texts in [pooled, plain] {
      #expect((0..<texts.count).map { texts[$0] } == Self.words)
      #expect(texts.withBytes(at: 9) { $0.count } == Self.words[9].utf8.count)
      #expect(Array(texts.bytes[texts.range(of: 11)]) == Array(Self.words[11].utf8))
      #expect(
        (1..<400).allSatisfy { texts.areSame(0, $0) == (Self.words[0] == Self.words[$0]) })
    }
    #expect(pooled.texts.count == Set(Self.words).count)
    #expect(plain.texts.count == Self.words.count)
    #expect(pooled.texts(of: 70..<90) == plain.texts(of: 70..<90))
  }

  @Test("can be selected, let go of, and taken from each other")
  func changes() {
    for isPooled in [true, false] {
      var texts = PooledTexts(isPooled: isPooled)
      for word in ["An", "", "Bình", "An", "Bình"] { texts.append(word) }
      var selected = texts.selecting([4, 0, 0, 1], plan: .sequential)
      selected.append("Chi")
      selected.append("An")
      texts.removeRows(from: 2)
      texts.append(contentsOf: selected, rows: 3..<6)
      #expect((0..<texts.count).map { texts[$0] } == ["An", "", "", "Chi", "An"])
      #expect((0..<selected.count).map { selected[$0] } == ["Bình", "An", "An", "", "Chi", "An"])
    }
  }
}
