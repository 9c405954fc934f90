import ArgumentParser
import ScoreExchange

/// `score-exchange tokens`: a file of people without its numbers.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: said("Replace national identifiers by keyed tokens, for linking across schools."),
    discussion: helpText(
      """
      Example: score-exchange tokens applicants.csv --key shared.key -o applicants-tokens.csv

      A token is HMAC-SHA-256 of the number under a key that the linking schools share. The other \
      school links its own file with it by link --tokens shared.key, and neither sees a number of \
      the other.
      """))

  @Argument(help: .said("The file; - is standard input."), completion: .file())
  var file: String

  @Option(
    name: .long, help: .said("A file with the key, at least 16 bytes; - is standard input."),
    completion: .file())
  var key: String

  @Option(
    name: .shortAndLong, help: .said("Where the table goes (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long,
    help: .said("Which heading is which column.", valueName: "column=heading,…"))
  var columns = ""

  @Flag(name: .long, help: .said("Write the table for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try InputPaths.refuseReadingTwice([file], options: ["--key": key])
    try OutputPaths.refuseSharing([output], with: [file, key])
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let source = TableSource(
        file: NamedFile(at: file),
        layout: try TableLayout(peopleColumns: columns, comparing: []))
      let tokenised = try TokenisedFile(
        source, try IdentifierTokens(keyFile: key), plan: threads.plan(common))
      if let output {
        try tokenised.write(to: output, isForSpreadsheet: excel)
      } else if !common.json {
        writeOutput(tokenised.csv(isForSpreadsheet: excel))
      }
      if common.json { try writeJSON(["tokens": tokenised.tokenCount]) }
      common.note("\(tokenised.tokenCount) identifiers replaced")
    }
  }
}
