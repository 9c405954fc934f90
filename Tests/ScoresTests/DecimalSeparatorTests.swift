import Scores
import Testing

@Suite("Decimal signs")
struct DecimalSeparatorTests {
  @Test("A sign is named by its word and by itself", arguments: [DecimalSeparator.point, .comma])
  func names(separator: DecimalSeparator) {
    let sign = String(decoding: [separator.byte], as: UTF8.self)
    #expect(DecimalSeparator(word: separator.word) == separator)
    #expect(DecimalSeparator(word: sign) == separator)
    #expect(DecimalSeparator(word: separator.other.word) != separator)
    #expect(DecimalSeparator(word: "semicolon") == nil)
  }
}
