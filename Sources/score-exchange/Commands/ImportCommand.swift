import ArgumentParser
import Files
import ScoreExchange

/// `score-exchange import`: results files in one record form.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: said("Read results files, whatever their layout, into one table."),
    discussion: helpText(
      """
      Example: score-exchange import results/bka.csv --exchange exchange.yaml -o results.csv \
      --rejects rejects.csv
      """))

  @Argument(
    help: .said("Results files; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    name: .long, help: .said("The exchange file that describes the assessment."),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchange: String?

  @Option(
    name: .customLong("assessment-file"), help: .said("A file that describes only the assessment."),
    completion: .file(extensions: ["yaml", "yml"]))
  var assessmentFile: String?

  @Option(name: .long, help: .said("The assessment of files that the exchange file does not name."))
  var assessment: String?

  @Option(
    name: .long,
    help: .said("What files not named by the exchange file hold."))
  var kind = ResultSource.Kind.results

  @Option(
    name: .shortAndLong, help: .said("Where results go (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long, help: .said("Where rejected rows go (default: only their number is shown)."),
    completion: .file(extensions: ["csv"]))
  var rejects: String?

  @Flag(name: .long, help: .said("Write tables for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var workbooks: WorkbookOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var controlTotals: ControlTotalOptions
  @OptionGroup var rejectLimits: RejectLimitOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    guard (exchange == nil) != (assessmentFile == nil) else {
      throw usageError("Say either --exchange or --assessment-file.")
    }
    try InputPaths.refuseReadingTwice(
      files, options: ["--exchange": exchange, "--assessment-file": assessmentFile])
    try workbooks.refuseWithout([output, rejects])
    let outputs = workbooks.paths(output) + workbooks.paths(rejects)
    try OutputPaths.refuseStandardOutput(
      ["--rejects": rejects],
      beside: output == nil ? said("the results") : common.json ? "--json" : nil)
    try OutputPaths.refuseSharing(
      outputs, with: files + [exchange, assessmentFile])
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let outputs = workbooks.paths(output)
      guard let output, outputs == [output], workbookPath(beside: output) != output,
        !leadsToStream(output)
      else {
        // What is sent cannot be taken back, so everything is checked before; a workbook is made of
        // what is in memory.
        let imported = try ImportedResults(try request(), plan: threads.plan(common))
        try writingTogether { () throws(ExchangeError) in
          try settle(imported.report)
          for path in outputs { try imported.writeResults(to: path, isForSpreadsheet: excel) }
        }
        if outputs.isEmpty, !common.json {
          writeOutput(imported.resultsCSV(isForSpreadsheet: excel))
        }
        try show(imported.report)
        return
      }
      let report = try writingTogether { () throws(ExchangeError) in
        let file = try ResultFile(
          try request(), at: output, isForSpreadsheet: excel, plan: threads.plan(common))
        let report = file.report
        try settle(report)
        try file.commit()
        return report
      }
      try show(report)
    }
  }

  /// Refuses files with other totals or more rejects than were allowed; writes the rejects.
  private func settle(_ report: ImportReport) throws(ExchangeError) {
    try controlTotals.check(report.files)
    try rejectLimits.check(report.files, report.rejects)
    for path in workbooks.paths(rejects) {
      try report.writeRejects(to: path, isForSpreadsheet: excel)
    }
  }

  private func request() throws(ExchangeError) -> ResultRequest {
    if let exchange {
      let described = try Exchange(contentsOf: exchange)
      return try ResultRequest(
        files, assessments: described.assessments, exchange: described, assessment: assessment,
        kind: kind, layout: layout.tableLayout())
    }
    return try ResultRequest(
      files, assessments: try Assessment.all(contentsOf: assessmentFile ?? ""),
      assessment: assessment, kind: kind, layout: layout.tableLayout())
  }

  private func show(_ report: ImportReport) throws(ExchangeError) {
    if common.json { try report.writeDocument() }
    guard !common.quiet else { return }
    for line in report.notes(showsRejects: rejects == nil && !common.json) { writeError(line) }
  }
}
