import ScoreExchange
import ScoreLinking
import Scores
import Testing

@Suite("A cutoff on the scale of the assessment")
struct CutoffEquivalentTests {
  private typealias Specimen = RecognitionSpecimen

  private func total(_ line: String, _ recogniser: Recogniser) throws -> String? {
    recogniser.total(atLine: try Specimen.score(line))?.formatted(decimals: 2)
  }

  @Test(
    "is what HUST printed for 2025",
    arguments: [("27.68", "70.79"), ("29.39", "86.97"), ("19.5", "46.95"), ("30", "100.00")])
  func published(_ line: String, _ answer: String) throws {
    #expect(try total(line, Specimen.recogniser(Specimen.hust())) == answer)
  }

  @Test("goes down by the offset of the combination that the programmes compare")
  func offset() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust()) {
      $0.combinationOffset = try Specimen.score("0.5")
    }
    #expect(try total("28.18", recogniser) == "70.79")
    #expect(try total("30", recogniser) == "89.32")
  }

  @Test("is nothing where no result reaches it alone, or where more than the result counts")
  func unreachable() throws {
    let stopping = try Specimen.conversion("short", [("40", "100", "10", "25.10")])
    #expect(try total("25.11", Specimen.recogniser(stopping)) == nil)
    #expect(try total("25.10", Specimen.recogniser(stopping)) == "100.00")
    #expect(try total("20", Specimen.recogniser()) == nil)
    let weighted = try Specimen.recogniser(Specimen.hust()) {
      $0.composite = [CompositeComponent(name: "converted", weight: try Specimen.score("0.7"))]
    }
    #expect(try total("20", weighted) == nil)
  }

  @Test("is the least total of a step, and of a band that stands still", arguments: ["29", "30"])
  func steps(_ line: String) throws {
    let rows = [("90", "95", "28", "28"), ("95", "100", "30", "30")]
    let steps = try Specimen.conversion("steps", rows, isInterpolated: false)
    let recogniser = try Specimen.recogniser(steps)
    // The end of a band belongs to it, so that 95.00 is worth 28 still.
    #expect(try total(line, recogniser) == "95.01")
    #expect(try total("28", recogniser) == "90.00")
    let still = try Specimen.conversion(
      "tlu", [("85", "95", "27.50", "30"), ("95", "100", "30", "30")])
    // 94.98 is worth 29.995, which is rounded up.
    #expect(try total("30", Specimen.recogniser(still)) == "94.98")
  }

  @Test("is worth the line to its last digit")
  func wayBack() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust())
    for hundredths in stride(from: Int64(1950), through: 3000, by: 7) {
      let line = Score(billionths: hundredths * 10_000_000)
      let total = try #require(recogniser.total(atLine: line))
      let worth = try recogniser.decision(
        for: ApplicantAttributes(), results: [Specimen.result(total.formatted(decimals: 2))]
      ).converted
      let difference = try #require(worth).subtracting(line).billionths
      #expect(abs(difference) <= 10_000_000, "\(line)")
    }
  }
}
