import ScoreLinking
public import Scores

extension EquateSettings {
  /// Settings from the words of a command; what they mean is checked when they are used.
  ///
  /// - Parameters:
  ///   - data: The files of the design.
  ///   - method: The word of the method.
  ///   - weight: The weight of the first population in the synthetic one.
  ///   - presmoothing: Presmoothing in words.
  ///   - postsmoothing: Postsmoothing in words.
  ///   - bandwidth: The kernel's bandwidth in words.
  ///   - topPercents: The top percents of the method `bands`; empty for the ministry's.
  ///   - minimumSample: The fewest people a group must have.
  ///   - options: Facts about the data, and what to compare.
  public init(
    _ data: Data, method: String, weight: Score? = nil, presmoothing: String? = nil,
    postsmoothing: String? = nil, bandwidth: String? = nil, topPercents: [Score] = [],
    minimumSample: Int? = nil, options: EquateOptions = EquateOptions()
  ) {
    let design =
      switch data {
      case .singleGroup: "single-group"
      case .equivalentGroups: "equivalent-groups"
      case .anchor: "anchor"
      }
    self.init(
      design: design, data: data, method: method, weight: weight, presmoothing: presmoothing,
      postsmoothing: postsmoothing, bandwidth: bandwidth, topPercents: topPercents,
      minimumSample: minimumSample, options: options)
  }

  /// The settings in the terms of the engine.
  ///
  /// - Throws: ``LinkingError`` with code `settings` for a word it does not know.
  func linkingSettings() throws(LinkingError) -> EquatingFunction.Settings {
    let percents = topPercents.map { Double($0) }
    return EquatingFunction.Settings(
      method: try LinkingMethod(
        name: method, bandwidth: try KernelBandwidth(parsing: bandwidth ?? "pen"),
        topPercents: percents.isEmpty ? LinkingMethod.standardTopPercents : percents),
      presmoothing: try Presmoothing(parsing: presmoothing ?? "none"),
      postsmoothing: try Postsmoothing(parsing: postsmoothing ?? "none"),
      minimumSample: minimumSample ?? 1)
  }
}
