import ScoreExchange
import Scores
import Testing

@Suite("The trace of a score")
struct TraceTests {
  private typealias Specimen = RecognitionSpecimen

  @Test("Everything from result to score, as a notice prints it")
  func whole() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust()) {
      $0.minimumTotal = try Specimen.score("50")
      $0.bonusCap = try Specimen.score("1")
      $0.priority = .moet2025
      $0.document = "Decision 5919 of 10/06/2025"
    }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(
        region: .kv2Rural, claims: [.object(6)], bonus: Specimen.score("1.5")),
      results: [
        Specimen.result("70"), Specimen.result("64.2", sitting: "2024-6", date: "2024-06-15"),
      ])
    #expect(decision.score?.formatted() == "28.86")
    let steps: [Substring] = [
      "TSA 2025-1 of 2025-01-19, issued by BKA, candidate BK01: total 70.00 of 100.00",
      "valid until 2027-01-19 (2 years), judged on 2025-07-16, minimum total 50.00 reached",
      "the best whole result counts, set aside: 2024-6 candidate BK01 (total 64.20 is lower)",
      """
      conversion hust-2025 to THPT, band 69.88 < x <= 76.23: \
      27.55 + (70.00 - 69.88) x (28.46 - 27.55) / (76.23 - 69.88) = 27.567… -> 27.57 (half-up 2)
      """,
      "bonus 1.50 capped at 1.00",
      "total 27.57 + 1.00 = 28.57",
      """
      priority moet-2025: region KV2-NT 0.50 + group UT2 (object 06) 1.00 = 1.50 of 30, \
      tapered above 22.50: (30.00 - 28.57) / 7.50 x 1.50 = 0.286
      """,
      "score 28.57 + 0.286 = 28.856 -> 28.86 (half-up 2)",
      "rule of GHA for TSA in 2025, Decision 5919 of 10/06/2025",
    ]
    #expect(Array(decision.trace.split(separator: "; ")) == steps)
  }

  @Test("HUST's own case on the scale of 100")
  func hust() throws {
    let recogniser = try Specimen.recogniser(school: "BKA") { $0.priority = .moet2025 }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(region: .kv2Rural, bonus: Specimen.score("4")),
      results: [Specimen.result("73.68")])
    let steps: [Substring] = [
      "taken as it is on TSA", "bonus 4.00", "total 73.68 + 4.00 = 77.68",
      """
      priority moet-2025: region KV2-NT 0.50 of 30, 0.50 x 100.00 / 30 = 1.666…, \
      tapered above 75.00: (100.00 - 77.68) / 25.00 x 1.666… = 1.488
      """,
      "score 77.68 + 1.488 = 79.168 -> 79.17 (half-up 2)", "rule of BKA for TSA in 2025",
    ]
    #expect(Array(decision.trace.split(separator: "; ").dropFirst(2)) == steps)
  }

  @Test("A step table, a lapsed region and a limit are told")
  func others() throws {
    let stepTable = try Specimen.conversion(
      "haui", [("69", "71", "27.50", "27.50"), ("72", "73", "28.00", "28.00")],
      isInterpolated: false)
    let recogniser = try Specimen.recogniser(stepTable) { $0.priority = .moet2026 }
    let decision = try recogniser.decision(
      for: ApplicantAttributes(
        region: .kv1, claims: [.object(7)], graduationYear: 2020, bonus: Specimen.score("3")),
      results: [Specimen.result("71.75")])
    let steps: [Substring] = [
      """
      conversion haui to THPT, band 69.00 <= x <= 71.00, to which 71.75 is cut: step value 27.50
      """,
      "bonus 3.00", "total 27.50 + 3.00 = 30.50, limited to 30.00",
      "priority moet-2026: region KV1 lapsed, school was left in 2020, no group for object 07",
      "score 30.00", "rule of GHA for TSA in 2025",
    ]
    #expect(Array(decision.trace.split(separator: "; ").dropFirst(2)) == steps)
  }

  @Test("The order of the rows of a band table does not show in it")
  func bandOrder() throws {
    let rows = [("69", "71", "27.50", "28.00"), ("71", "73", "28.00", "28.50")]
    let traces = try [rows, rows.reversed()].map { rows in
      try Specimen.recogniser(Specimen.conversion("haui", rows, isInterpolated: true)).decision(
        for: ApplicantAttributes(), results: [Specimen.result("71.75")]
      ).trace
    }
    #expect(traces[0] == traces[1] && traces[0].contains("band 71.00 < x <= 73.00: "))
  }

  @Test("Every trace is one line")
  func oneLine() throws {
    for total in stride(from: 0, through: 100, by: 5) {
      let decision = try Specimen.recogniser(Specimen.hust()).decision(
        for: ApplicantAttributes(), results: [Specimen.result("\(total)")])
      #expect(!decision.trace.utf8.contains(0x0A))
      #expect(decision.trace.hasPrefix("TSA 2025-1"))
    }
  }
}
