import ArgumentParser
import ScoreExchange

/// By what scores are converted, and how.
struct ConversionOptions: ParsableArguments {
  @Option(
    name: .long, help: .said("A band table: from_low,from_high,to_low,to_high."),
    completion: .file(extensions: ["csv"]))
  var bands: String?

  @Option(
    name: .long, help: .said("A table written by equate."), completion: .file(extensions: ["csv"]))
  var table: String?

  @Option(
    name: .long, help: .said("An exchange file, with --conversion."),
    completion: .file(extensions: ["yaml", "yml"]))
  var exchange: String?

  @Option(name: .long, help: .said("A conversion that the exchange file names, with its rounding."))
  var conversion: String?

  @Option(
    name: .long, help: .said("The band of a shared end: left-closed or right-closed."),
    transform: RuleArgument.edges)
  var edges = BandTable.EdgeRule.rightClosed

  @Flag(
    name: .customLong("step-table"),
    help: .said("Each band has one value; nothing is interpolated."))
  var isStepTable = false

  @Flag(name: .long, help: .said("Convert from the target scale back to the source scale."))
  var inverse = false

  @Option(
    name: .long,
    help: .said(
      "half-up N, half-even N, truncate N, or step S after N (default: half-up 2, or as the table was published)."
    ),
    transform: RuleArgument.rounding)
  var rounding: RoundingRule?

  @Option(
    name: .long, help: .said("A score outside the table: refuse or clip."),
    transform: RuleArgument.outside
  )
  var outside = OutsidePolicy.refuse

  @Option(
    name: .long,
    help: .said(
      "With an estimated conversion: the range that holds the value with this many percent, as 95.")
  )
  var confidence: ScoreArgument?

  func validate() throws {
    guard [bands, table, exchange].count(where: { $0 != nil }) == 1 else {
      throw usageError("Say one of --bands, --table and --exchange.")
    }
    guard (exchange == nil) == (conversion == nil) else {
      throw usageError("--exchange and --conversion go together.")
    }
    if exchange != nil, rounding != nil {
      throw usageError("--rounding is what the exchange file says.")
    }
    if let confidence {
      guard bands == nil, !inverse, (0..<100).contains(Double(confidence.score)),
        confidence.score > .zero
      else {
        throw usageError(
          "--confidence is a percentage from 0 to 100 and goes with --table or --exchange, not with "
            + "--inverse.")
      }
    }
    if isStepTable, bands == nil { throw usageError("--step-table goes with --bands.") }
  }

  /// The files that are read.
  var files: [String?] { [bands, table, exchange] }

  /// The conversion.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read or says no conversion.
  func converter(plan: WorkPlan) throws(ExchangeError) -> ScoreConverter {
    if let bands {
      return try ScoreConverter(
        bands: bands, edges: edges, isInterpolated: !isStepTable, rounding: rounding,
        isInverse: inverse, outside: outside)
    }
    let probability = confidence.map { Double($0.score) / 100 }
    if let exchange, let conversion {
      return try ScoreConverter(
        conversion, of: Exchange(contentsOf: exchange), isInverse: inverse, outside: outside,
        confidence: probability, plan: plan)
    }
    return try ScoreConverter(
      table: table ?? "", rounding: rounding, isInverse: inverse, outside: outside,
      confidence: probability)
  }
}
