import ScoreLinking
import Scores
import Testing

@Suite struct ScaleNetworkTests {
  /// A table by tenths of a line through 0, from 0 to 10, with one standard error.
  private static func line(
    slope: Double, error: Double? = nil, flag: ConversionTable.Flag = .interpolated
  ) throws -> ConversionTable {
    try ConversionTable(
      entries: (0...100).map { tenths in
        let score = Score(billionths: Int64(tenths) * 100_000_000)
        let to = try #require(SignificantDecimal(slope * Double(tenths) / 10))
        return ConversionTable.Entry(
          from: score, to: to, rounded: try RoundingRule.standard.rounded(to.fraction()),
          standardError: error.flatMap(SignificantDecimal.init), flag: flag)
      })
  }

  private static func network() throws -> ScaleNetwork {
    try ScaleNetwork(
      base: "THPT",
      links: ["TSA": line(slope: 2, error: 0.3), "HSA": line(slope: 4, error: 0.4)])
  }

  @Test("Through the base, y = 2x and y = 4x make y = x / 2, with both errors on the new scale")
  func twoLines() throws {
    let network = try Self.network()
    let value = try network.convert("7", from: "TSA", to: "HSA")
    #expect(abs(value.points - 3.5) < 1e-12)
    #expect(abs(try #require(value.standardError) - 0.5 / 4) < 1e-12)
    let base = try network.convert("7", from: "TSA", to: "THPT")
    #expect(base.points == 14 && base.standardError == 0.3)
    #expect(network.scales == ["THPT", "HSA", "TSA"])
  }

  @Test("A value that the other scale does not reach is its end, flagged and without an error")
  func outside() throws {
    let value = try Self.network().convert("7", from: "HSA", to: "TSA")
    #expect(value.points == 10)
    #expect(value.flag == .clipped && value.standardError == nil)
    let table = try Self.network().table(from: "HSA", to: "TSA")
    #expect(table.entries.map(\.flag).count { $0 == .clipped } == 50)
    #expect(table.entries[30].rounded == "6")
  }

  @Test("The cycle closes when the direct link is the way through the base, and else by its gap")
  func closure() throws {
    let network = try Self.network()
    let same = try CycleClosure(
      of: network.table(from: "TSA", to: "HSA"), from: "TSA", to: "HSA", in: network)
    #expect(same.rootMeanSquare < 1e-11 && same.people == 101 && same.unreachedPeople == 0)
    // The direct way is x, the other x / 2: gaps of 1, three times, and of 2.
    let gap = try CycleClosure(
      of: Self.line(slope: 1), from: "TSA", to: "HSA", in: network,
      over: [("2", 3), ("4", 1), ("5", 0)])
    #expect(abs(gap.rootMeanSquare - (7.0 / 4).squareRoot()) < 1e-12)
    #expect(gap.maximum == 2 && gap.people == 4)
  }

  @Test("People whom the way through the base does not reach are counted, not compared")
  func unreached() throws {
    let network = try Self.network()
    let closure = try CycleClosure(
      of: Self.line(slope: 2), from: "HSA", to: "TSA", in: network, over: [("2", 1), ("9", 1)])
    #expect(closure.people == 1 && closure.unreachedPeople == 1 && closure.rootMeanSquare == 0)
    #expect(throws: LinkingError(code: .outside)) {
      try CycleClosure(
        of: Self.line(slope: 2), from: "HSA", to: "TSA", in: network,
        over: [("9", 1)])
    }
    #expect(throws: LinkingError(code: .negativeCount)) {
      try CycleClosure(
        of: Self.line(slope: 2), from: "HSA", to: "TSA", in: network, over: [("2", -1)])
    }
  }

  @Test("Links estimated from data agree there and back through the base")
  func estimated() throws {
    let settings = EquatingFunction.Settings(
      method: .equipercentile, presmoothing: .bivariate(from: 4, to: 4, cross: 1))
    func link(seed: UInt64, step: Score) throws -> ConversionTable {
      let pairs = try Textbook.pairs(
        roughPairs(21, 21, people: 3_000, seed: seed), fromStep: step)
      return try ConversionTable(EquatingFunction(.singleGroup(pairs), settings))
    }
    let network = try ScaleNetwork(
      base: "THPT", links: ["TSA": link(seed: 9, step: "1"), "HSA": link(seed: 10, step: "5")])
    let there = try network.table(from: "TSA", to: "HSA", rounding: .halfUp(decimals: 9))
    let back = try ScaleNetwork(base: "HSA", links: ["TSA": there])
    for point in 6...14 {
      let score = Score(billionths: Int64(point) * 1_000_000_000)
      let value = try back.convert(score, from: "TSA", to: "HSA").points
      #expect(abs(value - (try network.convert(score, from: "TSA", to: "HSA").points)) < 1e-9)
      #expect(try network.convert(score, from: "TSA", to: "TSA").points - Double(point) < 1e-9)
    }
  }

  @Test("A network without links, with its base linked, with falling values is refused")
  func refusals() throws {
    let network = try Self.network()
    #expect(throws: LinkingError(code: .empty)) { try ScaleNetwork(base: "THPT", links: [:]) }
    #expect(throws: LinkingError(code: .settings)) {
      try ScaleNetwork(base: "TSA", links: network.links)
    }
    #expect(throws: LinkingError(code: .settings)) {
      try network.convert("4", from: "V-ACT", to: "HSA")
    }
    #expect(throws: LinkingError(code: .settings)) {
      try network.convert("4", from: "TSA", to: "V-ACT")
    }
    let falling = try ConversionTable(
      entries: [("1", 2.001), ("2", 2.0)].map { (from: Score, to) in
        ConversionTable.Entry(
          from: from, to: try #require(SignificantDecimal(to)), rounded: "2", standardError: nil,
          flag: .interpolated)
      })
    let error = #expect(throws: LinkingError(code: .notMonotone)) {
      try ScaleNetwork(base: "THPT", links: ["TSA": falling])
    }
    #expect(error?.rows == [1, 2])
  }
}
