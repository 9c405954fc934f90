import ScoreExchange
import Testing

@Suite("The order of results in outputs")
struct ResultOrderTests {
  @Test(
    "is that of the bytes of their candidate numbers, of whatever length and letters",
    arguments: [
      ("0123456789", 8...8), ("0123456789", 1...16), ("ABCxyz0189-", 8...9), ("AÀĐễ01", 1...5),
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 12...20),
    ])
  func bytes(alphabet: String, lengths: ClosedRange<Int>) throws {
    // Numbers that jump about in the range of a linear congruence.
    var state: UInt64 = 7
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let letters = Array(alphabet)
    var numbers: Set<String> = []
    for _ in 0..<400 {
      let length = lengths.lowerBound + next(below: lengths.count)
      // A cell that begins with a sign is refused, for a spreadsheet would run it.
      numbers.insert(
        "K" + (0..<length).map { _ in String(letters[next(below: letters.count)]) }.joined())
    }
    let rows = numbers.map { "\($0),001207012345,Nguyễn Văn An,14/02/2007,2025-1,1,1,1" }
    let text = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học\n" + rows.joined(separator: "\n")
    let imported = try ImportSpecimen.importing(files: [text])
    let order = imported.lines.map { String($0.split(separator: ",")[3]) }
    #expect(
      order == numbers.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("is the same for more rows than are sorted at once, on any number of threads")
  func manyRows() throws {
    let count = 20_000
    // Sittings one after the other, numbers in none of their orders, one row again far from itself.
    func row(_ place: Int) -> String {
      let person = "001207012345,Nguyễn Văn An,14/02/2007,"
      return "T\(place * 7_919 % count),\(person),2025-\(place * 3 / count + 1),1,1,1,3,"
    }
    let rows = (0..<count).map(row) + [row(5)]
    let text = ([ImportSpecimen.heading] + rows).joined(separator: "\n")
    for threads in [1, 3] {
      let imported = try ImportSpecimen.importing(files: [text], threads: threads)
      let keys = imported.lines.map { line in
        line.split(separator: ",")[2...3].map { Array($0.utf8) }
      }
      #expect(keys.count == count)
      #expect(
        zip(keys, keys.dropFirst()).allSatisfy { left, right in
          left[0] == right[0]
            ? left[1].lexicographicallyPrecedes(right[1])
            : left[0].lexicographicallyPrecedes(right[0])
        })
      #expect(imported.rejects.map(\.row) == [count + 2])
      #expect(imported.reasons == ["repeated"])
    }
  }
}
