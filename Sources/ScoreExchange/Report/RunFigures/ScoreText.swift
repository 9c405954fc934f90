import Scores

/// A score in a JSON document: its exact decimal as text.
struct ScoreText: Hashable, Sendable, Codable {
  let score: Score

  init(_ score: Score) {
    self.score = score
  }

  init(from decoder: any Decoder) throws {
    score = try Score(parsing: decoder.singleValueContainer().decode(String.self))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(score.formatted())
  }
}
