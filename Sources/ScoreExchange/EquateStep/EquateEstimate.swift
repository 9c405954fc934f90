public import Parallel
public import ScoreLinking
public import Scores

/// A conversion estimated from files: the function, its published table, and what it rests on.
public struct EquateEstimate: Sendable {
  /// How it was asked for.
  public let settings: EquateSettings
  /// The people behind it.
  public let design: LinkingDesign
  /// The function.
  public let function: EquatingFunction
  /// The published table.
  public let table: ConversionTable
  /// The rule of the published values.
  public let rounding: RoundingRule
  /// The files it was made from.
  public let inputs: [EquateInput]
  /// Standard errors from repeated samples, if they were asked for.
  public let bootstrap: Bootstrap?
  /// The seed of the samples.
  public let seed: UInt64
  /// How far single groups lie from everybody, if a column names groups.
  public let invariance: Invariance?

  /// Estimates a conversion.
  ///
  /// - Parameters:
  ///   - settings: Data, design and method.
  ///   - source: The scale that is converted.
  ///   - target: The scale converted to.
  ///   - rounding: The rule for published values.
  ///   - replications: Bootstrap samples; 0 for none.
  ///   - seed: The seed of the samples.
  ///   - plan: The threads to use; the result does not depend on them.
  ///   - cancellation: Asks the samples to stop.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, `cancelled`, or `badInput` with
  ///   what the engine refuses.
  public init(
    _ settings: EquateSettings, from source: ScoreScale, to target: ScoreScale,
    rounding: RoundingRule = .standard, replications: Int = 0, seed: UInt64 = 1,
    plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let data = try EquateData(settings, plan: plan)
    do throws(LinkingError) {
      let linking = try settings.linkingSettings()
      design = try data.design(from: source, to: target)
      function = try EquatingFunction(design, linking, plan: plan)
      table = try ConversionTable(function, rounding: rounding)
      invariance = try Self.invariance(data, function, design)
      bootstrap =
        replications == 0
        ? nil
        : try Bootstrap(
          design, linking, replications: replications, seed: seed, plan: plan,
          cancellation: cancellation)
    } catch {
      throw data.located(error, from: source, to: target)
    }
    self.settings = settings
    self.rounding = rounding
    self.seed = seed
    inputs = data.inputs
  }

  /// The published values by the points of the source scale.
  public var publishedScores: [Score] { table.entries.map(\.rounded) }
}
