internal import Scores

extension Recogniser {
  /// What stands against a result.
  enum Obstacle {
    case status
    case sitting
    case notYet
    case expired
    case scale
    case minimumTotal
    /// The minimum by its place in ``minimumParts``.
    case minimumPart(Int)

    /// The number of the check that failed; a higher one came nearer to being accepted.
    var stage: Int {
      switch self {
      case .status: 0
      case .sitting: 1
      case .notYet, .expired: 2
      case .scale: 3
      case .minimumTotal: 4
      case .minimumPart: 5
      }
    }

    var refusal: RecognitionRefusal {
      switch self {
      case .status: .status
      case .sitting: .sitting
      case .notYet: .notYet
      case .expired: .expired
      case .scale: .scale
      case .minimumTotal: .minimumTotal
      case .minimumPart: .minimumPart
      }
    }
  }

  /// What stands against every result of a sitting; nil for nothing.
  func obstacle(ofSitting name: String, _ date: CalendarDate) -> Obstacle? {
    if let sittings = rule.sittings, !sittings.contains(name) { return .sitting }
    if asOf < date { return .notYet }
    if let lastDay = assessment.validity?.lastDay(from: date), lastDay < asOf { return .expired }
    return nil
  }

  /// The first check that a result does not pass, or nil when it is acceptable.
  func obstacle(
    of result: Int, ofSitting sitting: Int, in results: some JudgedResults
  ) -> Obstacle? {
    guard let total = results.total(of: result), results.status(of: result).isEmpty else {
      return .status
    }
    if let obstacle = results.sittings[sitting].obstacle { return obstacle }
    if results.point(of: result) == nil { return .scale }
    if let minimum = rule.minimumTotal, total < minimum { return .minimumTotal }
    for (place, part) in minimumParts.enumerated() {
      guard let score = results.part(part.index, of: result), score >= part.minimum.minimum else {
        return .minimumPart(place)
      }
    }
    return nil
  }

  /// An obstacle in words.
  func words(_ obstacle: Obstacle, of judged: Judged, in results: some JudgedResults) -> TraceText {
    let sitting = results.sittings[judged.sitting]
    switch obstacle {
    case .status:
      let status = results.status(of: judged.result)
      return status.isEmpty ? "there is no total" : "its status is \(status)"
    case .sitting:
      let accepted = rule.sittings?.joined(separator: ", ") ?? ""
      return "sitting \(sitting.name) is not among \(accepted)"
    case .notYet: return "the sitting lies after \(asOf), the day of judgement"
    case .expired:
      let lastDay = assessment.validity?.lastDay(from: sitting.date) ?? asOf
      return "it was valid until \(lastDay), and the day of judgement is \(asOf)"
    case .scale: return "\(judged.total) is no score of \(assessment.code)"
    case .minimumTotal:
      let minimum = rule.minimumTotal ?? .zero
      return
        "its total \(judged.total, sourceDecimals) is under the minimum \(minimum, sourceDecimals)"
    case .minimumPart(let place):
      let (index, minimum) = minimumParts[place]
      guard let part = results.part(index, of: judged.result) else {
        return
          "\(minimum.part) is not given, and \(minimum.minimum, sourceDecimals) is the minimum"
      }
      return
        "\(minimum.part) \(part, sourceDecimals) is under the minimum \(minimum.minimum, sourceDecimals)"
    }
  }

  /// Why a result of a sitting is acceptable, but for its parts.
  func acceptance(ofSittingOn date: CalendarDate) -> TraceText {
    var words: TraceText
    switch (assessment.validity, assessment.validity?.lastDay(from: date)) {
    case (nil, _): words = "valid without an end"
    case (let validity?, let lastDay?):
      words = "valid until \(lastDay) (\(validity.description)), judged on \(asOf)"
    case (let validity?, nil): words = "valid for \(validity.description)"
    }
    if let minimum = rule.minimumTotal {
      words.join("minimum total \(minimum, sourceDecimals) reached")
    }
    return words
  }

  private static let reachedMinimum: TraceForm = "minimum \(.gap) \(.gap) reached by \(.gap)"

  /// Tells why a result is acceptable.
  func tellAcceptance(of judged: Judged, in results: some JudgedResults, _ trace: inout Trace) {
    trace.add { step in
      step.append(results.sittings[judged.sitting].acceptance.output)
      for (index, minimum) in minimumParts {
        let part = results.part(index, of: judged.result) ?? .zero
        step.append(", ")
        step.append(Self.reachedMinimum) { gap, step in
          switch gap {
          case 0: step.append(minimum.part)
          case 1: step.append(minimum.minimum, sourceDecimals)
          default: step.append(part, sourceDecimals)
          }
        }
      }
    }
  }
}
