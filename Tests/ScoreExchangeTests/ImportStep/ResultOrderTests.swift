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
}
