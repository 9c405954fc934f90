import ArgumentParser
import ScoreExchange

/// `score-exchange inspect`: what the importer sees.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: said(
      "Show what the importer sees in a file: layout, columns, ranges, first problems."),
    discussion: helpText(
      """
      Example: score-exchange inspect results/bka.csv --exchange exchange.yaml
      """))

  @Argument(
    help: .said("Files; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    name: .long, help: .said("Check rows by the assessments of this exchange file."),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchange: String?

  @Option(name: .long, help: .said("The assessment, where the exchange file has several."))
  var assessment: String?

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let described = try exchange.map { path throws(ExchangeError) in
        try Exchange(contentsOf: path)
      }
      let said = try layout.tableLayout()
      for (index, file) in files.enumerated() {
        let named = described?.results(in: file)
        let layout = named?.table.layout.overridden(by: said) ?? said
        let code = assessment ?? named?.assessment
        var chosen = described?.assessments.first { $0.code == code }
        if let assessment, chosen == nil {
          throw ExchangeError(
            .usage,
            described.map { exchange in
              "there is no assessment \"\(assessment)\"; there are "
                + "\(exchange.assessments.map(\.code).joined(separator: ", "))"
            } ?? "--assessment names one of an exchange file; say --exchange")
        }
        if chosen == nil, let all = described?.assessments, all.count == 1 {
          chosen = all[0]
        }
        let inspection = try Inspection(
          file, assessment: chosen, layout: layout, plan: threads.plan(common))
        if common.json {
          try inspection.writeJSONLine()
        } else {
          writeOutput((index == 0 ? "" : "\n") + inspection.screen)
        }
      }
    }
  }
}
