import Scores
import Testing

@Suite struct ScoreFormattingTests {
  @Test(
    "A score shows as few digits as are exact, or as many as asked for",
    arguments: [
      ("27.68", nil, "27.68"), ("27.6800", nil, "27.68"), ("30", nil, "30"), ("0", 2, "0.00"),
      ("-0.5", 2, "-0.50"), ("1200", 0, "1200"), ("25.125", 2, "25.125"), ("25.125", -3, "25.125"),
      ("1", 12, "1.000000000000"), ("100.01", 1, "100.01"),
    ] as [(String, Int?, String)])
  func shown(text: String, decimals: Int?, expected: String) throws {
    #expect(try Score(parsing: text).formatted(decimals: decimals) == expected)
  }

  @Test("The extreme scores can be printed")
  func extremes() {
    #expect(Score(billionths: .max).formatted() == "9223372036.854775807")
    #expect(Score(billionths: .min).formatted() == "-9223372036.854775808")
  }
}
