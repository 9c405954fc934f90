import ScoreLinking
import Scores
import Testing

@Suite struct EquipercentileTests {
  @Test(
    "ACT Mathematics equates as Kolen & Brennan print it",
    arguments: [
      (LinkingMethod.equipercentile, 25, "25.0292"), (.linear, 36, "36.5583"),
      (.mean, 36, "35.1274"),
      (.identity, 36, "36"), (.equipercentile, 1, "0.9796"), (.equipercentile, 2, "1.6462"),
      (.equipercentile, 3, "2.2856"), (.equipercentile, 4, "2.8932"),
      (.equipercentile, 10, "8.1607"),
    ] as [(LinkingMethod, Int, Score)])
  func act(method: LinkingMethod, score: Int, printed: Score) throws {
    let function = try EquatingFunction(Textbook.act, .init(method: method))
    let decimal = try #require(SignificantDecimal(function.values[score]))
    #expect(try RoundingRule.halfUp(decimals: 4).rounded(decimal.fraction()) == printed)
  }

  @Test("The moments of ACT Mathematics are those of the book")
  func moments() throws {
    let design = try Textbook.act
    #expect(design.from.total == 4329)
    #expect(design.to.total == 4152)
    let (x, y) = (design.from.moments, design.to.moments)
    #expect(abs(x.mean - 19.8524) < 5e-5 && abs(y.mean - 18.9798) < 5e-5)
    #expect(abs(x.standardDeviation - 8.2116) < 5e-4)
    #expect(abs(y.standardDeviation / x.standardDeviation - 1.0886161) < 5e-8)
  }

  @Test(
    "Every equivalent is the middle of the places with the same rank, in exact fractions",
    arguments: [("1", "1"), ("0.25", "1"), ("0.01", "0.25"), ("1", "0.01")] as [(Score, Score)])
  func exact(fromStep: Score, toStep: Score) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let table = roughPairs(23, 31, people: 15 * Int(seed * seed), seed: seed)
      let pairs = try Textbook.pairs(table, fromStep: fromStep, toStep: toStep)
      let function = try EquatingFunction(.singleGroup(pairs), .init(method: .equipercentile))
      for point in table.indices {
        let expected = try NaiveEquipercentile.value(
          of: point, from: pairs.from.counts, to: pairs.to.counts)
        let value = Double(expected) * Double(toStep)
        #expect(
          abs(function.values[point] - value) <= 1e-12 * max(1, abs(value)), "\(seed) \(point)")
      }
    }
  }

  @Test("Identical tests convert every occupied score to itself")
  func identical() throws {
    let counts = [3, 0, 5, 1, 0, 0, 7, 2]
    let function = try EquatingFunction(
      .equivalentGroups(
        from: Textbook.distribution(counts), to: Textbook.distribution(counts.map { $0 * 7 })),
      .init(method: .equipercentile))
    for (point, count) in counts.enumerated() where count > 0 {
      #expect(abs(function.values[point] - Double(point)) < 1e-14)
    }
    #expect(function.values[4] == 4.5)
    #expect(function.isUnsupported == counts.map { $0 == 0 })
  }

  @Test("Source and target change places: the way back is the inverse")
  func symmetry() throws {
    let design = try Textbook.act
    let settings = EquatingFunction.Settings(
      method: .equipercentile, presmoothing: .loglinear(degree: 6))
    let there = try EquatingFunction(design, settings)
    let back = try EquatingFunction(design.reversed, settings)
    for point in 10...35 {
      let value = there.values[point]
      let low = Int(value.rounded(.down))
      // Between two points the way back is bent only by the shares of one cell.
      let between =
        back.values[low] + (value - Double(low)) * (back.values[low + 1] - back.values[low])
      #expect(abs(between - Double(point)) < 0.03)
    }
  }

  @Test("Chaining through the anchor repeats the example of the book")
  func chained() throws {
    let function = try EquatingFunction(
      Textbook.anchorDesign(weight: 1), .init(method: .chainedEquipercentile))
    #expect(abs(function.values[0] - 0.125) < 1e-14)
  }

  @Test("Frequency estimation repeats the example of the book")
  func frequencyEstimation() throws {
    let function = try EquatingFunction(
      Textbook.anchorDesign(weight: 1), .init(method: .frequencyEstimation))
    for (value, printed) in zip(function.values, [-0.02, 0.83, 1.76, 2.92, 3.98, 5.0]) {
      #expect(abs(value - printed) < 0.0051)
    }
  }

  @Test(
    "Groups with one anchor distribution have a synthetic population that is themselves, gaps too")
  func sameAnchor() throws {
    // Nobody at either end nor in the middle; ranks of X meet the edges of Y's gaps exactly.
    let first = try Textbook.pairs([
      [0, 0, 0], [2, 1, 1], [0, 0, 0], [3, 2, 3], [1, 1, 2], [0, 0, 0],
    ])
    let second = try Textbook.pairs([
      [0, 0, 0], [0, 0, 0], [4, 2, 2], [0, 0, 0], [0, 0, 0], [8, 6, 10], [0, 0, 0],
    ])
    for weight in [0, 0.3, 1] {
      let function = try EquatingFunction(
        .anchorTest(from: first, to: second, anchor: .init(kind: .external, weight: weight)),
        .init(method: .frequencyEstimation))
      let exact = try EquatingFunction(
        .equivalentGroups(from: first.from, to: second.from), .init(method: .equipercentile))
      for (one, other) in zip(function.values, exact.values) { #expect(abs(one - other) < 1e-12) }
      #expect(function.isUnsupported == exact.isUnsupported)
    }
  }

  @Test("The synthetic weights are those asked for, whatever the sizes of the groups")
  func syntheticWeights() throws {
    let large = Textbook.anchorY.map { $0.map { $0 * 9 } }
    func function(_ second: [[Int]]) throws -> EquatingFunction {
      try EquatingFunction(
        .anchorTest(
          from: Textbook.pairs(Textbook.anchorX), to: Textbook.pairs(second),
          anchor: .init(kind: .external, weight: 0.5)),
        .init(method: .frequencyEstimation))
    }
    let (small, big) = (try function(Textbook.anchorY), try function(large))
    for (one, other) in zip(small.values, big.values) { #expect(abs(one - other) < 1e-13) }
  }
}

/// Equipercentile equivalents by their definition, with fractions and without cleverness.
enum NaiveEquipercentile {
  static func value(of point: Int, from: [Int], to: [Int]) throws -> ExactFraction {
    let rank = try ExactFraction(
      2 * from[..<point].reduce(0, +) + from[point], 2 * from.reduce(0, +))
    let total = to.reduce(0, +)
    func share(upTo cell: Int) throws -> ExactFraction {
      try ExactFraction(to[..<cell].reduce(0, +), total)
    }
    func place(_ cell: Int) throws -> ExactFraction {
      try rank.subtracting(share(upTo: cell))
        .divided(by: ExactFraction(to[cell], total))
        .adding(ExactFraction(2 * cell - 1, 2))
    }
    var (upper, lower) = (try ExactFraction(2 * to.count - 1, 2), try ExactFraction(-1, 2))
    for cell in to.indices.reversed() where try share(upTo: cell + 1) > rank && to[cell] > 0 {
      upper = try place(cell)
    }
    for cell in to.indices where try share(upTo: cell) < rank && to[cell] > 0 {
      lower = try place(cell)
    }
    return try upper.adding(lower).divided(by: ExactFraction(2, 1))
  }
}
