import Scores
import Testing

@Suite struct RoundingRuleTests {
  @Test(
    "Each rule publishes what its words say",
    arguments: [
      ("half-up 2", "25.125", "25.13"), ("half-even 2", "25.125", "25.12"),
      ("half-even 2", "25.135", "25.14"), ("truncate 2", "25.129", "25.12"),
      ("half-up 2", "-25.125", "-25.13"), ("half-even 2", "-25.125", "-25.12"),
      ("truncate 2", "-25.129", "-25.12"), ("half-up 0", "0.5", "1"), ("half-even 0", "0.5", "0"),
      ("half-up 2", "70.786", "70.79"), ("step 0.25 after 2", "17.625", "17.75"),
      ("step 0.25 after 2", "17.624", "17.5"), ("step 0.25 after 2", "17.62", "17.5"),
      ("step 10 after 0", "1234.5", "1240"), ("step 0.25 after 2", "-17.625", "-17.75"),
      ("half-up 9", "1.123456789", "1.123456789"),
    ])
  func rounded(words: String, value: String, expected: String) throws {
    let rule = try RoundingRule(parsing: words)
    #expect(try rule.rounded(Score(parsing: value)) == Score(parsing: expected))
  }

  @Test(
    "Thirds and sevenths are rounded on their exact value",
    arguments: [
      (239, 11, "half-up 2", "21.73"), (198, 7, "truncate 2", "28.28"),
      (-1, 3, "half-up 9", "-0.333333333"), (2, 3, "half-even 0", "1"),
    ])
  func fractions(numerator: Int, denominator: Int, words: String, expected: String) throws {
    let rule = try RoundingRule(parsing: words)
    let value = try ExactFraction(numerator, denominator)
    #expect(try rule.rounded(value) == Score(parsing: expected))
  }

  @Test("A rule's description is the words that make it")
  func words() throws {
    for words in ["half-up 2", "half-even 0", "truncate 9", "step 0.25 after 2"] {
      #expect(try RoundingRule(parsing: words).description == words)
    }
    #expect(RoundingRule.standard.description == "half-up 2")
    #expect(try RoundingRule(parsing: "step 0.25 after 2").decimals == 2)
  }

  @Test(
    "Words that are no rule are refused",
    arguments: [
      "", "half-up", "half-up 10", "half-up -1", "half-up two", "Half-Up 2", "half-up  2",
      "half-up 2 ", "step 0 after 2", "step -0.25 after 2", "step 0.25", "step x after 2",
      "step 0.25 before 2",
    ])
  func refused(words: String) {
    #expect(throws: ScoreError(code: .roundingRule)) { try RoundingRule(parsing: words) }
  }

  @Test("Impossible rules and results that are no score are errors")
  func impossible() throws {
    #expect(throws: ScoreError(code: .roundingRule)) {
      try RoundingRule.halfUp(decimals: -1).rounded(Score.zero)
    }
    #expect(throws: ScoreError(code: .roundingRule)) {
      try RoundingRule.step(.zero, afterDecimals: 2).rounded(Score.zero)
    }
    let large = try ExactFraction(Int128.max, over: 1)
    #expect(throws: ScoreError(code: .overflow)) { try RoundingRule.standard.rounded(large) }
    let fine = try ExactFraction(1, over: Int128.max)
    #expect(try RoundingRule.standard.rounded(fine) == .zero)
  }
}
