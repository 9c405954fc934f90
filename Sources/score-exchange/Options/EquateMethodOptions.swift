import ArgumentParser
import ScoreExchange

/// The options that tell `equate` which function to estimate.
struct EquateMethodOptions: ParsableArguments {
  @Option(name: .long, help: .said("\(LinkingMethod.names.joined(separator: ", "))."))
  var method: String

  @Option(
    name: .long,
    help: .said(
      """
      none, loglinear:C, loglinear:C+LUMP to keep the share of multiples of LUMP points, \
      loglinear:aic, loglinear:bic, loglinear:lr, or loglinear:CX,CY,CXY.
      """))
  var presmoothing: String?

  @Option(name: .long, help: .said("none or spline:S."))
  var postsmoothing: String?

  @Option(name: .long, help: .said("Kernel: pen, rot, or points."))
  var bandwidth: String?

  @Option(
    name: .customLong("top-percents"),
    help: .said("Method bands: where the knots are, as 0.5,1,3,5,10."))
  var topPercents: ScoreListArgument?

  @Option(name: .customLong("minimum-sample"), help: .said("Refuse groups with fewer people."))
  var minimumSample: Int?

  /// The method for the data of a design.
  func settings(_ data: EquateDataOptions, groupColumn: String?) -> EquateSettings {
    EquateSettings(
      data.data, method: method, weight: data.weight?.score, presmoothing: presmoothing,
      postsmoothing: postsmoothing, bandwidth: bandwidth,
      topPercents: topPercents?.scores ?? [], minimumSample: minimumSample,
      options: data.options(groupColumn: groupColumn))
  }
}
