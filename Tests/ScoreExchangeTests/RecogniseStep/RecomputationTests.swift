import ScoreExchange
import Scores
import Testing
import TestSupport

@Suite("Recognised scores, computed again in whole hundredths")
struct RecomputationTests {
  private typealias Specimen = RecognitionSpecimen

  /// HUST's bands in hundredths, lowest first: TSA from, to, THPT from, to.
  private static let bands = [
    [4695, 5522, 1950, 2346], [5522, 5971, 2346, 2508], [5971, 6988, 2508, 2755],
    [6988, 7623, 2755, 2846], [7623, 8398, 2846, 2925], [8398, 10_000, 2925, 3000],
  ]

  /// The converted score of a total, both in hundredths, by whole numbers alone.
  private static func converted(_ total: Int) -> Int? {
    guard let band = bands.first(where: { $0[0] <= total && total <= $0[1] }) else { return nil }
    let width = band[1] - band[0]
    return band[2] + (2 * (total - band[0]) * (band[3] - band[2]) + width) / (2 * width)
  }

  /// A score with points of 30 in hundredths: base + points, or above 22.50 of 30
  /// base + (3000 − base) × points / 750, rounded half up once.
  private static func score(_ base: Int, _ points: Int) -> Int {
    guard base > 2250 else { return base + points }
    return base + (2 * (3000 - base) * points + 750) / 1500
  }

  @Test("Every seventh total from 0 to 100, in every region and group")
  func everything() throws {
    let recogniser = try Specimen.recogniser(Specimen.hust()) { $0.priority = .moet2025 }
    let regions: [(PriorityRegion?, Int)] = [
      (nil, 0), (.kv3, 0), (.kv2, 25), (.kv2Rural, 50), (.kv1, 75),
    ]
    let groups: [([PriorityClaim], Int)] = [([], 0), ([.object(7)], 100), ([.object(1)], 200)]
    var recognised = 0
    for total in stride(from: 0, through: 10_000, by: 7) {
      let result = LinkedResult(
        issuer: "BKA", assessment: "TSA", sitting: "2025-1",
        sittingDate: try #require(CalendarDate("2025-01-19")), candidateNumber: "BK01",
        total: Score(billionths: Int64(total) * 10_000_000))
      let (region, regionPoints) = regions[total % 5]
      let (claims, groupPoints) = groups[total % 3]
      let decision = recogniser.decision(
        for: ApplicantAttributes(region: region, claims: claims), results: [result],
        tracing: false)
      let expected = Self.converted(total).map { Self.score($0, regionPoints + groupPoints) }
      #expect(decision.score?.billionths == expected.map { Int64($0) * 10_000_000 })
      #expect(decision.trace.isEmpty)
      if decision.isRecognised { recognised += 1 }
    }
    #expect(recognised == (10_000 - 4695) / 7 + 1)
  }

  @Test("A decision is the same with and without its trace, whatever the order of the results")
  func tracing() throws {
    var generator = SplitMix64(seed: 11)
    let attributes = ApplicantAttributes(
      region: .kv2, claims: [.group(.ut2)], bonus: try Specimen.score("1"))
    for choice in [RecognitionRule.Choice.best, .latest, .earliest] {
      let recogniser = try Specimen.recogniser(Specimen.hust()) {
        $0.choice = choice
        $0.priority = .moet2026
        $0.minimumTotal = try Specimen.score("45")
      }
      for _ in 0..<60 {
        let results = try (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          let month = Int.random(in: 1...9, using: &generator)
          let year = Int.random(in: 2023...2025, using: &generator)
          return try Specimen.result(
            "\(Int.random(in: 40...60, using: &generator))", sitting: "\(year)-\(month)",
            date: "\(year)-0\(month)-15", number: "N\(Int.random(in: 1...3, using: &generator))")
        }
        let told = recogniser.decision(for: attributes, results: results)
        let shuffled = results.shuffled(using: &generator)
        let untold = recogniser.decision(for: attributes, results: shuffled, tracing: false)
        #expect(told.result == untold.result)
        #expect(told.score == untold.score)
        #expect(told.refusal == untold.refusal)
        #expect(recogniser.decision(for: attributes, results: shuffled) == told)
      }
    }
  }
}
