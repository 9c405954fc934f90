import ScoreLinking
import Scores
import Testing

/// Lines and arcs against their textbook formulas, computed here from the people one by one.
@Suite struct LinearMethodTests {
  /// The moments of a table of a test's rows by an anchor's columns.
  struct Sample {
    var people = 0.0
    var mean = 0.0
    var anchorMean = 0.0
    var variance = 0.0
    var anchorVariance = 0.0
    var covariance = 0.0

    init(_ table: [[Int]]) {
      for (row, counts) in table.enumerated() {
        for (column, count) in counts.enumerated() {
          people += Double(count)
          mean += Double(count * row)
          anchorMean += Double(count * column)
        }
      }
      mean /= people
      anchorMean /= people
      for (row, counts) in table.enumerated() {
        for (column, count) in counts.enumerated() {
          let (x, v) = (Double(row) - mean, Double(column) - anchorMean)
          variance += Double(count) * x * x / people
          anchorVariance += Double(count) * v * v / people
          covariance += Double(count) * x * v / people
        }
      }
    }
  }

  static let tables = (
    from: roughPairs(21, 9, people: 700, seed: 31), to: roughPairs(17, 9, people: 500, seed: 32)
  )

  private func values(
    _ method: LinkingMethod, _ kind: LinkingDesign.Anchor.Kind, weight: Double?
  ) throws -> [Double] {
    try EquatingFunction(
      .anchorTest(
        from: Textbook.pairs(Self.tables.from), to: Textbook.pairs(Self.tables.to),
        anchor: .init(kind: kind, weight: weight)),
      .init(method: method)
    ).values
  }

  /// The line in the synthetic population (Kolen & Brennan, equations 4.17 to 4.20).
  private func synthetic(_ w: Double, _ first: Double, _ second: Double) -> [Double] {
    let (x, y) = (Sample(Self.tables.from), Sample(Self.tables.to))
    let (u, gap) = (1 - w, x.anchorMean - y.anchorMean)
    let spread = x.anchorVariance - y.anchorVariance
    let mean = (x.mean - u * first * gap, y.mean + w * second * gap)
    let variance = (
      x.variance - u * first * first * spread + w * u * first * first * gap * gap,
      y.variance + w * second * second * spread + w * u * second * second * gap * gap
    )
    return (0..<21).map {
      mean.1 + (variance.1 / variance.0).squareRoot() * (Double($0) - mean.0)
    }
  }

  private func expectEqual(_ values: [Double], _ expected: [Double]) {
    #expect(values.count == expected.count)
    for (one, other) in zip(values, expected) { #expect(abs(one - other) < 1e-11) }
  }

  @Test(
    "Tucker and Levine follow their formulas at every weight of the synthetic population",
    arguments: [nil, 0, 0.3, 1] as [Double?])
  func synthetic(weight: Double?) throws {
    let (x, y) = (Sample(Self.tables.from), Sample(Self.tables.to))
    let w = weight ?? x.people / (x.people + y.people)
    for kind in LinkingDesign.Anchor.Kind.allCases {
      expectEqual(
        try values(.tucker, kind, weight: weight),
        synthetic(w, x.covariance / x.anchorVariance, y.covariance / y.anchorVariance))
    }
    expectEqual(
      try values(.levineObservedScore, .internal, weight: weight),
      synthetic(w, x.variance / x.covariance, y.variance / y.covariance))
    expectEqual(
      try values(.levineObservedScore, .external, weight: weight),
      synthetic(
        w, (x.variance + x.covariance) / (x.anchorVariance + x.covariance),
        (y.variance + y.covariance) / (y.anchorVariance + y.covariance)))
  }

  @Test("Levine on true scores and the chain of lines need no synthetic population")
  func trueScore() throws {
    let (x, y) = (Sample(Self.tables.from), Sample(Self.tables.to))
    let first = x.variance / x.covariance
    let second = y.variance / y.covariance
    let expected = (0..<21).map {
      second / first * (Double($0) - x.mean) + y.mean + second * (x.anchorMean - y.anchorMean)
    }
    expectEqual(try values(.levineTrueScore, .internal, weight: 0.1), expected)
    expectEqual(try values(.levineTrueScore, .internal, weight: 0.9), expected)
    let inner = (x.anchorVariance / x.variance).squareRoot()
    let outer = (y.variance / y.anchorVariance).squareRoot()
    expectEqual(
      try values(.chainedLinear, .external, weight: nil),
      (0..<21).map {
        let anchor = x.anchorMean + inner * (Double($0) - x.mean)
        return y.mean + outer * (anchor - y.anchorMean)
      })
  }

  @Test("The arc runs through both ends and the means, at one distance from its centre")
  func circleArc() throws {
    let function = try EquatingFunction(Textbook.act, .init(method: .circleArc))
    let design = try Textbook.act
    #expect(abs(function.values[0]) < 1e-12 && abs(function.values[40] - 40) < 1e-12)
    // Both scales are 0...40, so the arc is the distance from y = x.
    let (x, height) = (
      design.from.moments.mean, design.to.moments.mean - design.from.moments.mean
    )
    let centre = (x * (x - 40) + height * height) / (2 * height)
    let radius = (20 * 20 + centre * centre).squareRoot()
    for point in 1..<40 {
      let arc = function.values[point] - Double(point)
      let distance =
        ((Double(point) - 20) * (Double(point) - 20) + (arc - centre) * (arc - centre)).squareRoot()
      #expect(abs(distance - radius) < 1e-9)
    }
  }

  @Test("A very flat arc is the parabola that it is in the limit")
  func flatArc() throws {
    func group(_ counts: [Int: Int]) throws -> ScoreDistribution {
      try Textbook.distribution((0...100).map { counts[$0] ?? 0 })
    }
    let people = 99_999
    let (from, to) = (
      try group([49: 1, 50: people, 51: 1]), try group([49: 1, 50: people - 1, 51: 2])
    )
    let function = try EquatingFunction(
      .equivalentGroups(from: from, to: to), .init(method: .circleArc))
    let height = 1 / Double(people + 2)
    for point in 0...100 {
      let parabola = height * Double(point * (100 - point)) / 2_500
      #expect(abs(function.values[point] - Double(point) - parabola) < 1e-11, "\(point)")
    }
  }

  @Test("Percentile bands have the equipercentile value at each knot and chords between them")
  func percentileBands() throws {
    let design = try Textbook.act
    let percents: [Double] = [0.5, 1, 3, 5, 10, 20, 50, 80]
    let function = try EquatingFunction(
      design, .init(method: .percentileBands(topPercents: percents)))
    var knots = [(0.0, 0.0)]
    for percent in percents.reversed() {
      knots.append(
        (design.from.percentilePoint(100 - percent), design.to.percentilePoint(100 - percent)))
    }
    knots.append((40, 40))
    for point in 0...40 {
      let x = Double(point)
      let place = knots.indices.dropLast().last { knots[$0].0 <= x } ?? 0
      let (low, high) = (knots[place], knots[place + 1])
      let chord = low.1 + (x - low.0) * (high.1 - low.1) / (high.0 - low.0)
      #expect(abs(function.values[point] - chord) < 1e-9, "\(point)")
    }
  }
}
