import ArgumentParser
import ScoreExchange

/// Questions about a placement; the answers go to standard output in place of the placements.
struct StudyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .said("Explain this applicant's wishes.", valueName: "applicant"))
  var why: String?

  @Option(
    name: .customLong("why-programme"),
    help: .said(
      "Explain the line of this programme: CODE or SCHOOL/CODE.", valueName: "code"))
  var whyProgramme: String?

  @Option(
    name: .customLong("what-if"),
    help: .said(
      "Try changes and tell who moves: scenario, change, school, programme, pool, value.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var whatIf: String?

  @Option(
    name: .long,
    help: .said("Emulate so many filtering rounds beside the placement.", valueName: "n"))
  var rounds: Int?

  @Option(
    name: .long,
    help: .said("People called in a round for each seat, as 1.25.", valueName: "ratio"),
    transform: Self.percent)
  var overcall: Int?

  @Option(
    name: .long,
    help: .said(
      "Forecast who comes, by past shares: school, programme, yield.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var yields: String?

  func validate() throws {
    if let rounds, !(1...1_000 ~= rounds) {
      throw usageError("--rounds must be between 1 and 1000.")
    }
    if overcall != nil, rounds == nil { throw usageError("--overcall goes with --rounds.") }
  }

  /// A ratio such as `1.25` in hundredths.
  private static func percent(_ text: String) throws -> Int {
    guard let ratio = try? Score(parsing: text),
      10_000_000...100_000_000_000 ~= ratio.billionths, ratio.billionths % 10_000_000 == 0
    else {
      throw usageError("the ratio must be between 0.01 and 100, with at most two decimals.")
    }
    return Int(ratio.billionths / 10_000_000)
  }

  /// Files that the questions read.
  var files: [String?] { [whatIf, yields] }

  /// Answers what was asked, about scenarios that the placement's request names; nil when nothing was.
  func answers(
    on placement: FilePlacement, plan: WorkPlan
  ) throws(ExchangeError) -> PlacementAnswers? {
    guard [why, whyProgramme, whatIf, yields].contains(where: { $0 != nil }) || rounds != nil else {
      return nil
    }
    var answers = PlacementAnswers()
    if let why { answers.why = try placement.why(why) }
    if let whyProgramme { answers.whyProgramme = try placement.why(programme: whyProgramme) }
    if whatIf != nil { answers.whatIf = try placement.reports(plan: plan) }
    if let rounds {
      answers.rounds = try placement.roundsReport(
        roundCount: rounds,
        callsPerHundredSeats: overcall ?? 100)
    }
    if let yields {
      answers.forecast = try placement.forecast(
        yields: PlacementOptions.source(yields), plan: plan)
    }
    return answers
  }
}

/// The answers to questions about a placement.
struct PlacementAnswers: Encodable {
  var why: [Message]?
  var whyProgramme: [Message]?
  var whatIf: [ScenarioReport]?
  var rounds: RoundsReport?
  var forecast: ForecastReport?

  private enum CodingKeys: String, CodingKey {
    case why, rounds, forecast
    case whyProgramme = "why_programme"
    case whatIf = "what_if"
  }

  /// The answers in words.
  var lines: [Message] {
    (why ?? []) + (whyProgramme ?? []) + (whatIf ?? []).flatMap(\.lines) + (rounds?.lines ?? [])
      + (forecast?.sentences ?? [])
  }
}
