import ArgumentParser
import ScoreExchange

/// `score-exchange explain`: why did one applicant come out as she did?
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: said("Show one applicant over all schools: links, recognition, wishes."),
    discussion: helpText(
      """
      Example: score-exchange explain TS000123 exchange.yaml

      The run of the exchange file is made anew, and nothing is written: which results were weighed \
      and what each field said, every school's decision with its whole calculation, and why each \
      wish was granted or not.
      """))

  @Argument(help: .said("The applicant's number."))
  var applicant: String

  @Argument(
    help: .said("The exchange file.", valueName: "exchange"),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchangeFile = "exchange.yaml"

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let run = try ExchangeRun(
        try Exchange(contentsOf: exchangeFile), plan: threads.plan(common))
      let view = try run.view(of: applicant, at: try Clock.created(nil))
      if common.json { try writeJSON(view) } else { writeLines(view.lines) }
    }
  }
}
