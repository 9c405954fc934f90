import ScoreLinking
import Scores
import Testing

@Suite struct JudgementTests {
  @Test(
    "A link is symmetric: there and back is where one began",
    arguments: [LinkingMethod.mean, .linear, .equipercentile, .kernel(.penalty)])
  func symmetry(method: LinkingMethod) throws {
    let design = try Textbook.act
    let isLine = method == .mean || method == .linear
    let function = try EquatingFunction(
      design, .init(method: method, presmoothing: isLine ? .none : .loglinear(degree: 6)))
    let check = try SymmetryCheck(of: function, from: design)
    #expect(check.rootMeanSquare <= check.maximum)
    #expect(check.maximum < (isLine ? 1e-12 : 0.2), "\(check.maximum)")
    #expect(check.rootMeanSquare < 0.03, "\(check.rootMeanSquare)")
    #expect(function.settings.advisedSample <= 400)
  }

  @Test("Half the uncertainty goes at a correlation of 0.866")
  func reduction() throws {
    // Eight people off the line for every 1 000 on it would be needed; the formula is enough.
    let pairs = try Textbook.pairs([[13_923, 1_000], [1_000, 13_923]])
    #expect(abs(try pairs.correlation() - 0.866) < 1e-4)
    #expect(abs(try pairs.reductionInUncertainty() - 0.5) < 2e-4)
  }

  @Test("Groups with the same conversion have no RMSD; one moved by a point has that point")
  func invariance() throws {
    let design = try Textbook.act
    let total = try EquatingFunction(design, .init(method: .mean))
    let moved = try EquatingFunction(design, .init(method: .identity))
    let same = try PopulationInvariance(
      total: total, groups: [(total, 10), (total, 30)], source: design.from, targetDeviation: 8)
    #expect(same.remsd == 0)
    let gap = design.from.moments.mean - design.to.moments.mean
    let half = try PopulationInvariance(
      total: total, groups: [(total, 30), (moved, 10)], source: design.from, targetDeviation: 2)
    #expect(abs(half.remsd - abs(gap) / 4) < 1e-12)
    #expect(abs(half.rmsd[17] - abs(gap) / 4) < 1e-12)
  }

  @Test("Coarse bands lie as far from the full equating of ACT Mathematics as reported")
  func bands() throws {
    let design = try Textbook.act
    let full = try EquatingFunction(design, .init(method: .equipercentile))
    func distance(_ percents: [Double]) throws -> (mean: Double, maximum: Double) {
      let bands = try EquatingFunction(
        design, .init(method: .percentileBands(topPercents: percents)))
      var (sum, greatest) = (0.0, 0.0)
      for (point, count) in design.from.counts.enumerated() where count > 0 {
        let difference = bands.values[point] - full.values[point]
        sum += Double(count) * difference * difference
        greatest = max(greatest, abs(difference))
      }
      return ((sum / Double(design.from.total)).squareRoot(), greatest)
    }
    let (fine, few, quarters) = (
      try distance([0.5, 1, 3, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90]),
      try distance([0.5, 1, 3, 5, 10]), try distance([25, 50, 75])
    )
    #expect(fine.mean < 0.12 && fine.maximum < 0.7)
    #expect(few.mean > 1 && few.mean < 1.4)
    #expect(quarters.mean > fine.mean && quarters.mean < few.mean)
  }

  @Test("The distance of an official table is weighed by people and counts the unanswered")
  func bandDistance() throws {
    let scale = try Textbook.scale("100", step: "0.01")
    let people = try ScoreDistribution(scale: scale, scores: ["40", "50", "60", "70"] as [Score])
    let function = try EquatingFunction(
      .equivalentGroups(from: people, to: people), .init(method: .identity))
    let distance = try BandDistance(
      PublishedTables.table("hust-2025"), from: function, over: people)
    #expect(distance.unansweredCount == 1)
    #expect(abs(distance.maximum - (70 - 27.56720)) < 1e-3)
  }
}
