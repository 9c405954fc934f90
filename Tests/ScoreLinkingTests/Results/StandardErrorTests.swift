import Foundation
import ScoreLinking
import Scores
import Testing

@Suite struct StandardErrorTests {
  static let pairs = roughPairs(7, 5, people: 300, seed: 11).map { $0.map { $0 + 1 } }
  static let other = roughPairs(6, 5, people: 250, seed: 12).map { $0.map { $0 + 1 } }
  /// People who follow a loglinear model of degrees 3 and 2 with one cross moment.
  static let modelled = modelledPairs(7, 5, tilt: 0.02)
  static let otherModelled = modelledPairs(6, 5, tilt: 0.05)

  static func modelledPairs(_ rows: Int, _ columns: Int, tilt: Double) -> [[Int]] {
    (0..<rows).map { row in
      (0..<columns).map { column in
        let (x, y) = (Double(row) - 3, Double(column) - 2)
        let log = 0.25 * x * y - 0.16 * x * x - 0.2 * y * y + tilt * x * x * x + tilt * y
        return Int((6_000 * exp(log)).rounded())
      }
    }
  }

  /// Methods of every kind, whose errors go together.
  static let mixture = LinkingMethod.composite([
    .init(.equipercentile, weight: 0.4), .init(.linear, weight: 0.2),
    .init(.kernel(.points(0.8)), weight: 0.3),
    .init(.percentileBands(topPercents: [7, 33, 61, 88]), weight: 0.1),
  ])

  /// No two cumulative shares of the tables are equal, so every function is smooth at its points.
  func check(
    _ settings: EquatingFunction.Settings, groups: [[[Int]]], tolerance: Double = 2e-3,
    design: ([[[Int]]]) throws -> LinkingDesign
  ) throws {
    let function = try EquatingFunction(design(groups), settings)
    let errors = try #require(function.standardErrors)
    let differences = try InfinitesimalJackknife.errors(
      of: settings, groups: groups, design: design)
    for point in 1...4 {
      let expected = differences[point]
      #expect(
        abs(errors[point] - expected) < tolerance * max(expected, 1e-3),
        "\(settings.method.name) at \(point): \(errors[point]), by differences \(expected)")
    }
  }

  @Test(
    "One group: the standard error is that of finite differences, covariance and all",
    arguments: [
      LinkingMethod.mean, .linear, .equipercentile, .circleArc, .kernel(.points(0.8)),
      .percentileBands(topPercents: [7, 33, 61, 88]),
      .composite([.init(.identity, weight: 0.25), .init(.linear, weight: 0.75)]), mixture,
    ])
  func singleGroup(method: LinkingMethod) throws {
    try check(.init(method: method), groups: [Self.pairs]) {
      try .singleGroup(Textbook.pairs($0[0], toStep: "0.25"))
    }
  }

  @Test(
    "One group, smoothed: the standard error respects the model",
    arguments: [LinkingMethod.equipercentile, .kernel(.points(0.8)), mixture])
  func singleGroupSmoothed(method: LinkingMethod) throws {
    let settings = EquatingFunction.Settings(
      method: method, presmoothing: .bivariate(from: 3, to: 2, cross: 1))
    try check(settings, groups: [Self.modelled]) { try .singleGroup(Textbook.pairs($0[0])) }
  }

  @Test(
    "One group, margins smoothed alone: the standard error keeps their covariance",
    arguments: [
      LinkingMethod.equipercentile, .kernel(.points(0.8)),
      .percentileBands(topPercents: [7, 33, 61, 88]),
    ])
  func singleGroupMargins(method: LinkingMethod) throws {
    let settings = EquatingFunction.Settings(
      method: method, presmoothing: .loglinear(degree: 3))
    try check(settings, groups: [Self.pairs]) { try .singleGroup(Textbook.pairs($0[0])) }
  }

  @Test("A test linked with itself in one group has no standard error, smoothed or not")
  func sameTest() throws {
    let table = (0..<9).map { row in
      (0..<9).map { column in row == column ? 30 - 3 * abs(row - 4) : 0 }
    }
    let pairs = try Textbook.pairs(table)
    for presmoothing in [Presmoothing.none, .loglinear(degree: 3)] {
      let function = try EquatingFunction(
        .singleGroup(pairs), .init(method: .equipercentile, presmoothing: presmoothing))
      let errors = try #require(function.standardErrors)
      #expect(errors.allSatisfy { $0 < 1e-7 })
    }
  }

  @Test(
    "Two groups: the standard error is that of finite differences",
    arguments: [
      LinkingMethod.mean, .linear, .equipercentile, .circleArc, .kernel(.points(0.8)),
      .percentileBands(topPercents: [7, 33, 61, 88]), mixture,
    ])
  func equivalentGroups(method: LinkingMethod) throws {
    try check(.init(method: method), groups: [Self.pairs, Self.other]) {
      try .equivalentGroups(
        from: Textbook.pairs($0[0], fromStep: "0.01").from,
        to: Textbook.pairs($0[1], fromStep: "0.25").from)
    }
    if [.mean, .linear, .circleArc].contains(method) { return }
    // One column alone is a distribution that follows the cubic model.
    let columns = [Self.modelled, Self.otherModelled].map { $0.map { [$0[2]] } }
    let settings = EquatingFunction.Settings(method: method, presmoothing: .loglinear(degree: 3))
    try check(settings, groups: columns) {
      try .equivalentGroups(
        from: Textbook.pairs($0[0], fromStep: "0.01").from,
        to: Textbook.pairs($0[1], fromStep: "0.25").from)
    }
  }

  @Test(
    "Groups with an anchor: the standard error is that of finite differences",
    arguments: [
      LinkingMethod.tucker, .levineObservedScore, .levineTrueScore, .chainedLinear,
      .chainedEquipercentile, .frequencyEstimation,
    ])
  func anchor(method: LinkingMethod) throws {
    for kind in [LinkingDesign.Anchor.Kind.internal, .external] {
      try check(.init(method: method), groups: [Self.pairs, Self.other]) {
        try .anchorTest(
          from: Textbook.pairs($0[0]), to: Textbook.pairs($0[1]),
          anchor: .init(kind: kind, weight: 0.3))
      }
    }
  }

  @Test(
    "Groups with an anchor, smoothed: the standard error respects both models",
    arguments: [
      LinkingMethod.chainedEquipercentile, .frequencyEstimation,
    ])
  func anchorSmoothed(method: LinkingMethod) throws {
    let settings = EquatingFunction.Settings(
      method: method, presmoothing: .bivariate(from: 3, to: 2, cross: 1))
    try check(settings, groups: [Self.modelled, Self.otherModelled]) {
      try .anchorTest(
        from: Textbook.pairs($0[0]), to: Textbook.pairs($0[1]),
        anchor: .init(kind: .external, weight: 0.3))
    }
  }

  @Test("Two groups, linear: the formula of Braun and Holland")
  func braunHolland() throws {
    let design = try Textbook.act
    let errors = try #require(
      try EquatingFunction(design, .init(method: .linear)).standardErrors)
    let (x, y) = (design.from.moments, design.to.moments)
    let (nx, ny) = (Double(design.from.total), Double(design.to.total))
    for point in 0...40 {
      let z = (Double(point) - x.mean) / x.standardDeviation
      let variance =
        y.variance
        * (1 / nx + 1 / ny + z * (x.skewness / nx + y.skewness / ny)
          + z * z * ((x.kurtosis - 1) / (4 * nx) + (y.kurtosis - 1) / (4 * ny)))
      #expect(abs(errors[point] - variance.squareRoot()) < 1e-12)
    }
  }

  @Test("Two groups, equipercentile: Lord's variance is the delta one plus f / 4 n g²")
  func lord() throws {
    let design = try Textbook.act
    let function = try EquatingFunction(design, .init(method: .equipercentile))
    let lord = try #require(function.lordStandardErrors(design))
    let delta = try #require(function.standardErrors)
    #expect(abs(lord[40] - 0.279) < 5e-4)
    #expect(abs(delta[40] - 0.232) < 5e-4)
    for point in 1...40 { #expect(delta[point] <= lord[point]) }
  }

  @Test("Scores a hundred times finer have a standard error a hundred times smaller")
  func step() throws {
    let whole = try EquatingFunction(Textbook.act, .init(method: .equipercentile))
    let fine = try EquatingFunction(
      .equivalentGroups(
        from: Textbook.distribution(Textbook.formX, step: "0.01"),
        to: Textbook.distribution(Textbook.formY, step: "0.01")),
      .init(method: .equipercentile))
    for (one, other) in zip(try #require(whole.standardErrors), try #require(fine.standardErrors)) {
      #expect(abs(one - 100 * other) < 1e-12)
    }
  }
}
