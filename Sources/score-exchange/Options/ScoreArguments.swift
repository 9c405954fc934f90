import ArgumentParser
import ScoreExchange

/// The reading of words that name a rule; a word nobody knows is wrong usage.
enum RuleArgument {
  static func rounding(_ words: String) throws -> RoundingRule {
    try said { try RoundingRule(parsing: words) }
  }

  static func edges(_ words: String) throws -> BandTable.EdgeRule {
    try said { try BandTable.EdgeRule(parsing: words) }
  }

  /// A word as it is read, or what is wrong with it in the language of this process.
  private static func said<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as any MessageConvertible {
      throw usageError(error.message)
    }
  }

  static func outside(_ word: String) throws -> OutsidePolicy {
    guard let policy = OutsidePolicy(rawValue: word) else {
      throw usageError("--outside is refuse or clip.")
    }
    return policy
  }
}

/// A scale on the command line: `minimum:maximum:step`, as in 0:100:0.01.
struct ScaleArgument: ExpressibleByArgument {
  let scale: ScoreScale

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let minimum = try? Score(parsing: parts[0]),
      let maximum = try? Score(parsing: parts[1]), let step = try? Score(parsing: parts[2]),
      let scale = try? ScoreScale(minimum: minimum, maximum: maximum, step: step)
    else { return nil }
    self.scale = scale
  }
}

/// One score on the command line, as in 0.5.
struct ScoreArgument: ExpressibleByArgument {
  let score: Score

  init?(argument: String) {
    guard let score = try? Score(parsing: argument) else { return nil }
    self.score = score
  }
}

/// Scores on the command line, as in 0.5,1,3,5,10.
struct ScoreListArgument: ExpressibleByArgument {
  let scores: [Score]

  init?(argument: String) {
    var scores: [Score] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let score = try? Score(parsing: part) else { return nil }
      scores.append(score)
    }
    self.scores = scores
  }
}
