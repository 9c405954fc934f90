import ArgumentParser
import BatchSigning
import Files
import ScoreExchange

/// `score-exchange report`: the page of a run, or of a year.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: said("Make the page of a run anew, or the annual report over its batches."),
    discussion: helpText(
      """
      Example: score-exchange report out -o report.html
      Example: score-exchange report --annual out-2024 out-2025 --trust trust -o annual.html

      The page of a run is made from its output folder and is the one that `run` wrote. The annual \
      report verifies every batch first; a refused one is named with its reason code, nothing of it \
      is counted, and the command ends with 1. Of several batches of a chain the last counts; \
      different ones that claim to be the last are refused (E_FORK).
      """))

  @Argument(
    help: .said(
      "The output folder of a run; with --annual batches, or folders that hold them.",
      valueName: "folder"),
    completion: .directory)
  var folders: [String]

  @Flag(name: .customLong("annual"), help: .said("The fourth-quarter report over batches."))
  var isAnnual = false

  @Option(
    name: .shortAndLong,
    help: .said(
      "Where the page goes; - is standard output (default: report.html in the folder, annual.html; "
        + "with --json no page).", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(
    name: .customLong("as"),
    help: .said(
      "The school as which batches are verified (default: each batch's first recipient).",
      valueName: "receiver"))
  var receiver: String?

  @OptionGroup var trust: TrustOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard isAnnual || folders.count == 1 else {
      throw usageError("Without --annual the output folder of one run is expected.")
    }
    guard isAnnual || (receiver == nil && trust.trust == nil && trust.at == nil) else {
      throw usageError("--as, --trust and --at are for --annual.")
    }
    try OutputPaths.refuseStandardOutput(["-o": output], beside: common.json ? "--json" : nil)
    try OutputPaths.refuseSharing([output], with: readPaths)
  }

  /// What is read. A page may stand beside that in an output folder, but not in a batch.
  private var readPaths: [String?] {
    folders.flatMap { folder in
      if fileKind(at: "\(folder)/manifest.json") != nil { return [folder] }
      let names = (try? namesInFolder(folder)) ?? []
      return names.filter { !$0.hasSuffix(".html") }.map { "\(folder)/\($0)" }
    } + [trust.trust]
  }

  func run() throws {
    if isAnnual {
      try runAnnual()
    } else {
      try reportingFailures { () throws(ExchangeError) in
        let report = try RunReport(folder: folders[0], plan: threads.plan(common))
        try write(defaultOutput: "\(folders[0])/report.html", report.html)
        if common.json { try writeJSON(report.figures) }
      }
    }
  }

  private func runAnnual() throws {
    var bundle: TrustBundle?
    try reportingSigningFailures { () throws(SigningError) in bundle = try trust.bundle() }
    var refusals: [AnnualReport.Refusal] = []
    try reportingFailures { () throws(ExchangeError) in
      let report = try AnnualReport(
        folders, receiver: receiver, trust: bundle, at: trust.at, plan: threads.plan(common))
      try write(defaultOutput: "annual.html", report.html)
      if common.json { try writeJSON(report.figures) }
      refusals = report.refusals
    }
    for refusal in refusals { writeError("refused: \(refusal.folder): \(refusal)") }
    if !refusals.isEmpty { throw ExitStatus.refused.exit }
  }

  /// Writes the page where it was asked for.
  private func write(
    defaultOutput: String, _ html: () throws -> String
  ) throws(ExchangeError) {
    if common.json && output == nil { return }
    do {
      let page = try html()
      let path = output ?? defaultOutput
      if path == "-" {
        writeOutput(page)
      } else {
        try writeBytes(Array(page.utf8), to: path)
        if !common.json { common.note("written to \(path)") }
      }
    } catch {
      throw ExchangeError(writing: error)
    }
  }
}
