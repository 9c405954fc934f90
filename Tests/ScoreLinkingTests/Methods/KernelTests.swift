import ScoreLinking
import Scores
import Testing

@Suite struct KernelTests {
  @Test("A huge bandwidth makes kernel equating linear", arguments: [1e6, 1e16, 1e100, 1e308])
  func linearLimit(bandwidth: Double) throws {
    let design = try Textbook.act
    let kernel = try EquatingFunction(design, .init(method: .kernel(.points(bandwidth))))
    let linear = try EquatingFunction(design, .init(method: .linear))
    for (one, other) in zip(kernel.values, linear.values) { #expect(abs(one - other) < 1e-9) }
  }

  @Test("A tiny bandwidth makes kernel equating of one test with itself the identity")
  func identity() throws {
    let distribution = try Textbook.distribution(Textbook.formX.map { $0 + 1 })
    let function = try EquatingFunction(
      .equivalentGroups(from: distribution, to: distribution),
      .init(method: .kernel(.points(0.3))))
    for (point, value) in function.values.enumerated() {
      #expect(abs(value - Double(point)) < 1e-9)
    }
  }

  @Test("Scores far beyond everybody still stand where their thin tails do")
  func emptyEnds() throws {
    let counts = [0, 0, 0, 0, 0, 3, 9, 14, 11, 4, 0, 0, 0, 0, 0, 0]
    let distribution = try Textbook.distribution(counts)
    let function = try EquatingFunction(
      .equivalentGroups(from: distribution, to: distribution),
      .init(method: .kernel(.points(0.6))))
    for (point, value) in function.values.enumerated() {
      #expect(abs(value - Double(point)) < 1e-9)
    }
    #expect(function.isUnsupported.allSatisfy { !$0 })
  }

  @Test(
    "The bandwidth found is the same in whatever unit the scores are counted",
    arguments: [KernelBandwidth.penalty, .ruleOfThumb])
  func units(bandwidth: KernelBandwidth) throws {
    func values(_ step: Score) throws -> [Double] {
      try EquatingFunction(
        .equivalentGroups(
          from: Textbook.distribution(Textbook.formX, step: step),
          to: Textbook.distribution(Textbook.formY, step: step)),
        .init(method: .kernel(bandwidth), presmoothing: .loglinear(degree: 6))
      ).values
    }
    let (whole, half, five) = (try values("1"), try values("0.5"), try values("5"))
    for point in whole.indices {
      #expect(abs(whole[point] - 2 * half[point]) < 1e-6)
      #expect(abs(whole[point] - five[point] / 5) < 1e-6)
    }
  }

  @Test(
    "Values and errors are those of the plain sums, for narrow kernels and wide ones",
    arguments: [0.7, 3, 24, 60])
  func plainSums(width: Double) throws {
    let table = roughPairs(301, 241, people: 4_000, seed: 21)
    let (first, second) = (
      table.map { $0.reduce(0, +) }, table[0].indices.map { c in table.reduce(0) { $0 + $1[c] } }
    )
    let function = try EquatingFunction(
      .equivalentGroups(
        from: Textbook.distribution(first), to: Textbook.distribution(second)),
      .init(method: .kernel(.points(width))))
    #expect(function.bandwidths == [width, width])
    let (from, to) = (PlainKernel(first, width: width), PlainKernel(second, width: width))
    let errors = try #require(function.standardErrors)
    for point in stride(from: 60, through: 240, by: 30) {
      let share = from.share(under: Double(point))
      let place = to.place(under: share)
      #expect(abs(function.values[point] - place) < 1e-9, "\(point)")
      let variance =
        (from.personVariance(at: Double(point)) + to.personVariance(at: place)) / 4_000
      let expected = variance.squareRoot() / to.density(at: place)
      #expect(abs(errors[point] - expected) < 1e-5 * expected, "\(point)")
    }
  }

  @Test("Kernels that are narrow beside a coarse scale lead to its points all the same")
  func coarseScale() throws {
    let first = [23, 64, 64, 23, 6]
    var second = [Int](repeating: 0, count: 41)
    for (point, count) in [
      (2, 1), (3, 2), (4, 2), (6, 1), (7, 2), (8, 3), (9, 1), (10, 4), (11, 6), (12, 3),
      (13, 3), (14, 6), (15, 5), (16, 8), (17, 5), (18, 8), (19, 6), (20, 5), (21, 9), (22, 4),
      (23, 11), (24, 10), (25, 11), (26, 6), (27, 7), (28, 6), (29, 7), (30, 4), (31, 5), (32, 3),
      (33, 4), (34, 1), (35, 3), (36, 3), (37, 16),
    ] { second[point] = count }
    let function = try EquatingFunction(
      .equivalentGroups(
        from: ScoreDistribution(
          scale: ScoreScale(minimum: "0", maximum: "20", step: "5"), counts: first),
        to: Textbook.distribution(second)),
      .init(method: .kernel(.points(0.5))))
    let spread = (0...20).map { $0.isMultiple(of: 5) ? first[$0 / 5] : 0 }
    let (from, to) = (PlainKernel(spread, width: 0.5), PlainKernel(second, width: 0.5))
    for (point, value) in function.values.enumerated() {
      #expect(abs(value - to.place(under: from.share(under: Double(5 * point)))) < 1e-9)
    }
  }

  @Test("Far over everybody a kernel has the error of the line that a huge one is, or none")
  func thinUpperTail() throws {
    func group(_ counts: [Int: Int]) throws -> ScoreDistribution {
      try Textbook.distribution((0...29).map { counts[$0] ?? 0 })
    }
    let design = LinkingDesign.equivalentGroups(
      from: try group([3: 10, 4: 30, 5: 20]), to: try group([2: 10, 4: 30, 5: 25]))
    let line = try #require(EquatingFunction(design, .init(method: .linear)).standardErrors)
    let mixed = LinkingMethod.composite([
      .init(.linear, weight: 0.5), .init(.kernel(.points(1e6)), weight: 0.5),
    ])
    for method in [LinkingMethod.kernel(.points(1e6)), mixed] {
      let errors = try #require(EquatingFunction(design, .init(method: method)).standardErrors)
      for point in 0...20 { #expect(abs(errors[point] - line[point]) < 1e-5 * line[point]) }
      #expect(errors[29] > line[28])
    }
  }

  @Test("On smooth data kernel and equipercentile equating agree closely")
  func agreement() throws {
    let design = try Textbook.act
    let kernel = try EquatingFunction(
      design, .init(method: .kernel(.penalty), presmoothing: .loglinear(degree: 6)))
    let classical = try EquatingFunction(
      design, .init(method: .equipercentile, presmoothing: .loglinear(degree: 6)))
    for point in 3...38 { #expect(abs(kernel.values[point] - classical.values[point]) < 0.08) }
  }

  @Test("Gaps and empty ends of rough data leave the function rising")
  func gaps() throws {
    var counts = [Int](repeating: 0, count: 101)
    for (point, count) in [(30, 4), (31, 2), (45, 9), (60, 9), (61, 1), (80, 3)] {
      counts[point] = count
    }
    let function = try EquatingFunction(
      .equivalentGroups(
        from: Textbook.distribution(counts), to: Textbook.distribution(counts.reversed())),
      .init(method: .kernel(.points(0.3))))
    #expect(function.isMonotone)
    #expect(function.values.allSatisfy { $0.isFinite })
    #expect(function.isUnsupported[0] && function.isUnsupported[100])
  }
}
