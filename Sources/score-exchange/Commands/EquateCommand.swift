import ArgumentParser
import ScoreExchange

/// `score-exchange equate`: a conversion estimated from data.
struct EquateCommand: ParsableCommand {
  /// Who sat which test.
  enum Design: String, ExpressibleByArgument, CaseIterable {
    case singleGroup = "single-group"
    case equivalentGroups = "equivalent-groups"
    case anchor
  }

  /// Whether the anchor counts in the score of the test.
  enum Anchor: String, ExpressibleByArgument, CaseIterable {
    case `internal`
    case external
  }

  static let configuration = CommandConfiguration(
    commandName: "equate",
    abstract: "Estimate the conversion of one scale to another, with its standard errors.",
    discussion: """
      Example: score-exchange equate --design single-group --pairs both.csv \
      --from-scale 0:100:0.01 --to-scale 0:30:0.25 --method equipercentile \
      --presmoothing loglinear:6,6,2 -o table.csv

      Pairs have the columns from,to,(count); frequencies score,count; with an anchor
      score,anchor,count.
      """)

  @Option(name: .long, help: "single-group, equivalent-groups or anchor.")
  var design: Design

  @Option(
    name: .long, help: "Single group: both scores of each person.",
    completion: .file(extensions: ["csv"]))
  var pairs: String?

  @Option(
    name: .long, help: "Two groups: the frequencies of the test that is converted.",
    completion: .file(extensions: ["csv"]))
  var from: String?

  @Option(
    name: .long, help: "Two groups: the frequencies of the test converted to.",
    completion: .file(extensions: ["csv"]))
  var to: String?

  @Option(name: .long, help: "Whether the anchor is part of the score: internal or external.")
  var anchor: Anchor?

  @Option(
    name: .long,
    help:
      "Weight of the first group in the synthetic population, 0 to 1 (default: its share of the people)."
  )
  var weight: ScoreListArgument?

  @Option(
    name: .customLong("from-scale"), help: "minimum:maximum:step of the scale that is converted.")
  var fromScale: ScaleArgument

  @Option(name: .customLong("to-scale"), help: "minimum:maximum:step of the scale converted to.")
  var toScale: ScaleArgument

  @Option(name: .long, help: ArgumentHelp("\(LinkingMethod.names.joined(separator: ", "))."))
  var method: String

  @Option(
    name: .long, help: "none, loglinear:C, loglinear:aic, loglinear:bic, or loglinear:CX,CY,CXY.")
  var presmoothing: String?

  @Option(name: .long, help: "none or spline:S.")
  var postsmoothing: String?

  @Option(name: .long, help: "Kernel: pen, rot, or points.")
  var bandwidth: String?

  @Option(
    name: .customLong("top-percents"), help: "Method bands: where the knots are, as 0.5,1,3,5,10.")
  var topPercents: ScoreListArgument?

  @Option(
    name: .long,
    help: "The rule for published values: half-up N, half-even N, truncate N, or step S after N.",
    transform: RuleArgument.rounding)
  var rounding = RoundingRule.standard

  @Option(name: .customLong("minimum-sample"), help: "Refuse groups with fewer people.")
  var minimumSample: Int?

  @Option(name: .long, help: "Bootstrap samples, for standard errors beside the analytic ones.")
  var bootstrap = 0

  @Option(name: .long, help: "The seed of the bootstrap.")
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong, help: "Where the table goes (default: standard output).",
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long, help: "Draw the conversion with its error band into an SVG file.",
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @Flag(name: .long, help: "Write the table for a spreadsheet: byte order mark, safe cells.")
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard bootstrap == 0 || bootstrap >= 2 else {
      throw ValidationError("--bootstrap needs at least 2 samples.")
    }
    guard (weight?.scores.count ?? 1) == 1 else { throw ValidationError("--weight is one number.") }
    switch design {
    case .singleGroup:
      guard pairs != nil, from == nil, to == nil else {
        throw ValidationError("The single-group design takes --pairs.")
      }
    case .equivalentGroups, .anchor:
      guard pairs == nil, from != nil, to != nil else {
        throw ValidationError("The \(design.rawValue) design takes --from and --to.")
      }
    }
    guard (design == .anchor) == (anchor != nil) else {
      throw ValidationError("--anchor internal|external goes with --design anchor.")
    }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let estimate = try EquateEstimate(
        settings, from: fromScale.scale, to: toScale.scale, rounding: rounding,
        replications: bootstrap, seed: seed, plan: threads.plan)
      if let output {
        try estimate.writeTable(to: output, isForSpreadsheet: excel)
        common.note("written to \(output)")
      } else if !common.json {
        writeOutput(estimate.tableCSV(isForSpreadsheet: excel))
      }
      if let plot { try estimate.writePlot(to: plot) }
      if common.json { writeOutput(jsonText(estimate.report(withTable: output == nil))) }
    }
  }

  private var settings: EquateSettings {
    let (first, second) = (TableSource(from ?? ""), TableSource(to ?? ""))
    let data: EquateSettings.Data =
      switch design {
      case .singleGroup: .singleGroup(pairs: TableSource(pairs ?? ""))
      case .equivalentGroups: .equivalentGroups(from: first, to: second)
      case .anchor: .anchor(from: first, to: second, isInternal: anchor == .internal)
      }
    return EquateSettings(
      data, method: method, weight: weight?.scores.first, presmoothing: presmoothing,
      postsmoothing: postsmoothing, bandwidth: bandwidth,
      topPercents: topPercents?.scores ?? [], minimumSample: minimumSample)
  }
}
