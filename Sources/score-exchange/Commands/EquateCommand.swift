import ArgumentParser
import ScoreExchange

/// `score-exchange equate`: a conversion estimated from data.
struct EquateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equate",
    abstract: said("Estimate the conversion of one scale to another, with its standard errors."),
    discussion: helpText(
      """
      Example: score-exchange equate --design single-group --pairs both.csv \
      --from-scale 0:100:0.01 --to-scale 0:30:0.25 --method equipercentile \
      --presmoothing loglinear:6,6,2 -o table.csv

      Pairs have the columns from,to,(count); frequencies score,count; with an anchor \
      score,anchor,count. A weighted mean of methods reads composite:linear=0.5,identity=0.5.
      """))

  @OptionGroup var data: EquateDataOptions
  @OptionGroup var method: EquateMethodOptions

  @Option(
    name: .long,
    help: .said(
      "The rule for published values: half-up N, half-even N, truncate N, or step S after N."),
    transform: RuleArgument.rounding)
  var rounding = RoundingRule.standard

  @Option(
    name: .long, help: .said("Bootstrap samples, for standard errors beside the analytic ones."))
  var bootstrap = 0

  @Option(name: .long, help: .said("The seed of the bootstrap."))
  var seed: UInt64 = 1

  @Option(
    name: .customLong("groups"),
    help: .said("A column that names groups, such as region: how far each lies from everybody."))
  var groups: String?

  @Option(
    name: .customLong("compare-bands"),
    help: .said("How far this official band table lies from the result."),
    completion: .file(extensions: ["csv"]))
  var comparedBands: String?

  @Option(
    name: .shortAndLong, help: .said("Where the table goes (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long,
    help: .said(
      "Draw the conversion with its error band into an SVG file; - draws it on the terminal."),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @Flag(name: .long, help: .said("Write the table for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try OutputPaths.refuseSharing([output, plot], with: data.files + [comparedBands])
    let greatest = Bootstrap.greatestReplicationCount
    guard bootstrap == 0 || (2...greatest).contains(bootstrap) else {
      throw usageError("--bootstrap takes 2 to \(greatest) samples.")
    }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let estimate = try EquateEstimate(
        method.settings(data, groupColumn: groups), from: data.fromScale.scale,
        to: data.toScale.scale, rounding: rounding, replications: bootstrap, seed: seed,
        plan: threads.plan(common))
      var distance: BandDistance?
      if let comparedBands { distance = try estimate.distance(ofBands: comparedBands) }
      try writingTogether { () throws(ExchangeError) in
        if let output { try estimate.writeTable(to: output, isForSpreadsheet: excel) }
        if let plot, plot != "-" { try estimate.writePlot(to: plot) }
      }
      if let output {
        common.note("written to \(output)")
      } else if !common.json {
        writeOutput(estimate.tableCSV(isForSpreadsheet: excel))
      }
      if plot == "-" { common.note("\(estimate.textPlot)") }
      noteComparisons(estimate, distance)
      if common.json {
        try writeJSON(estimate.report(withTable: output == nil, bandDistance: distance))
      }
    }
  }

  private func noteComparisons(_ estimate: EquateEstimate, _ distance: BandDistance?) {
    let (smaller, advised) = (
      min(estimate.design.from.total, estimate.design.to.total),
      estimate.function.settings.advisedSample
    )
    if smaller < advised {
      common.note("\(smaller) people are few for this method; \(advised) are advised")
    }
    if estimate.function.standardErrors == nil, estimate.bootstrap == nil {
      common.note(
        "no formula gives the standard errors of this method, and the column is empty; "
          + "--bootstrap 1000 estimates them")
    }
    if let invariance = estimate.invariance {
      let names = invariance.groups.map { "\($0.name) (\($0.people))" }.joined(separator: ", ")
      common.note("REMSD \(invariance.figures.remsd.significant) over the groups \(names)")
    }
    if let distance, let comparedBands {
      common.note(
        "\(comparedBands) lies \(distance.rootMeanSquare.significant) points off in the root mean "
          + "square, at most \(distance.maximum.significant); it does not answer "
          + "\(distance.unansweredCount) people")
    }
  }
}
