import Testing
import Wording

@Suite("A text that is read back into its sentences")
struct PhrasebookTests {
  private static let sentences = [
    "valid until {1} ({2}), judged on {3}": "có giá trị đến {1} ({2}), xét ngày {3}",
    "minimum {1} {2} reached by {3}": "phần {1} tối thiểu {2}, đạt {3}",
    "{1} years": "{1} năm",
    "score {1}{2}": "điểm {1}{2}",
    "half-up {1}": "làm tròn nửa lên, {1} chữ số",
    "{1}total {2} of {3}": "{1}tổng {2} trên {3}",
    "{1} of {2}, candidate {3}: ": "{1} ngày {2}, số báo danh {3}: ",
    "reading": "Đọc hiểu",
  ]

  @Test(
    "is said in another language, values and sentences in them too, and stays as it is in English",
    arguments: [
      (
        "valid until 2027-01-19 (2 years), judged on 2025-07-16",
        "có giá trị đến 2027-01-19 (2 năm), xét ngày 2025-07-16"
      ),
      (
        "score 26.25 + 0.25 = 26.5 -> 27 (half-up 0)",
        "điểm 26.25 + 0.25 = 26.5 -> 27 (làm tròn nửa lên, 0 chữ số)"
      ),
      (
        "minimum reading 5 reached by 7, minimum science 5 reached by 6",
        "phần Đọc hiểu tối thiểu 5, đạt 7, phần science tối thiểu 5, đạt 6"
      ),
      (
        "TSA of 2025-01-19, candidate BK01: total 70 of 100",
        "TSA ngày 2025-01-19, số báo danh BK01: tổng 70 trên 100"
      ),
      ("no sentence of the book", "no sentence of the book"), ("", ""), ("score 5", "điểm 5"),
    ])
  func readBack(text: String, vietnamese: String) {
    let message = Phrasebook(Self.sentences.keys).message(reading: text)
    #expect(message.description == text)
    #expect(message.text(by: Catalogue(Self.sentences)) == vietnamese)
  }

  @Test(
    "a text with more ways to cut it than are tried stays as it is, and soon",
    .timeLimit(.minutes(1)),
    arguments: ["a of , ", ", (a) total ", "half-up , 1 of b, candidate ", ", "])
  func manyCuts(unit: String) {
    let book = Phrasebook(Self.sentences.keys)
    for count in [30, 100, 2_000] {
      let text = String(repeating: unit, count: count)
      #expect(book.message(reading: text).description == text)
    }
    let long = "score 5" + String(repeating: " ", count: 2_000)
    #expect(book.message(reading: long).text(by: Catalogue(Self.sentences)) == long)
  }

  @Test("a text that nobody wrote comes back unchanged, whatever it is")
  func anything() {
    let book = Phrasebook(Self.sentences.keys)
    let parts = ["score ", "(", ")", ", ", " of ", ": total ", "{1}", "half-up ", "é", " -> ", "5"]
    var state: UInt64 = 7
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      #expect(book.message(reading: text).description == text)
    }
  }
}
