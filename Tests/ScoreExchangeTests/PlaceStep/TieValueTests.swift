import Scores
import ScoreExchange
import Testing

@Suite("A tie value")
struct TieValueTests {
  @Test(
    "is exact and prints with the fewest digits",
    arguments: [
      ("8.25", "8.25"), ("-0.5", "-0.5"), ("9223372036.854775807", "9223372036.854775807"),
      ("1752656400123", "1752656400123"), ("20250716093012.5", "20250716093012.5"),
      ("-9999999999999999999999999999.999999999", "-9999999999999999999999999999.999999999"),
      ("000000000000000000000000000000000000000007", "7"),
      ("12345678901234567890.10", "12345678901234567890.1"),
    ])
  func exact(text: String, printed: String) throws {
    let value = try TieValue(parsing: text)
    #expect(value.formatted() == printed)
    #expect(try TieValue(parsing: printed) == value)
  }

  @Test("is compared by its last digit")
  func order() throws {
    #expect(
      try TieValue(parsing: "1752656400123456789") < TieValue(parsing: "1752656400123456790"))
    #expect(try TieValue(parsing: "-99999999999") < TieValue(parsing: "-1"))
    #expect(
      try TieValue(parsing: "99999999999,5", decimalSeparator: .comma).formatted()
        == "99999999999.5")
  }

  @Test(
    "is refused where it is no plain decimal or too long",
    arguments: [
      ("", ScoreError.Code.empty), ("99999999999x", .syntax), ("99999999999.", .syntax),
      ("99999999999.0000000001", .precision), ("-", .syntax), ("1e30", .scientificNotation),
      ("99999999999999999999999999999", .overflow),
    ])
  func refused(text: String, code: ScoreError.Code) {
    let error = #expect(throws: ScoreError.self) { try TieValue(parsing: text) }
    #expect(error?.code == code)
  }
}
