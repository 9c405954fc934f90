import ScoreLinking
import Scores
import TestSupport

/// Data printed in Kolen & Brennan, Test Equating, Scaling, and Linking (2014).
enum Textbook {
  /// Table 2.5: number-right scores 0...40 on ACT Mathematics, form X.
  static let formX = [
    0, 1, 1, 3, 9, 18, 59, 67, 91, 144, 149, 192, 192, 192, 201, 204, 217, 181, 184, 170, 201, 147,
    163, 147, 140, 147, 126, 113, 100, 106, 107, 91, 83, 73, 72, 75, 50, 37, 38, 23, 15,
  ]
  /// Table 2.5: form Y.
  static let formY = [
    0, 1, 3, 13, 42, 59, 95, 131, 158, 161, 194, 164, 166, 197, 177, 158, 169, 132, 158, 151, 134,
    137, 122, 110, 116, 132, 104, 104, 114, 97, 107, 88, 80, 79, 70, 61, 48, 47, 29, 32, 12,
  ]

  /// Table 5.1 and 5.2 in hundredths: rows are scores 0...5, columns anchor scores 0...3.
  static let anchorX = [
    [4, 4, 2, 0], [4, 8, 2, 1], [6, 12, 5, 2], [3, 12, 5, 5], [2, 3, 4, 6], [1, 1, 2, 6],
  ]
  static let anchorY = [
    [4, 3, 1, 0], [7, 5, 7, 1], [3, 5, 12, 2], [3, 4, 13, 5], [2, 2, 5, 6], [1, 1, 2, 6],
  ]

  static func scale(_ maximum: Score, step: Score = "1") throws -> ScoreScale {
    try ScoreScale(minimum: "0", maximum: maximum, step: step)
  }

  static func distribution(_ counts: [Int], step: Score = "1") throws -> ScoreDistribution {
    let scale = try ScoreScale(
      minimum: .zero, maximum: Score(billionths: step.billionths * Int64(counts.count - 1)),
      step: step)
    return try ScoreDistribution(scale: scale, counts: counts)
  }

  static func pairs(
    _ table: [[Int]], fromStep: Score = "1", toStep: Score = "1"
  ) throws -> BivariateDistribution {
    let from = try distribution(table.map { $0.reduce(0, +) }, step: fromStep).scale
    let to = try distribution(table[0].map { _ in 1 }, step: toStep).scale
    var frequencies: [BivariateDistribution.Frequency] = []
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        frequencies.append((from.score(at: row), to.score(at: column), count))
      }
    }
    return try BivariateDistribution(fromScale: from, toScale: to, frequencies: frequencies)
  }

  static var act: LinkingDesign {
    get throws {
      .equivalentGroups(from: try distribution(formX), to: try distribution(formY))
    }
  }

  static func anchorDesign(weight: Double?) throws -> LinkingDesign {
    .anchorTest(
      from: try pairs(anchorX), to: try pairs(anchorY),
      anchor: try .init(kind: .external, weight: weight))
  }
}

/// A pair table that a bivariate bell makes, rough enough to have gaps.
func roughPairs(_ rows: Int, _ columns: Int, people: Int, seed: UInt64) -> [[Int]] {
  var random = SplitMix64(seed: seed)
  var table = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
  for _ in 0..<people {
    let common = (0..<4).reduce(0.0) { sum, _ in sum + .random(in: -1...1, using: &random) }
    let first = common + (0..<2).reduce(0.0) { sum, _ in sum + .random(in: -1...1, using: &random) }
    let second =
      common + (0..<2).reduce(0.3) { sum, _ in sum + .random(in: -1...1, using: &random) }
    let row = min(rows - 1, max(0, Int((first / 9 + 0.5) * Double(rows))))
    let column = min(columns - 1, max(0, Int((second / 9 + 0.5) * Double(columns))))
    table[row][column] += 1
  }
  return table
}
