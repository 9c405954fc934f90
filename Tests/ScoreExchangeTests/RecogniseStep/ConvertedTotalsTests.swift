import Parallel
import ScoreExchange
import Scores
import Testing

@Suite("Conversions that are worked out for a whole scale")
struct ConvertedTotalsTests {
  private typealias Specimen = RecognitionSpecimen

  @Test("Every total has the score and the words of a conversion of its own", arguments: [1, 3])
  func everyTotal(threads: Int) throws {
    let recogniser = try Specimen.recogniser(Specimen.hust())
    let scale = try Specimen.tsa().scale
    let converted = try #require(
      ConvertedTotals(
        recogniser, forTotals: scale.pointCount, plan: WorkPlan(threadCount: threads)))
    for point in 0..<scale.pointCount {
      let total = scale.score(at: point).formatted(decimals: 2)
      let decision = try recogniser.decision(
        for: ApplicantAttributes(), results: [Specimen.result(total)])
      let (score, words) = try converted.told(at: point)
      #expect(score == decision.converted)
      #expect(decision.trace.contains("; \(words); "))
    }
  }

  @Test("A scale with more points than there are totals is not worked out, nor is no conversion")
  func notWorthWhile() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust())
    #expect(ConvertedTotals(recogniser, forTotals: 10_000, plan: .sequential) == nil)
    #expect(
      ConvertedTotals(try Specimen.recogniser(), forTotals: 20_000, plan: .sequential) == nil)
  }
}
