import ArgumentParser
import ScoreExchange

/// `score-exchange place`: who gets which programme.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Place applicants by their wishes and scores.",
    discussion: """
      The placement is stable and gives every applicant the highest wish that any stable placement \
      under the same rules gives. Example: score-exchange place --programmes programmes.csv \
      --wishes wishes.csv --ties tie_1,wish-rank -o placements.csv --cutoffs cutoffs.csv
      """)

  @OptionGroup var tables: PlacementOptions

  @Option(
    name: .shortAndLong, help: "Where placements go (default: standard output).",
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(name: .long, help: "Where cutoffs go.", completion: .file(extensions: ["csv"]))
  var cutoffs: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Explain this applicant's wishes instead.", valueName: "applicant"))
  var why: String?

  @Flag(name: .long, help: "Write tables for a spreadsheet: byte order mark, safe cells.")
  var excel = false

  @OptionGroup var rejectLimits: RejectLimitOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let files = try PlacementFiles(try tables.request(), plan: threads.plan)
      try rejectLimits.check(files.files)
      for reject in files.rejects.prefix(10) { common.note(reject.note) }
      if files.rejects.count > 10 { common.note("… and \(files.rejects.count - 10) more rejects") }
      let placement = try FilePlacement(files, plan: threads.plan)
      if let why {
        for line in try placement.why(why) { writeOutput(line + "\n") }
        return
      }
      if let cutoffs {
        try placement.writeCutoffs(to: cutoffs, isForSpreadsheet: excel, plan: threads.plan)
      }
      if let output {
        try placement.writePlacements(to: output, isForSpreadsheet: excel, plan: threads.plan)
      } else if !common.json {
        writeOutput(placement.placementsCSV(isForSpreadsheet: excel))
      }
      show(placement)
    }
  }

  private func show(_ placement: FilePlacement) {
    let summary = Summary(
      files: placement.files.files, placed: placement.result.placedCount,
      unplaced: placement.unplacedCount,
      wishes: placement.files.problem.wishCounts.reduce(0, +))
    if common.json {
      writeOutput(jsonText(summary))
    } else {
      common.note(
        "\(summary.wishes) wishes, \(summary.placed) placed, \(summary.unplaced) unplaced")
    }
  }

  private struct Summary: Encodable {
    let files: [FileSummary]
    let placed: Int
    let unplaced: Int
    let wishes: Int
  }
}
