import ArgumentParser
import ScoreExchange

/// `score-exchange convert`: scores of one scale on another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: said("Convert scores by an official band table or by a table that `equate` wrote."),
    discussion: helpText(
      """
      Example: score-exchange convert --bands hust-2025.csv 70.79
      Example: score-exchange convert --bands hust-2025.csv --inverse 27.68
      Example: score-exchange convert --exchange g7.yaml --conversion hust-2025 70

      One value a line is printed, in the order of the scores. With --input the file is printed \
      with a further column `converted`. A score that the table does not answer is an error unless \
      --outside clip makes it count as the nearest end. With --confidence the ends of the range \
      follow each value after commas, unrounded.
      """))

  @Option(
    name: .long, help: .said("A band table: from_low,from_high,to_low,to_high."),
    completion: .file(extensions: ["csv"]))
  var bands: String?

  @Option(
    name: .long, help: .said("A table written by equate."), completion: .file(extensions: ["csv"]))
  var table: String?

  @Option(
    name: .long, help: .said("An exchange file, with --conversion."),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchange: String?

  @Option(name: .long, help: .said("A conversion that the exchange file names, with its rounding."))
  var conversion: String?

  @Option(
    name: .long, help: .said("The band of a shared end: left-closed or right-closed."),
    transform: RuleArgument.edges)
  var edges = BandTable.EdgeRule.rightClosed

  @Flag(
    name: .customLong("step-table"),
    help: .said("Each band has one value; nothing is interpolated."))
  var isStepTable = false

  @Flag(name: .long, help: .said("Convert from the target scale back to the source scale."))
  var inverse = false

  @Option(
    name: .long,
    help: .said(
      "half-up N, half-even N, truncate N, or step S after N (default: half-up 2, or as the table was published)."
    ),
    transform: RuleArgument.rounding)
  var rounding: RoundingRule?

  @Option(
    name: .long, help: .said("A score outside the table: refuse or clip."),
    transform: RuleArgument.outside
  )
  var outside = OutsidePolicy.refuse

  @Option(
    name: .long,
    help: .said(
      "With an estimated conversion: the range that holds the value with this many percent, as 95.")
  )
  var confidence: ScoreArgument?

  @Argument(help: .said("Scores to convert."))
  var scores: [String] = []

  @Option(
    name: .long, help: .said("A file with a column of scores; - is standard input."),
    completion: .file())
  var input: String?

  @Option(name: .long, help: .said("The heading of that column."))
  var column: String?

  @Option(
    name: .long, help: .said("The sheet of a workbook (default: the first that is shown)."))
  var sheet: String?

  @Option(
    name: .shortAndLong,
    help: .said("Where the file with the converted column goes (default: standard output)."),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: .said("Write the file for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try OutputPaths.refuseSharing([output], with: [input, bands, table, exchange])
    guard [bands, table, exchange].count(where: { $0 != nil }) == 1 else {
      throw usageError("Say one of --bands, --table and --exchange.")
    }
    guard (exchange == nil) == (conversion == nil) else {
      throw usageError("--exchange and --conversion go together.")
    }
    if exchange != nil, rounding != nil {
      throw usageError("--rounding is what the exchange file says.")
    }
    guard (input == nil) != scores.isEmpty else {
      throw usageError(
        "Name scores, a negative one behind --, or a file with --input and --column.")
    }
    guard (input == nil) == (column == nil) else {
      throw usageError("--input and --column go together.")
    }
    if sheet != nil, input == nil { throw usageError("--sheet goes with --input.") }
    if let confidence {
      guard bands == nil, !inverse, (0..<100).contains(Double(confidence.score)),
        confidence.score > .zero
      else {
        throw usageError(
          "--confidence is a percentage from 0 to 100 and goes with --table or --exchange, not with "
            + "--inverse.")
      }
    }
    if isStepTable, bands == nil { throw usageError("--step-table goes with --bands.") }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let converter = try converter()
      if let input, let column {
        try convert(input, column, by: converter)
      } else {
        try convertScores(by: converter)
      }
    }
  }

  private func converter() throws(ExchangeError) -> ScoreConverter {
    if let bands {
      return try ScoreConverter(
        bands: bands, edges: edges, isInterpolated: !isStepTable, rounding: rounding,
        isInverse: inverse, outside: outside)
    }
    let probability = confidence.map { Double($0.score) / 100 }
    if let exchange, let conversion {
      return try ScoreConverter(
        conversion, of: Exchange(contentsOf: exchange), isInverse: inverse, outside: outside,
        confidence: probability, plan: threads.plan(common))
    }
    return try ScoreConverter(
      table: table ?? "", rounding: rounding, isInverse: inverse, outside: outside,
      confidence: probability)
  }

  private func convertScores(by converter: ScoreConverter) throws(ExchangeError) {
    var answers: [ScoreConverter.Answer] = []
    for text in scores {
      let score: Score
      do {
        score = try Score(parsing: text)
      } catch {
        throw ExchangeError(.usage, "\"\(text)\": \(error)")
      }
      do {
        answers.append(try converter.convert(score))
      } catch {
        throw ExchangeError(.badInput, file: bands ?? table ?? exchange, "\(error)")
      }
    }
    if common.json { return try writeJSON(answers) }
    writeOutput(answers.map { $0.cells.joined(separator: ",") + "\n" }.joined())
  }

  private func convert(
    _ input: String, _ column: String, by converter: ScoreConverter
  ) throws(ExchangeError) {
    let conversion = try ColumnConversion(
      input, sheet: sheet, column: column, by: converter, plan: threads.plan(common))
    if let output {
      try conversion.write(to: output, isForSpreadsheet: excel)
    } else if !common.json {
      writeOutput(conversion.csv(isForSpreadsheet: excel))
    }
    if common.json { try writeJSON(["converted": conversion.convertedCount]) }
    common.note("\(conversion.convertedCount) scores converted")
  }
}
