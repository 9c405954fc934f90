import ArgumentParser
import ScoreExchange

/// `score-exchange network`: several scales through one base.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: said(
      "Link several scales through one base, and tell how far direct links contradict it."),
    discussion: helpText(
      """
      Example: score-exchange network --base THPT --link TSA=tsa-thpt.csv --link HSA=hsa-thpt.csv \
      --direct TSA:HSA=tsa-hsa.csv --people TSA=tsa.csv
      Example: score-exchange network --base THPT --link TSA=tsa-thpt.csv --link HSA=hsa-thpt.csv \
      --from TSA --to HSA -o tsa-hsa.csv

      The tables are those that `equate` wrote. Links of pairs of scales by different people do not \
      compose; through one base they do. The cycle-closure error of a direct link is the root mean \
      square of its difference from the way through the base, over the people of a file score,count.
      """))

  @Option(name: .long, help: .said("The name of the base scale."))
  var base: String

  @Option(
    name: .long,
    help: .said("A scale with its table of conversion to the base.", valueName: "scale=file")
  )
  var link: [NamedTableArgument]

  @Option(
    name: .long,
    help: .said("A direct link to compare.", valueName: "from:to=file"))
  var direct: [NamedTableArgument] = []

  @Option(
    name: .long,
    help: .said(
      "Frequencies score,count that weigh the direct links from a scale.", valueName: "scale=file"))
  var people: [NamedTableArgument] = []

  @Option(name: .long, help: .said("Write the conversion from this scale, with --to."))
  var from: String?

  @Option(name: .long, help: .said("The scale converted to, through the base."))
  var to: String?

  @Option(
    name: .long,
    help: .said(
      "The rule for published values: half-up N, half-even N, truncate N, or step S after N."),
    transform: RuleArgument.rounding)
  var rounding = RoundingRule.standard

  @Option(
    name: .shortAndLong, help: .said("Where that conversion goes (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Flag(name: .long, help: .said("Write the table for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try OutputPaths.refuseSharing([output], with: (link + direct + people).map(\.path))
    guard (from == nil) == (to == nil) else {
      throw usageError("--from and --to go together.")
    }
    guard output == nil || from != nil else {
      throw usageError("-o goes with --from and --to.")
    }
    for (option, tables) in [("--link", link), ("--people", people)]
    where Set(tables.map(\.name)).count < tables.count {
      throw usageError("\(option) names a scale twice.")
    }
    guard direct.allSatisfy({ $0.name.split(separator: ":").count == 2 }) else {
      throw usageError("--direct reads FROM:TO=FILE.")
    }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let study = try NetworkStudy(
        base: base, links: NamedTableArgument.paths(link),
        directLinks: direct.map { argument in
          let ends = argument.name.split(separator: ":").map(String.init)
          return NetworkStudy.DirectLink(from: ends[0], to: ends[1], path: argument.path)
        }, people: NamedTableArgument.paths(people), plan: threads.plan(common))
      var lines: [EquateReport.Line]?
      if let from, let to {
        let bytes = try study.tableCSV(
          from: from, to: to, rounding: rounding, isForSpreadsheet: excel, writtenTo: output)
        if let output {
          common.note("written to \(output)")
        } else if common.json {
          lines = try study.lines(from: from, to: to, rounding: rounding)
        } else {
          writeOutput(bytes)
        }
      }
      if common.json {
        try writeJSON(
          NetworkReport(
            base: base, scales: study.network.scales, closures: study.closures, table: lines))
      } else if from == nil {
        writeLines(study.lines)
      } else {
        for line in study.lines { common.note(line) }
      }
    }
  }
}
