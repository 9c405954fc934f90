import Scores

/// An assessment as the page needs it: who vouches for it, its scale and its sittings.
struct AssessmentFacts: Hashable, Sendable, Codable {
  /// One date of it.
  struct SittingFacts: Hashable, Sendable, Codable {
    let name: String
    let date: String
  }

  let code: String
  let issuer: String
  let minimum: ScoreText
  let maximum: ScoreText
  let step: ScoreText
  let sittings: [SittingFacts]

  init(_ assessment: Assessment) {
    code = assessment.code
    issuer = assessment.issuer.code
    minimum = ScoreText(assessment.scale.minimum)
    maximum = ScoreText(assessment.scale.maximum)
    step = ScoreText(assessment.scale.step)
    sittings = assessment.sittings.map { SittingFacts(name: $0.name, date: $0.date.description) }
  }

  /// The assessment without its parts, of which the page tells nothing; nil for words that no
  /// assessment has.
  var assessment: Assessment? {
    guard let issuer = School.named(issuer),
      let scale = try? ScoreScale(
        minimum: minimum.score, maximum: maximum.score, step: step.score)
    else { return nil }
    var dated: [Sitting] = []
    for sitting in sittings {
      guard let date = CalendarDate(sitting.date) else { return nil }
      dated.append(Sitting(name: sitting.name, date: date))
    }
    return Assessment(
      code: code, issuer: issuer, scale: scale, parts: [], validity: nil, sittings: dated)
  }
}
