import ArgumentParser
import Files
import ScoreExchange

/// `score-exchange run`: the whole job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: said(
      "Import, link, recognise, place and sign: everything an exchange file asks for."),
    discussion: helpText(
      """
      Example: score-exchange run fixtures/g7-2025/exchange.yaml -o out

      The output folder appears whole or not at all. Before the hour of an embargo only the counts \
      are shown, nothing is written, and the status is 77. Rows that cannot be used are listed in \
      rejects.csv and are no failure unless --strict or --max-rejects says so.
      """))

  @Argument(
    help: .said("The exchange file; - is standard input.", valueName: "exchange"),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchangeFile: String

  @Option(name: .shortAndLong, help: .said("The output folder."), completion: .directory)
  var output = "out"

  @Flag(name: .customLong("dry-run"), help: .said("Do everything, write nothing, show the counts."))
  var isDryRun = false

  @Flag(name: .customLong("open-report"), help: .said("Show the report in the browser at the end."))
  var opensReport = false

  @Flag(name: .long, help: .said("Write tables for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var workbooks: WorkbookOptions

  @Option(
    name: .long,
    help: .said(
      "When the batches are made, as 2025-07-16T08:00:00Z (default: SOURCE_DATE_EPOCH or now)."))
  var created: String?

  @Option(
    name: .long,
    help: .said(
      "Write the applicants without a linked result, identifiers masked, for publication.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var unmatched: String?

  @OptionGroup var rejectLimits: RejectLimitOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let writing = try makeWriting()
      let exchange = try Exchange(contentsOf: exchangeFile)
      if !isDryRun { try exchange.checkOutputFolder(output) }
      if let unmatched, !isDryRun {
        let copy = workbooks.paths(unmatched).dropFirst().first
        try exchange.checkOutput(unmatched, copy: copy, besideRunInto: output)
      }
      var run = try ExchangeRun(
        exchange, at: writing.created, plan: threads.plan(common))
      try rejectLimits.check(run.summary.files, run.rejects, listedBy: "rejects.csv")
      // Before the hour of an embargo the counts are all that is shown.
      let isUnderEmbargo = run.isUnderEmbargo(at: writing.created)
      if isDryRun || isUnderEmbargo { try show(run, isWritten: false) }
      if !isDryRun {
        // A run that is interrupted gives the numbers of its batches back.
        try Interruption.stoppable(when: exchange.signing?.ledger != nil) {
          cancellation throws(ExchangeError) in
          // Where nobody can be told the run has failed, and nothing is replaced.
          try run.write(to: output, writing, cancellation: cancellation) {
            run throws(ExchangeError) in
            try show(run, isWritten: true)
          }
        }
      }
      for note in run.notes where !isUnderEmbargo { common.note("note: \(note)") }
    }
    if opensReport && !isDryRun { openInBrowser("\(output)/report.html") }
  }

  private func makeWriting() throws(ExchangeError) -> ExchangeRun.Writing {
    var writing = ExchangeRun.Writing(
      created: try Clock.created(created), environment: environmentVariable)
    writing.isForSpreadsheet = excel
    writing.writesWorkbooks = workbooks.xlsx
    writing.unmatched = workbooks.paths(unmatched)
    return writing
  }

  private func show(_ run: ExchangeRun, isWritten: Bool) throws(ExchangeError) {
    guard common.json || !common.quiet else { return }
    let answer =
      common.json
      ? try run.summary.json() : Array(run.summary.screen(output: isWritten ? output : nil).utf8)
    do throws(FileError) {
      try writeAnswer(answer)
    } catch {
      throw ExchangeError(writing: error)
    }
  }
}
