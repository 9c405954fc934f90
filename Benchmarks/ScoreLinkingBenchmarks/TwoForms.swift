import ScoreLinking
import Scores
import Yardsticks

/// Scores of two groups on two forms of 0 to 100 by hundredths, sums of six uniform draws.
struct TwoForms: Sendable {
  static let shared = TwoForms(examinees: 1_000_000)

  let from: ScoreDistribution
  let design: LinkingDesign

  init(examinees: Int) {
    do {
      let scale = try ScoreScale(
        minimum: .zero, maximum: Score(parsing: "100"), step: Score(parsing: "0.01"))
      var random = SeededGenerator(seed: 1)
      from = try ScoreDistribution(
        scale: scale, counts: Self.counts(examinees, shift: 0, &random))
      let target = try ScoreDistribution(
        scale: scale, counts: Self.counts(examinees, shift: -300, &random))
      design = .equivalentGroups(from: from, to: target)
    } catch {
      preconditionFailure("the score distributions could not be made: \(error)")
    }
  }

  private static func counts(
    _ examinees: Int, shift: Int, _ random: inout SeededGenerator
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: 10_001)
    for _ in 0..<examinees {
      let sum = (0..<6).reduce(shift) { total, _ in total + random.below(1_667) }
      counts[min(10_000, max(0, sum))] += 1
    }
    return counts
  }
}
