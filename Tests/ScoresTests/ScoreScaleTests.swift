import Scores
import Testing

@Suite struct ScoreScaleTests {
  func scale(_ minimum: String, _ maximum: String, _ step: String) throws -> ScoreScale {
    try ScoreScale(
      minimum: Score(parsing: minimum), maximum: Score(parsing: maximum),
      step: Score(parsing: step))
  }

  @Test("The TSA scale has 10 001 points, and each knows its place")
  func tsa() throws {
    let scale = try scale("0", "100", "0.01")
    #expect(scale.pointCount == 10_001)
    #expect(scale.decimals == 2)
    #expect(scale.index(of: try Score(parsing: "0.29")) == 29)
    for index in 0..<scale.pointCount {
      #expect(scale.index(of: scale.score(at: index)) == index)
    }
  }

  @Test(
    "A score between two points or outside has no place",
    arguments: [
      "0.295", "-0.01", "100.01",
    ])
  func offLattice(text: String) throws {
    let scale = try scale("0", "100", "0.01")
    #expect(try scale.index(of: Score(parsing: text)) == nil)
  }

  @Test("A lattice starts at its minimum, not at zero")
  func shifted() throws {
    let scale = try scale("0.1", "1.1", "0.25")
    #expect(scale.pointCount == 5)
    #expect(try scale.isOnLattice(Score(parsing: "0.35")))
    #expect(try !scale.isOnLattice(Score(parsing: "0.25")))
    #expect(scale.score(at: -1) == scale.minimum)
    #expect(scale.score(at: 99) == scale.maximum)
  }

  @Test(
    "Scales that contradict themselves are refused",
    arguments: [
      ("0", "100", "0"), ("0", "100", "-1"), ("100", "0", "1"), ("0", "1", "0.3"),
      ("0", "100", "0.000001"), ("-9000000000", "9000000000", "1"),
    ])
  func refused(minimum: String, maximum: String, step: String) {
    let error = #expect(throws: ScoreError.self) { try scale(minimum, maximum, step) }
    #expect(error?.code == .scale)
  }
}
