import ArgumentParser
import ScoreExchange

/// `score-exchange check`: is that placement right?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said("Prove a placement, ours or foreign."),
    discussion: helpText(
      """
      Example: score-exchange check --programmes programmes.csv --wishes wishes.csv \
      --placements placements.csv --cutoffs cutoffs.csv

      Feasible, nobody who would rather have a seat that would take her, no tie split, cutoffs as \
      stated, and the best stable placement for applicants. Ends with 0, or with 1 and the first \
      witness of each fault on standard output.
      """))

  @OptionGroup var tables: PlacementOptions

  @Option(
    name: .long, help: .said("The placement to check.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var placements: String

  @Option(
    name: .long, help: .said("Cutoffs stated with it.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var cutoffs: String?

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var findings: [StabilityFinding] = []
    var lines: [Message] = []
    try reportingFailures { () throws(ExchangeError) in
      let files = try PlacementFiles(
        try tables.request(besides: [placements, cutoffs]), plan: threads.plan(common))
      for reject in files.rejects.prefix(10) { common.note(reject.note) }
      findings = try files.findings(
        placements: PlacementOptions.source(placements),
        cutoffs: cutoffs.map(PlacementOptions.source), plan: threads.plan(common))
      lines = findings.map(files.sentence)
    }
    if common.json {
      let report = Report(
        ok: findings.isEmpty,
        findings: zip(findings, lines).map {
          Report.Finding(
            kind: $0.kind.rawValue, count: $0.count, programme: $0.programme, message: $1)
        })
      try reportingFailures { () throws(ExchangeError) in try writeJSON(report) }
    } else if findings.isEmpty {
      writeLines(["the placement is right: feasible, stable, applicant-optimal"])
    } else {
      writeLines(lines)
    }
    if !findings.isEmpty { throw ExitStatus.refused.exit }
  }

  private struct Report: Encodable {
    let ok: Bool
    let findings: [Finding]

    struct Finding: Encodable {
      let kind: String
      let count: Int
      let programme: String
      let message: Message
    }
  }
}
