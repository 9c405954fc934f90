import ScoreLinking
import Scores
import Testing

@Suite struct ConversionTableTests {
  @Test("A linear function leaves the scale; its table is clipped and says so")
  func clipping() throws {
    let function = try EquatingFunction(Textbook.act, .init(method: .linear))
    let table = try ConversionTable(function)
    #expect(table.entries.count == 41)
    #expect(table.entries[40].to.description.hasPrefix("40.91"))
    #expect(table.entries[40].rounded == "40")
    #expect(table.entries[40].flag == .clipped)
    #expect(table.entries[20].flag == .interpolated)
  }

  @Test("Every published value can be repeated from the printed one")
  func repeatable() throws {
    let rule = try RoundingRule(parsing: "step 0.25 after 2")
    let function = try EquatingFunction(Textbook.act, .init(method: .equipercentile))
    let table = try ConversionTable(function, rounding: rule)
    for entry in table.entries where entry.flag == .interpolated {
      let printed = try Score(
        parsing: RoundingRule.truncate(decimals: 9)
          .rounded(entry.to.fraction()).formatted())
      #expect(try rule.rounded(printed) == entry.rounded)
    }
    #expect(table.entries[0].flag == .zeroFrequency)
  }

  @Test(
    "Twelve digits are kept, without exponents",
    arguments: [
      (25.029_199_999_999_999, "25.0292"), (1.0 / 3, "0.333333333333"), (0, "0"),
      (-2.5e-7, "-0.00000025"), (123_456_789_012_345, "123456789012000"),
      (1e20, "100000000000000000000"),
      (0.1 + 0.2, "0.3"), (99.999_999_999_99, "100"),
      (1e-300, "0." + String(repeating: "0", count: 299) + "1"),
    ] as [(Double, String)])
  func digits(number: Double, text: String) throws {
    #expect(SignificantDecimal(number)?.description == text)
    #expect(SignificantDecimal(.infinity) == nil)
    #expect(SignificantDecimal(.nan) == nil)
  }

  @Test("A score off the lattice or the scale is refused, not moved to a neighbour")
  func offLattice() throws {
    let function = try EquatingFunction(Textbook.act, .init(method: .equipercentile))
    let table = try ConversionTable(function)
    #expect(throws: LinkingError(code: .offLattice)) { try function.equate("20.5") }
    #expect(throws: LinkingError(code: .outside)) { try function.equate("41") }
    #expect(throws: LinkingError(code: .offLattice)) { try table.entry(for: "20.5") }
    #expect(throws: LinkingError(code: .outside)) { try table.entry(for: "41") }
    #expect(try table.entry(for: "41", outside: .clip).from == "40")
    #expect(table.firstEntry(reaching: "25.03")?.from == "25")
    #expect(table.firstEntry(reaching: "41") == nil)
    let interval = try function.confidenceInterval(at: "25")
    #expect(interval.contains(25.0292) && interval.upperBound - interval.lowerBound < 2)
    let error = try function.standardErrorOfEquating(at: "25")
    for (level, deviate) in [
      (0.5, 0.674_489_750_196), (0.95, 1.959_963_984_54), (0.999, 3.290_526_731_49),
    ] {
      let half =
        try (function.confidenceInterval(at: "25", level: level).upperBound - function.values[25])
      #expect(abs(half - deviate * error) < 1e-11)
      let line = try table.entry(for: "25").confidenceInterval(level: level)
      #expect(abs(line.upperBound - function.values[25] - half) < 1e-10)
    }
    #expect(throws: LinkingError(code: .settings)) {
      try function.confidenceInterval(at: "25", level: 95)
    }
  }

  @Test("Data that cannot carry a link are refused by name")
  func refusals() throws {
    let scale = try Textbook.scale("10")
    #expect(throws: LinkingError(code: .offLattice)) {
      try ScoreDistribution(scale: scale, scores: ["1", "2.5"] as [Score])
    }
    #expect(throws: LinkingError(code: .outside)) {
      try ScoreDistribution(scale: scale, scores: ["11"] as [Score])
    }
    #expect(throws: LinkingError(code: .negativeCount)) {
      try ScoreDistribution(scale: scale, frequencies: [(score: "1", count: -1)])
    }
    #expect(throws: LinkingError(code: .empty)) {
      try ScoreDistribution(scale: scale, scores: [])
    }
    let flat = try ScoreDistribution(scale: scale, scores: ["3", "3"] as [Score])
    let group = try ScoreDistribution(scale: scale, scores: ["3", "5"] as [Score])
    let floored = try ScoreDistribution(scale: scale, scores: ["5", "7"] as [Score], floor: "5")
    func link(
      _ from: ScoreDistribution, _ method: LinkingMethod, minimum: Int = 1
    ) throws -> EquatingFunction {
      try EquatingFunction(
        .equivalentGroups(from: from, to: group), .init(method: method, minimumSample: minimum))
    }
    #expect(throws: LinkingError(code: .zeroVariance)) { try link(flat, .linear) }
    #expect(throws: LinkingError(code: .zeroVariance)) { try link(flat, .kernel(.penalty)) }
    #expect(throws: LinkingError(code: .zeroVariance)) { try link(flat, .equipercentile) }
    #expect(try link(flat, .mean).values == (0...10).map { Double($0) + 1 })
    #expect(throws: LinkingError(code: .truncation)) { try link(floored, .linear) }
    #expect(throws: LinkingError(code: .insufficientSample)) { try link(group, .mean, minimum: 9) }
    #expect(throws: LinkingError(code: .settings)) { try link(group, .tucker) }
    #expect(throws: LinkingError(code: .unlinkedPopulations)) {
      try EquatingFunction(Textbook.anchorDesign(weight: nil), .init(method: .linear))
    }
    let high = [[0, 0, 1], [0, 0, 2], [0, 0, 3]]
    let low = [[1, 0, 0], [1, 2, 0], [0, 3, 0]]
    for method in [LinkingMethod.tucker, .chainedLinear, .chainedEquipercentile] {
      #expect(throws: LinkingError(code: .unlinkedPopulations), "\(method.name)") {
        try EquatingFunction(
          .anchorTest(
            from: Textbook.pairs(high), to: Textbook.pairs(low), anchor: .init(kind: .internal)),
          .init(method: method))
      }
    }
    #expect(throws: LinkingError(code: .settings)) { try LinkingMethod(name: "magic") }
    #expect(throws: LinkingError(code: .settings)) { try Presmoothing(parsing: "loglinear:0") }
    #expect(try Presmoothing(parsing: "loglinear:6,6,2") == .bivariate(from: 6, to: 6, cross: 2))
  }
}

@Suite struct ConversionPlotTests {
  @Test("The drawing in characters has a line a row, one mark a column, and the ends of the scales")
  func text() throws {
    let plot = ConversionPlot(try EquatingFunction(Textbook.act, .init(method: .equipercentile)))
    let lines = plot.text(width: 41, height: 11).split(separator: "\n").map { Array($0.utf8) }
    #expect(lines.count == 13)
    let marks = lines.joined().filter { $0 == UInt8(ascii: "*") }
    #expect(marks.count == 41)
    #expect(String(decoding: lines[0], as: UTF8.self).hasPrefix("40 |"))
    #expect(String(decoding: lines[12], as: UTF8.self).hasPrefix("    0 "))
    // Forty points stand a column each, so the conversion of 25 at 25.03 is on the line of 24.
    #expect(lines[4][4 + 25] == UInt8(ascii: "*"))
  }

  @Test("A drawing holds the line and the band, stays on its sheet and is small at any step")
  func drawing() throws {
    let scale = try Textbook.scale("100", step: "0.01")
    let people = try ScoreDistribution(
      scale: scale, scores: (1...99).map { scale.score(at: 100 * $0) })
    let function = try EquatingFunction(
      .equivalentGroups(from: people, to: people), .init(method: .linear))
    let svg = ConversionPlot(function).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("<polygon") && svg.contains("<polyline"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(svg.utf8.count < 40_000)
  }
}
