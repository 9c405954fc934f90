import ScoreExchange
import Scores
import Testing

@Suite("What a receiver makes of a result")
struct RecognitionDecisionTests {
  private typealias Specimen = RecognitionSpecimen

  private func text(_ score: Score?) -> String? { score?.formatted(decimals: 2) }

  @Test(
    "HUST's two published cases",
    arguments: [
      ("55.36", "7", PriorityRegion.kv1, "2.50", "64.86"),
      ("73.68", "4", .kv2Rural, "1.49", "79.17"),
    ])
  func hustCases(
    _ total: String, _ bonus: String, _ region: PriorityRegion, _ priority: String,
    _ answer: String
  ) throws {
    let recogniser = try Specimen.recogniser(school: "BKA") { $0.priority = .moet2025 }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(region: region, bonus: Specimen.score(bonus)),
      results: [Specimen.result(total)])
    #expect(decision.isRecognised)
    #expect(text(decision.score) == answer)
    #expect(text(decision.priority) == priority)
    #expect(text(decision.converted) == total)
  }

  @Test(
    "The table of HUST 2025 gives the published pairs and the values between",
    arguments: [
      ("50", "20.96"), ("60", "25.15"), ("70", "27.57"), ("80", "28.84"), ("90", "29.53"),
      ("70.79", "27.68"), ("86.97", "29.39"), ("46.95", "19.50"), ("100", "30.00"),
      ("69.88", "27.55"), ("83.98", "29.25"),
    ])
  func hustTable(_ total: String, _ converted: String) throws {
    let decision = try Specimen.recogniser(Specimen.hust()).decision(
      for: ApplicantAttributes(), results: [Specimen.result(total)])
    #expect(text(decision.converted) == converted)
    #expect(decision.score == decision.converted)
  }

  @Test(
    "25.125 is rounded as the conversion says",
    arguments: [
      (RoundingRule.halfUp(decimals: 2), "25.13"), (.halfEven(decimals: 2), "25.12"),
      (.truncate(decimals: 2), "25.12"),
      (.step(Score(billionths: 250_000_000), afterDecimals: 2), "25.25"),
    ])
  func rounding(_ rule: RoundingRule, _ answer: String) throws {
    let conversion = try Specimen.conversion(
      "tlu-2025", [("65", "75", "24.00", "26.25"), ("75", "85", "26.25", "27.50")], rounding: rule)
    let decision = try Specimen.recogniser(conversion).decision(
      for: ApplicantAttributes(), results: [Specimen.result("70")])
    #expect(text(decision.converted) == answer)
  }

  @Test(
    "A step or a single decimal of the conversion does not swallow priority points",
    arguments: [
      RoundingRule.step(Score(billionths: 250_000_000), afterDecimals: 2), .halfUp(decimals: 1),
      .halfEven(decimals: 1),
    ])
  func coarseConversion(_ rounding: RoundingRule) throws {
    let recogniser = try Specimen.recogniser(Specimen.hust(rounding: rounding)) {
      $0.priority = .moet2025
    }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(region: .kv1), results: [Specimen.result("58")])
    #expect(text(decision.converted) == "24.50")
    #expect(text(decision.priority) == "0.55")
    #expect(text(decision.score) == "25.05")
  }

  @Test("A score outside the table is refused, not guessed", arguments: ["46.94", "0"])
  func outside(_ total: String) throws {
    let decision = try Specimen.recogniser(Specimen.hust()).decision(
      for: ApplicantAttributes(), results: [Specimen.result(total)])
    #expect(decision.refusal == .outsideTable)
    #expect(decision.score == nil)
    #expect(text(decision.total) == Optional(try Specimen.score(total).formatted(decimals: 2)))
  }

  @Test(
    "A result counts on the day of the sitting and on the same day two years later",
    arguments: [
      ("2025-01-18", RecognitionRefusal.notYet), ("2025-01-19", nil), ("2027-01-19", nil),
      ("2027-01-20", .expired),
    ])
  func validity(_ asOf: String, _ refusal: RecognitionRefusal?) throws {
    let decision = try Specimen.recogniser(asOf: asOf).decision(
      for: ApplicantAttributes(), results: [Specimen.result("60", date: "2025-01-19")])
    #expect(decision.refusal == refusal)
  }

  @Test("A result of 29 February counts until 28 February")
  func leapDay() throws {
    let results = [try Specimen.result("60", date: "2024-02-29")]
    let attributes = ApplicantAttributes()
    #expect(
      try Specimen.recogniser(asOf: "2026-02-28").decision(for: attributes, results: results)
        .isRecognised)
    #expect(
      try Specimen.recogniser(asOf: "2026-03-01").decision(for: attributes, results: results)
        .refusal == .expired)
  }

  @Test("Each check has its reason")
  func reasons() throws {
    let recogniser = try Specimen.recogniser {
      $0.sittings = ["2025-1"]
      $0.minimumTotal = try Specimen.score("50")
      $0.minimumParts = [.init(part: "reading", minimum: try Specimen.score("10"))]
    }
    func refusal(_ results: [LinkedResult]) -> RecognitionRefusal? {
      recogniser.decision(for: ApplicantAttributes(), results: results).refusal
    }
    let fine = ["20", "10", "20"]
    #expect(refusal([]) == .noResult)
    #expect(refusal([try Specimen.result("60", assessment: "HSA")]) == .noResult)
    #expect(refusal([try Specimen.result(nil, status: "absent")]) == .status)
    #expect(refusal([try Specimen.result("60", parts: fine, status: "withheld")]) == .status)
    #expect(refusal([try Specimen.result("60", sitting: "2025-2", parts: fine)]) == .sitting)
    #expect(refusal([try Specimen.result("60.001", parts: fine)]) == .scale)
    #expect(refusal([try Specimen.result("100.01", parts: fine)]) == .scale)
    #expect(refusal([try Specimen.result("49.99", parts: fine)]) == .minimumTotal)
    #expect(refusal([try Specimen.result("60", parts: ["30", "9.99", "20.01"])]) == .minimumPart)
    #expect(refusal([try Specimen.result("60")]) == .minimumPart)
    #expect(refusal([try Specimen.result("50", parts: fine)]) == nil)
  }

  @Test("The result that came nearest is the one whose reason is told")
  func nearestReason() throws {
    let recogniser = try Specimen.recogniser { $0.minimumTotal = try Specimen.score("50") }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(),
      results: [
        Specimen.result("90", sitting: "2023-1", date: "2023-06-10", number: "A"),
        Specimen.result("40", sitting: "2025-1", number: "B"),
        Specimen.result(nil, sitting: "2025-2", number: "C", status: "absent"),
      ])
    #expect(decision.refusal == .minimumTotal)
    #expect(decision.result?.candidateNumber == "B")
    let trace = """
      TSA 2025-1 of 2025-01-19, issued by BKA, candidate B: total 40.00 of 100.00; \
      not recognised: its total 40.00 is under the minimum 50.00; \
      the best whole result counts, set aside: \
      2023-1 candidate A (it was valid until 2025-06-10, and the day of judgement is \
      2025-07-16), 2025-2 candidate C (its status is absent); rule of GHA for TSA in 2025
      """
    #expect(decision.trace == trace)
  }

  @Test(
    "Best, latest and earliest choose among acceptable whole results",
    arguments: [
      (RecognitionRule.Choice.best, "70.00"), (.latest, "60.00"), (.earliest, "65.00"),
    ])
  func choice(_ choice: RecognitionRule.Choice, _ total: String) throws {
    let recogniser = try Specimen.recogniser {
      $0.choice = choice
      $0.minimumTotal = try Specimen.score("50")
    }
    let results = [
      try Specimen.result("60", sitting: "2025-3", date: "2025-04-27", number: "C"),
      try Specimen.result("70", sitting: "2025-2", date: "2025-03-09", number: "B"),
      try Specimen.result("65", sitting: "2025-1", date: "2025-01-19", number: "A"),
      try Specimen.result("40", sitting: "2025-4", date: "2025-06-01", number: "D"),
      try Specimen.result("99", sitting: "2023-1", date: "2023-06-10", number: "E"),
    ]
    let decision = recogniser.decision(for: ApplicantAttributes(), results: results)
    #expect(text(decision.total) == total)
    #expect(
      recogniser.decision(for: ApplicantAttributes(), results: results.reversed()) == decision)
    #expect(decision.trace.contains("2025-4 candidate D (its total 40.00 is under the minimum"))
  }

  @Test("Of equal totals the latest sitting counts, then the first candidate number")
  func ties() throws {
    let results = [
      try Specimen.result("60", sitting: "2025-1", date: "2025-01-19", number: "A"),
      try Specimen.result("60", sitting: "2025-2", date: "2025-03-09", number: "C"),
      try Specimen.result("60", sitting: "2025-2", date: "2025-03-09", number: "B"),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let decision = try Specimen.recogniser().decision(
        for: ApplicantAttributes(), results: order.map { results[$0] })
      #expect(decision.result == results[2])
    }
  }

  @Test("A bonus counts up to its cap and never over the end of the scale")
  func bonus() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust()) {
      $0.bonusCap = try Specimen.score("3")
      $0.priority = .moet2025
    }
    let best = ApplicantAttributes(
      region: .kv1, claims: [.group(.ut1)], bonus: try Specimen.score("4"))
    let high = recogniser.decision(for: best, results: [try Specimen.result("90")])
    #expect(text(high.bonus) == "3.00")
    #expect(text(high.priority) == "0.00")
    #expect(text(high.score) == "30.00")
    let low = recogniser.decision(for: best, results: [try Specimen.result("46.95")])
    #expect(text(low.score) == "25.25")
  }

  @Test(
    "Region points lapse and claims follow the year's rule",
    arguments: [
      (PriorityRule.moet2025, 2023, 7, "1.00"), (.moet2026, 2023, 7, "0.00"),
      (.moet2025, 2024, 4, "2.75"), (.moet2026, 2025, 4, "1.75"), (.none, 2025, 1, "0.00"),
    ])
  func claims(_ rule: PriorityRule, _ graduation: Int, _ object: Int, _ points: String) throws {
    let recogniser = try Specimen.recogniser(Specimen.hust()) { $0.priority = rule }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(
        region: .kv1, claims: [.object(object)], graduationYear: graduation),
      results: [Specimen.result("50")])
    #expect(text(decision.priority) == points)
  }

  @Test("An equated table has the last word for each point of its scale")
  func pointTable() throws {
    let scale = try ScoreScale(
      minimum: .zero, maximum: Specimen.score("100"), step: Specimen.score("50"))
    let values = [nil, try Specimen.score("14.50"), try Specimen.score("30")]
    let table = LoadedConversion(
      try Specimen.hust().definition, table: .points(of: scale, values))
    let recogniser = try Specimen.recogniser(table)
    func decision(_ total: String) throws -> RecognitionDecision {
      recogniser.decision(for: ApplicantAttributes(), results: [try Specimen.result(total)])
    }
    #expect(text(try decision("50").score) == "14.50")
    #expect(try decision("0").refusal == .outsideTable)
    #expect(try decision("50.01").refusal == .outsideTable)
  }

  @Test("Absurd numbers are refused, not trapped on")
  func overflow() throws {
    let huge = Score(billionths: .max)
    let recogniser = try Specimen.recogniser(Specimen.hust()) {
      $0.priority = .moet2025
      $0.composite = [
        CompositeComponent(name: "converted", weight: huge),
        CompositeComponent(name: "thpt", weight: huge),
      ]
    }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(region: .kv1, bonus: huge, components: ["thpt": huge]),
      results: [Specimen.result("60")])
    #expect(decision.refusal == .overflow)
  }

  @Test("A rule is refused without its conversion or with another")
  func wrongConversion() throws {
    #expect(throws: ExchangeError.self) {
      _ = try Specimen.recogniser { $0.conversion = "hust-2025" }
    }
    #expect(throws: ExchangeError.self) {
      _ = try Specimen.recogniser(Specimen.hust()) { $0.conversion = "tlu-2025" }
    }
  }
}
