internal import Scores

extension Recogniser {
  /// What stands against a result.
  enum Obstacle {
    case status
    case sitting
    case notYet
    case expired(lastDay: CalendarDate)
    case scale
    case minimumTotal(Score)
    case minimumPart(RecognitionRule.PartMinimum, Score?)

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

  /// The first check that a result does not pass, or nil when it is acceptable.
  func obstacle(of result: LinkedResult) -> Obstacle? {
    guard let total = result.total, result.status.isEmpty else { return .status }
    if let sittings = rule.sittings, !sittings.contains(result.sitting) { return .sitting }
    if asOf < result.sittingDate { return .notYet }
    if let lastDay = assessment.validity?.lastDay(from: result.sittingDate), lastDay < asOf {
      return .expired(lastDay: lastDay)
    }
    guard assessment.scale.isOnLattice(total) else { return .scale }
    if let minimum = rule.minimumTotal, total < minimum { return .minimumTotal(minimum) }
    for (index, minimum) in minimumParts {
      let part = part(index, of: result)
      guard let part, part >= minimum.minimum else { return .minimumPart(minimum, part) }
    }
    return nil
  }

  private func part(_ index: Int, of result: LinkedResult) -> Score? {
    result.parts.indices.contains(index) ? result.parts[index] : nil
  }

  /// An obstacle in words.
  func words(_ obstacle: Obstacle, of result: LinkedResult) -> TraceText {
    switch obstacle {
    case .status:
      return result.status.isEmpty ? "there is no total" : "its status is \(result.status)"
    case .sitting:
      let accepted = rule.sittings?.joined(separator: ", ") ?? ""
      return "sitting \(result.sitting) is not among \(accepted)"
    case .notYet: return "the sitting lies after \(asOf), the day of judgement"
    case .expired(let lastDay):
      return "it was valid until \(lastDay), and the day of judgement is \(asOf)"
    case .scale: return "\(result.total ?? .zero) is no score of \(assessment.code)"
    case .minimumTotal(let minimum):
      let total = result.total ?? .zero
      return
        "its total \(total, sourceDecimals) is under the minimum \(minimum, sourceDecimals)"
    case .minimumPart(let minimum, let part?):
      return
        "\(minimum.part) \(part, sourceDecimals) is under the minimum \(minimum.minimum, sourceDecimals)"
    case .minimumPart(let minimum, nil):
      return "\(minimum.part) is not given, and \(minimum.minimum, sourceDecimals) is the minimum"
    }
  }

  /// Why a result is acceptable.
  func acceptance(of result: LinkedResult) -> TraceText {
    var words: [TraceText] = []
    switch (assessment.validity, assessment.validity?.lastDay(from: result.sittingDate)) {
    case (nil, _): words.append("valid without an end")
    case (let validity?, let lastDay?):
      words.append("valid until \(lastDay) (\(validity.description)), judged on \(asOf)")
    case (let validity?, nil): words.append("valid for \(validity.description)")
    }
    if let minimum = rule.minimumTotal {
      words.append("minimum total \(minimum, sourceDecimals) reached")
    }
    for (index, minimum) in minimumParts {
      let part = part(index, of: result) ?? .zero
      words.append(
        "minimum \(minimum.part) \(minimum.minimum, sourceDecimals) reached by \(part, sourceDecimals)"
      )
    }
    return TraceText(joining: words)
  }
}
