import ArgumentParser
import ScoreExchange

/// `score-exchange place`: who gets which programme.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: said("Place applicants by their wishes and scores."),
    discussion: helpText(
      """
      Example: score-exchange place --programmes programmes.csv --wishes wishes.csv \
      --ties tie_1,wish-rank -o placements.csv --cutoffs cutoffs.csv

      The placement is stable and gives every applicant the highest wish that any stable placement \
      under the same rules gives.
      """))

  @OptionGroup(title: said("Tables and rules")) var tables: PlacementOptions

  @Option(
    name: .shortAndLong, help: .said("Where placements go (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(name: .long, help: .said("Where cutoffs go."), completion: .file(extensions: ["csv"]))
  var cutoffs: String?

  @Option(
    name: .long, help: .said("Where wishes that cannot be used go."),
    completion: .file(extensions: ["csv"]))
  var rejects: String?

  @Option(
    name: .long, help: .said("Where a certificate goes that anybody can check."),
    completion: .file(extensions: ["json"]))
  var certificate: String?

  @Flag(name: .long, help: .said("Write tables for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup(title: said("Questions")) var study: StudyOptions
  @OptionGroup var workbooks: WorkbookOptions
  @OptionGroup var rejectLimits: RejectLimitOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try workbooks.refuseWithout([output, cutoffs, rejects])
    try OutputPaths.refuseStandardOutput(
      ["--cutoffs": cutoffs, "--rejects": rejects, "--certificate": certificate],
      beside: output == nil ? said("the placements") : common.json ? "--json" : nil)
    try OutputPaths.refuseSharing(
      [output, cutoffs, rejects].flatMap(workbooks.paths) + [certificate],
      with: tables.files + study.files)
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let plan = threads.plan(common)
      var request = try tables.request(besides: study.files)
      request.scenarios = study.whatIf.map(PlacementOptions.source)
      let files = try PlacementFiles(request, plan: plan)
      try rejectLimits.check(files.files, files.rejects)
      for note in files.files.flatMap(\.notes) { common.note("note: \(note)") }
      for reject in files.rejects.prefix(10) { common.note(reject.note) }
      if files.rejects.count > 10 { common.note("… and \(files.rejects.count - 10) more rejects") }
      let placement = try FilePlacement(files, plan: plan)
      let answers = try study.answers(on: placement, plan: plan)
      try writingTogether { () throws(ExchangeError) in try write(placement, plan) }
      if let answers, !common.json {
        writeLines(answers.lines)
      } else if output == nil, !common.json {
        writeOutput(placement.placementsCSV(isForSpreadsheet: excel))
      }
      try show(placement, answers)
    }
  }

  private func write(_ placement: FilePlacement, _ plan: WorkPlan) throws(ExchangeError) {
    for path in workbooks.paths(rejects) {
      try placement.writeRejects(to: path, isForSpreadsheet: excel, plan: plan)
    }
    for path in workbooks.paths(cutoffs) {
      try placement.writeCutoffs(to: path, isForSpreadsheet: excel, plan: plan)
    }
    for path in workbooks.paths(output) {
      try placement.writePlacements(to: path, isForSpreadsheet: excel, plan: plan)
    }
    if let certificate { try placement.writeCertificate(to: certificate) }
  }

  private func show(
    _ placement: FilePlacement, _ answers: PlacementAnswers?
  ) throws(ExchangeError) {
    let report = PlaceReport(placement, answers)
    if common.json {
      try writeJSON(report)
    } else {
      let problem = placement.files.problem
      for note in problem.raisedQuotas + placement.result.shortages(in: problem) {
        common.note(note)
      }
      common.note(
        "\(report.wishes) wishes, \(report.placed) placed, \(report.unplaced) unplaced")
    }
  }
}
