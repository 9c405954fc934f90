import Parallel
import ScoreLinking
import Scores

/// The standard error of a value from finite differences: every cell's count is raised a little
/// in turn, and the squared responses are summed over the people. It knows no formula of any
/// method.
enum InfinitesimalJackknife {
  static func errors(
    of settings: EquatingFunction.Settings, groups: [[[Int]]],
    design: ([[[Int]]]) throws -> LinkingDesign
  ) throws -> [Double] {
    // Everybody is repeated so often that a few more people are a small change.
    let repetition = 120_000_000 / (groups.map { $0.joined().reduce(0, +) }.max() ?? 1)
    let base = groups.map { $0.map { $0.map { $0 * repetition } } }
    func values(_ groups: [[[Int]]]) throws -> [Double] {
      try EquatingFunction(design(groups), settings, plan: .sequential).values
    }
    let start = try values(base)
    var variances = start.map { _ in 0.0 }
    let change = 40
    for group in groups.indices {
      let people = Double(groups[group].joined().reduce(0, +))
      for row in groups[group].indices {
        for column in groups[group][row].indices where groups[group][row][column] > 0 {
          var changed = base
          changed[group][row][column] += change
          let factor = people * Double(repetition) / Double(change)
          for (point, value) in try values(changed).enumerated() {
            let response = (value - start[point]) * factor
            variances[point] +=
              Double(groups[group][row][column]) * response * response / (people * people)
          }
        }
      }
    }
    return variances.map { $0.squareRoot() }
  }
}
