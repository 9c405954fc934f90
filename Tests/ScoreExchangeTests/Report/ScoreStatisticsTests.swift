import ScoreExchange
import Scores
import Testing

@Suite("Statistics of totals")
struct ScoreStatisticsTests {
  private func scale(_ minimum: String, _ maximum: String, _ step: String) throws -> ScoreScale {
    try ScoreScale(
      minimum: Score(parsing: minimum), maximum: Score(parsing: maximum), step: Score(parsing: step)
    )
  }

  @Test("Mean, median and standard deviation of the textbook's eight numbers")
  func textbook() throws {
    let statistics = try #require(
      ScoreStatistics(ofSorted: [2, 4, 4, 4, 5, 5, 7, 9], on: scale("0", "10", "1")))
    #expect(statistics.mean.formatted() == "5")
    #expect(statistics.median.formatted() == "4.5")
    #expect(statistics.standardDeviation?.formatted() == "2")
    #expect(statistics.minimum.formatted() == "2")
    #expect(statistics.maximum.formatted() == "9")
  }

  @Test("A scale that begins above zero moves the mean, not the spread")
  func shifted() throws {
    let statistics = try #require(
      ScoreStatistics(ofSorted: [0, 100, 100], on: scale("10", "20", "0.05")))
    #expect(statistics.mean.formatted() == "13.33")
    #expect(statistics.median.formatted() == "15")
    #expect(statistics.standardDeviation?.formatted() == "2.36")
  }

  @Test("Half a unit is rounded up in the mean")
  func half() throws {
    let statistics = try #require(
      ScoreStatistics(ofSorted: [5_489, 5_490], on: scale("0", "100", "0.01")))
    #expect(statistics.mean.formatted() == "54.9")
    #expect(statistics.median.formatted() == "54.895")
    #expect(statistics.standardDeviation?.formatted() == "0.01")
  }

  @Test("No totals have no statistics, and one has no spread")
  func fewTotals() throws {
    #expect(try ScoreStatistics(ofSorted: [], on: scale("0", "100", "0.01")) == nil)
    let one = try #require(ScoreStatistics(ofSorted: [7_000], on: scale("0", "100", "0.01")))
    #expect(one.standardDeviation == .zero)
    #expect(one.mean == one.median)
  }

  @Test("The spread agrees with a plain computation for any totals", arguments: 0..<20)
  func independentRecomputation(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var places: [Int32] = []
    for _ in 0..<(1 + Int(seed) * 37) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      places.append(Int32(state >> 33) % 10_001)
    }
    let statistics = try #require(
      ScoreStatistics(ofSorted: places.sorted(), on: scale("0", "100", "0.01")))
    let values = places.map { Double($0) / 100 }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    let deviation = try #require(statistics.standardDeviation)
    #expect(abs(Double(deviation.billionths) / 1e9 - variance.squareRoot()) < 0.005_000_1)
    #expect(abs(Double(statistics.mean.billionths) / 1e9 - mean) < 0.005_000_1)
  }
}
