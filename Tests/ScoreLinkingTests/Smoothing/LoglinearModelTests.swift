import Foundation
import Parallel
import ScoreLinking
import Scores
import Testing
import TestSupport

@Suite struct LoglinearModelTests {
  /// Central moments up to a degree, in standard deviations of the observed scores.
  func moments(_ shares: [Double], degree: Int, mean: Double, deviation: Double) -> [Double] {
    (1...degree).map { power in
      shares.enumerated().reduce(0.0) { sum, entry in
        let z = (Double(entry.offset) - mean) / deviation
        return sum + entry.element * (0..<power).reduce(1.0) { product, _ in product * z }
      }
    }
  }

  @Test(
    "A model keeps as many moments as it has terms, and its logarithm is a polynomial",
    arguments: 1...8)
  func keepsMoments(degree: Int) throws {
    let distribution = try Textbook.distribution(Textbook.formX)
    let model = try LoglinearModel(distribution, degree: degree)
    let total = Double(distribution.total)
    let observed = distribution.counts.map { Double($0) / total }
    let (mean, deviation) = (
      distribution.moments.mean, distribution.moments.standardDeviation
    )
    let kept = moments(model.shares, degree: degree, mean: mean, deviation: deviation)
    let given = moments(observed, degree: degree, mean: mean, deviation: deviation)
    for (one, other) in zip(kept, given) { #expect(abs(one - other) < 1e-10) }
    // Differences of order degree + 1 of a polynomial vanish.
    var differences = model.shares.map { log($0) }
    for _ in 0...degree {
      differences = zip(differences, differences.dropFirst()).map { $1 - $0 }
    }
    for difference in differences { #expect(abs(difference) < 1e-9) }
  }

  @Test("A sixth degree keeps its moments on 10 001 points too")
  func fineLattice() throws {
    var counts = [Int](repeating: 0, count: 10_001)
    var random = SplitMix64(seed: 5)
    for _ in 0..<20_000 {
      let score = (0..<6).reduce(0) { sum, _ in sum + Int.random(in: 0...1666, using: &random) }
      counts[score] += 1
    }
    let distribution = try Textbook.distribution(counts, step: "0.01")
    let model = try LoglinearModel(distribution, degree: 6)
    let kept = moments(
      model.shares, degree: 6, mean: 5_000, deviation: 1_180)
    let given = moments(
      counts.map { Double($0) / 20_000 }, degree: 6, mean: 5_000, deviation: 1_180)
    for (one, other) in zip(kept, given) { #expect(abs(one - other) < 1e-10 * max(1, abs(other))) }
    #expect(model.fit.stepCount <= 12)
  }

  @Test(
    "Nothing is told by what lies under a floor: the conversion is that of scales that begin there",
    arguments: [
      (LinkingMethod.equipercentile, Presmoothing.loglinear(degree: 2)), (.equipercentile, .none),
      (.circleArc, .none), (.kernel(.penalty), .none), (.linear, .none),
      (.percentileBands(topPercents: [20, 50, 80]), .none),
      (.percentileBands(topPercents: [20, 50, 80]), .loglinear(degree: 2)),
      (.tucker, .none), (.chainedEquipercentile, .none), (.frequencyEstimation, .none),
      (.equipercentile, .selected(by: .aic)), (.frequencyEstimation, .loglinear(degree: 2)),
      (.chainedEquipercentile, .loglinear(degree: 1)),
      (.chainedEquipercentile, .bivariate(from: 2, to: 2, cross: 1)),
    ])
  func floors(method: LinkingMethod, presmoothing: Presmoothing) throws {
    func function(isCut: Bool) throws -> EquatingFunction {
      func people(_ counts: [[Int]], floor: Int, top: Int) throws -> BivariateDistribution {
        let scale = try ScoreScale(
          minimum: Score(parsing: isCut ? "\(floor)" : "0"), maximum: Score(parsing: "\(top)"),
          step: "1")
        let frequencies = counts.enumerated().flatMap { row, line in
          line.enumerated().map { anchor, count in
            (
              from: Score(billionths: Int64(floor + row) * 1_000_000_000),
              to: Score(billionths: Int64(anchor) * 1_000_000_000), count: count
            )
          }
        }
        return try BivariateDistribution(
          fromScale: scale, toScale: Textbook.scale("2"), frequencies: frequencies,
          floor: isCut ? nil : Score(parsing: "\(floor)"))
      }
      let first = try people(
        [[0, 0, 0], [17, 12, 4], [4, 9, 6], [2, 6, 8], [1, 3, 7], [0, 1, 4]], floor: 5, top: 10)
      let second = try people(
        [[0, 0, 0], [16, 10, 5], [5, 9, 5], [3, 7, 9], [1, 2, 6], [0, 2, 3]], floor: 3, top: 8)
      let design: LinkingDesign =
        method.needsAnchor
        ? try .anchorTest(from: first, to: second, anchor: .init(kind: .external))
        : .equivalentGroups(from: first.from, to: second.from)
      return try EquatingFunction(design, .init(method: method, presmoothing: presmoothing))
    }
    let (whole, cut) = (try function(isCut: false), try function(isCut: true))
    #expect(whole.values.count == 11 && cut.values.count == 6)
    #expect(whole.fits == cut.fits)
    for (one, other) in zip(whole.values.dropFirst(5), cut.values) {
      #expect(abs(one - other) < 1e-12)
    }
    let errors = (try #require(whole.standardErrors), try #require(cut.standardErrors))
    for (one, other) in zip(errors.0.dropFirst(5), errors.1) { #expect(abs(one - other) < 1e-12) }
  }

  @Test("Information criteria choose a degree, and the data bound it")
  func selection() throws {
    let distribution = try Textbook.distribution(Textbook.formX)
    let aic = try LoglinearModel.selected(for: distribution, by: .aic)
    let bic = try LoglinearModel.selected(for: distribution, by: .bic)
    #expect(bic.degree <= aic.degree)
    for degree in 1...10 {
      let model = try LoglinearModel(distribution, degree: degree)
      #expect(model.fit.aic >= aic.fit.aic)
      #expect(model.fit.bic >= bic.fit.bic)
    }
    let few = try Textbook.distribution([0, 4, 0, 9, 0, 2, 0])
    #expect(throws: LinkingError(code: .degreeTooHigh)) { try LoglinearModel(few, degree: 3) }
    let full = try LoglinearModel(few, degree: 2)
    #expect(full.shares.count == 7)
  }

  @Test("Likelihood ratio tests drop terms from the top until one is missed")
  func likelihoodRatio() throws {
    let distribution = try Textbook.distribution(Textbook.formX)
    let chosen = try LoglinearModel.selected(for: distribution, by: .likelihoodRatio)
    let ratios = try (1...10).map {
      try LoglinearModel(distribution, degree: $0).fit.likelihoodRatio
    }
    // 3.84 is the 95th percentile of χ² with one degree of freedom.
    for degree in (chosen.degree + 1)..<11 {
      #expect(ratios[degree - 2] - ratios[degree - 1] < 3.8415)
    }
    #expect(chosen.degree > 1 && ratios[chosen.degree - 2] - ratios[chosen.degree - 1] > 3.8414)
    #expect(try Presmoothing(parsing: "loglinear:lr") == .selected(by: .likelihoodRatio))
  }

  @Test("An indicator keeps the lump of people at whole and half points")
  func indicator() throws {
    let counts = (0...40).map { point in
      let bell = 200 - (point - 20) * (point - 20) / 3
      return point % 2 == 0 ? bell * 3 : bell
    }
    let distribution = try Textbook.distribution(counts, step: "0.25")
    let model = try LoglinearModel(
      distribution, degree: 4, indicators: [.multiples(of: "0.5")])
    func even(_ values: [Double]) -> Double {
      values.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? $1.element : 0) }
    }
    let total = Double(distribution.total)
    #expect(abs(even(model.shares) - even(counts.map { Double($0) / total })) < 1e-12)
  }

  @Test("Lumps on one scale mean nothing on a coarser one, and do not disturb the link")
  func lumps() throws {
    let settings = EquatingFunction.Settings(
      method: .equipercentile, presmoothing: try Presmoothing(parsing: "loglinear:4+0.5"))
    #expect(settings.presmoothing.words == "loglinear:4+0.5")
    let fine = try Textbook.distribution(Textbook.formX, step: "0.25")
    let whole = try Textbook.distribution(Textbook.formY)
    let function = try EquatingFunction(.equivalentGroups(from: fine, to: whole), settings)
    #expect(function.fits.map(\.parameterCount) == [5, 4])
    let pairs = try Textbook.pairs(
      roughPairs(21, 9, people: 900, seed: 8), fromStep: "0.25", toStep: "0.25")
    let joint = try EquatingFunction(.singleGroup(pairs), settings)
    #expect(joint.fits.map(\.parameterCount) == [5, 5])
    #expect(joint.standardErrors?.allSatisfy { $0 > 0 && $0.isFinite } == true)
    for words in ["loglinear:4+", "loglinear:4+0", "loglinear:4,4,1+0.5", "loglinear:aic+0.5"] {
      #expect(throws: LinkingError(code: .settings)) { try Presmoothing(parsing: words) }
    }
  }

  @Test("A model of pairs keeps both margins' moments and the cross moments, on any threads")
  func bivariate() throws {
    let pairs = try Textbook.pairs(roughPairs(41, 31, people: 3_000, seed: 6))
    let model = try BivariateLoglinearModel(pairs, from: 4, to: 3, cross: 2, plan: .sequential)
    let parallel = try BivariateLoglinearModel(
      pairs, from: 4, to: 3, cross: 2, plan: WorkPlan(threadCount: 3))
    #expect(model.fromShares == parallel.fromShares && model.toShares == parallel.toShares)
    for (shares, distribution, degree) in [
      (model.fromShares, pairs.from, 4), (model.toShares, pairs.to, 3),
    ] {
      let (mean, deviation) = (
        distribution.moments.mean, distribution.moments.standardDeviation
      )
      let kept = moments(shares, degree: degree, mean: mean, deviation: deviation)
      let given = moments(
        distribution.counts.map { Double($0) / Double(distribution.total) }, degree: degree,
        mean: mean, deviation: deviation)
      for (one, other) in zip(kept, given) { #expect(abs(one - other) < 1e-10) }
    }
    #expect(model.fit.parameterCount == 11)
  }
}
