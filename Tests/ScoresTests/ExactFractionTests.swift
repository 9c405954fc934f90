import Scores
import Testing
import TestSupport

@Suite struct ExactFractionTests {
  @Test("Fractions are kept in lowest terms with a positive denominator")
  func reduced() throws {
    let fraction = try ExactFraction(6, -8)
    #expect(fraction.numerator == -3)
    #expect(fraction.denominator == 4)
    #expect(try ExactFraction(Score(parsing: "25.125")) == ExactFraction(201, 8))
    #expect(try ExactFraction(0, 7) == .zero)
    #expect(try ExactFraction(Int.min, Int.min) == ExactFraction(1, 1))
  }

  @Test("The laws of arithmetic hold on random fractions")
  func laws() throws {
    var random = SplitMix64(seed: 3)
    func draw() throws -> ExactFraction {
      try ExactFraction(
        Int.random(in: -999_999...999_999, using: &random),
        Int.random(in: 1...999_999, using: &random))
    }
    for _ in 0..<500 {
      let (a, b) = (try draw(), try draw())
      #expect(try a.adding(b).subtracting(b) == a)
      #expect(try a.adding(b) == b.adding(a))
      if b != .zero { #expect(try a.divided(by: b).multiplied(by: b) == a) }
      #expect((a < b) == (try a.subtracting(b).numerator < 0))
    }
  }

  @Test("Comparison is exact where the products need more than 128 bits")
  func comparison() throws {
    let large = try ExactFraction(Int128.max, over: Int128.max - 1)
    let larger = try ExactFraction(Int128.max - 1, over: Int128.max - 2)
    #expect(large < larger)
    #expect(!(larger < large))
  }

  @Test("What does not fit and what has no value is an error, never a trap")
  func errors() throws {
    #expect(throws: ScoreError(code: .divisionByZero)) { try ExactFraction(1, 0) }
    #expect(throws: ScoreError(code: .divisionByZero)) {
      try ExactFraction(1, 2).divided(by: .zero)
    }
    #expect(throws: ScoreError(code: .overflow)) { try ExactFraction(Int128.min, over: 1) }
    let large = try ExactFraction(Int128.max, over: 1)
    #expect(throws: ScoreError(code: .overflow)) { try large.adding(large) }
    #expect(throws: ScoreError(code: .overflow)) { try large.multiplied(by: large) }
  }
}
