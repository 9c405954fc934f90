import ArgumentParser
import BatchSigning
import Files
import ScoreExchange

/// `receipt`: the proof of one row for its candidate.
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: said("Make a receipt that proves one row of a batch and tells of no other."),
    discussion: helpText(
      """
      Example: score-exchange receipt results-BKA --key 000123 -o receipt.json

      Example: score-exchange receipt out/batches/outcomes-GHA --key TS000123 --trust trust
        --run out --wishes wishes.csv --page TS000123.html

      The page checks its receipt in any browser, without a network: signatures, pinned keys, \
      certificates, the row's way to the signed root. It shows the row, tells why the candidate got \
      this place, and holds nothing about anybody else.
      """))

  @Argument(help: .said("The batch: a folder, or a plain tar of one.", valueName: "batch"))
  var folder: String

  @Option(name: .long, help: .said("The row's number, from 1.", valueName: "n"))
  var row: Int?

  @Option(
    name: .long,
    help: .said(
      "The row's key: one column's value, or all columns of the key, repeated in their order.",
      valueName: "value"))
  var key: [String] = []

  @Option(name: [.customShort("o"), .customLong("output")], help: .said("The receipt's file."))
  var output: String?

  @Option(
    name: .long,
    help: .said("A page that checks the receipt in a browser.", valueName: "file.html"),
    completion: .file(extensions: ["html"]))
  var page: String?

  @Option(
    name: .customLong("run"),
    help: .said(
      "The output folder of the run; the page then tells why this place.", valueName: "out"),
    completion: .directory)
  var runFolder: String?

  @Option(
    name: .long,
    help: .said("The run's wishes file, for all wishes beside --run.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var wishes: String?

  @OptionGroup(title: said("How the wishes file is laid out")) var layout: LayoutOptions
  @OptionGroup var trust: TrustOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (row == nil) != key.isEmpty else { throw usageError("Give --row or --key.") }
    if let row, row < 1 { throw usageError("--row counts from 1.") }
    guard output != nil || page != nil else { throw usageError("Give -o or --page.") }
    guard page == nil || trust.trust != nil else {
      throw usageError("--page needs --trust: it pins the keys of the offices that signed.")
    }
    guard page != nil || (runFolder == nil && trust.trust == nil && trust.at == nil) else {
      throw usageError("--run, --trust and --at are for --page.")
    }
    guard wishes == nil || runFolder != nil else {
      throw usageError("--wishes goes with --run.")
    }
    try OutputPaths.refuseStandardOutput(
      ["-o": output, "--page": page], beside: common.json ? "--json" : nil)
    try OutputPaths.refuseSharing([output, page], with: [folder, trust.trust, wishes] + runPaths)
  }

  /// What is read of the run; the receipt may stand beside it.
  private var runPaths: [String?] {
    guard let runFolder else { return [] }
    return ((try? namesInFolder(runFolder)) ?? []).map { "\(runFolder)/\($0)" }
      .filter {
        $0.hasSuffix(".csv") || $0.hasSuffix("/summary.json") || fileKind(at: $0) == .folder
      }
  }

  func run() throws {
    var receipt: Receipt?
    var proof: CandidatePage?
    try reportingSigningFailures { () throws(SigningError) in
      let made = try Receipt(
        batch: folder, row: row.map(RowSelection.number) ?? .key(key), plan: threads.plan(common))
      receipt = made
      if let bundle = try trust.bundle() {
        proof = try CandidatePage(made, trust: bundle, at: trust.instant)
      }
    }
    let files = StagedFiles()
    if let page, var proof {
      try reportingFailures { () throws(ExchangeError) in
        if let runFolder {
          try proof.addStory(
            fromRun: runFolder, wishes: wishes, layout: try layout.tableLayout(),
            plan: threads.plan(common))
        }
        try files.gather { () throws(ExchangeError) in try write(proof, to: page) }
      }
    }
    try reportingSigningFailures { () throws(SigningError) in
      try files.gather { () throws(SigningError) in
        if let output { try receipt?.write(to: output) }
      }
      try commit(files)
    }
    report([output, page].compactMap { $0 }, common)
  }

  private func write(_ page: CandidatePage, to path: String) throws(ExchangeError) {
    do {
      try writeBytes(Array(page.html().utf8), to: path, permissions: 0o600)
    } catch {
      throw ExchangeError(writing: error)
    }
  }
}
