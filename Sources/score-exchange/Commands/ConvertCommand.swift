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
      with a further column `converted`. A score outside the table is an error unless --outside clip \
      makes it count as the nearest end; one between two bands, of which the table says nothing, is \
      always an error. With --confidence the ends of the range follow each value after commas, \
      unrounded.
      """))

  @OptionGroup var rule: ConversionOptions

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
    try OutputPaths.refuseSharing([output], with: [input] + rule.files)
    guard (input == nil) != scores.isEmpty else {
      throw usageError(
        "Name scores, a negative one behind --, or a file with --input and --column.")
    }
    guard (input == nil) == (column == nil) else {
      throw usageError("--input and --column go together.")
    }
    if sheet != nil, input == nil { throw usageError("--sheet goes with --input.") }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let converter = try rule.converter(plan: threads.plan(common))
      if let input, let column {
        try convert(input, column, by: converter)
      } else {
        try convertScores(by: converter)
      }
    }
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
        throw ExchangeError(.badInput, file: rule.files.compactMap(\.self).first, "\(error)")
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
