import ScoreExchange
import Scores
import Testing

@Suite("Priority points")
struct PriorityRuleTests {
  private func tapered(_ points: String, _ total: String, _ maximum: String) throws -> ExactFraction
  {
    let taper = try PriorityTaper(maximum: ExactFraction(Score(parsing: maximum)))
    return try taper.tapered(
      taper.full(Score(parsing: points)), total: ExactFraction(Score(parsing: total)))
  }

  private func printed(_ value: ExactFraction, decimals: Int = 2) throws -> String {
    try RoundingRule.halfUp(decimals: decimals).rounded(value).formatted(decimals: decimals)
  }

  @Test(
    "Published worked cases of the taper on the scale of 30",
    arguments: [
      ("0.75", "24.00", "0.60"), ("1", "23.5", "0.87"), ("1", "25.5", "0.60"),
      ("1", "27.5", "0.33"),
      ("1", "29.5", "0.07"), ("2.75", "22.49", "2.75"), ("2.75", "22.5", "2.75"),
      ("2.75", "30", "0.00"), ("2.75", "0", "2.75"),
    ])
  func publishedTaper(_ points: String, _ total: String, _ answer: String) throws {
    #expect(try printed(tapered(points, total, "30")) == answer)
  }

  @Test(
    "Full points on other scales are points of 30 times M / 30",
    arguments: [
      ("30", ["0.2500", "0.5000", "0.7500", "1.0000", "2.0000", "2.7500"]),
      ("100", ["0.8333", "1.6667", "2.5000", "3.3333", "6.6667", "9.1667"]),
      ("150", ["1.2500", "2.5000", "3.7500", "5.0000", "10.0000", "13.7500"]),
      ("1200", ["10.0000", "20.0000", "30.0000", "40.0000", "80.0000", "110.0000"]),
      ("1500", ["12.5000", "25.0000", "37.5000", "50.0000", "100.0000", "137.5000"]),
    ])
  func scales(_ maximum: String, _ answers: [String]) throws {
    let points = ["0.25", "0.5", "0.75", "1", "2", "2.75"]
    let printed = try points.map { try self.printed(tapered($0, "0", maximum), decimals: 4) }
    #expect(printed == answers)
  }

  @Test(
    "At every total the points are not negative, never carry over the end, and never fall behind a lower total"
  )
  func properties() throws {
    var previous = ExactFraction.zero
    let taper = try PriorityTaper(maximum: ExactFraction(100, 1))
    for step in 0...1_000 {
      let total = try ExactFraction(step, 10)
      let points = try taper.tapered(taper.full(Score(parsing: "2.75")), total: total)
      let sum = try total.adding(points)
      #expect(points >= .zero)
      #expect(sum <= taper.maximum)
      #expect(sum > previous)
      previous = sum
    }
    #expect(try tapered("2.75", "101", "100") == .zero)
  }

  @Test("Objects belong to other groups from 2026 on")
  func groups() {
    func groups(_ rule: PriorityRule) -> [PriorityGroup?] {
      (0...8).map { rule.group(ofObject: $0) }
    }
    #expect(groups(.moet2025) == [nil, .ut1, .ut1, .ut1, .ut1, .ut2, .ut2, .ut2, nil])
    #expect(groups(.moet2026) == [nil, .ut1, .ut1, .ut1, .ut2, .ut2, .ut2, nil, nil])
  }

  @Test("Only the highest group counts")
  func highestGroup() throws {
    let claims = try #require(PriorityClaim.all(in: "06, 03"))
    #expect(PriorityRule.moet2025.group(of: claims) == .ut1)
    #expect(PriorityRule.moet2026.group(of: [.object(7)]) == nil)
    #expect(PriorityRule.none.group(of: claims) == nil)
    #expect(PriorityRule.moet2025.group(of: []) == nil)
  }

  @Test(
    "The benefit of a region ends the year after graduation",
    arguments: [
      (2023, false), (2024, true), (2025, true), (2026, true),
    ])
  func graduation(_ graduationYear: Int, _ counts: Bool) {
    #expect(PriorityRule.regionCounts(graduationYear: graduationYear, year: 2025) == counts)
    #expect(PriorityRule.regionCounts(graduationYear: nil, year: 2025))
    #expect(PriorityRule.regionCounts(graduationYear: .max, year: 2025))
    #expect(!PriorityRule.regionCounts(graduationYear: .min, year: 2025))
  }

  @Test("Regions and claims are read in the forms that files have")
  func forms() {
    #expect(PriorityRegion("KV2-NT") == .kv2Rural)
    #expect(PriorityRegion("kv2nt") == .kv2Rural)
    #expect(PriorityRegion("2NT") == .kv2Rural)
    #expect(PriorityRegion("kv1") == .kv1)
    #expect(PriorityRegion("KV4") == nil)
    #expect(PriorityRegion("") == nil)
    #expect(PriorityClaim.all(in: "") == [])
    #expect(PriorityClaim.all(in: "UT1") == [.group(.ut1)])
    #expect(PriorityClaim.all(in: "04+7") == [.object(4), .object(7)])
    #expect(PriorityClaim.all(in: "08") == nil)
    #expect(PriorityClaim.all(in: "004") == nil)
    #expect(PriorityClaim.all(in: "UT3") == nil)
  }
}
