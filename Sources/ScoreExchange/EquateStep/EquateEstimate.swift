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
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` with what the
  ///   engine refuses.
  public init(
    _ settings: EquateSettings, from source: ScoreScale, to target: ScoreScale,
    rounding: RoundingRule = .standard, replications: Int = 0, seed: UInt64 = 1,
    plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let data = try EquateData(settings, plan: plan)
    do throws(LinkingError) {
      let linking = try settings.linkingSettings()
      design = try data.design(settings, from: source, to: target)
      function = try EquatingFunction(design, linking, plan: plan)
      table = try ConversionTable(function, rounding: rounding)
      bootstrap =
        replications == 0
        ? nil
        : try Bootstrap(design, linking, replications: replications, seed: seed, plan: plan)
    } catch {
      throw ExchangeError(
        error.code == .settings ? .usage : .badInput, file: data.inputs.first?.file, "\(error)")
    }
    self.settings = settings
    self.rounding = rounding
    self.seed = seed
    inputs = data.inputs
  }

  /// The published values by the points of the source scale.
  public var publishedScores: [Score] { table.entries.map(\.rounded) }
}

/// The files of a design, read.
struct EquateData {
  private let tables: [FrequencyTable]

  var inputs: [EquateInput] { tables.map(\.input) }

  init(_ settings: EquateSettings, plan: WorkPlan) throws(ExchangeError) {
    switch settings.data {
    case .singleGroup(let pairs):
      tables = [try FrequencyTable(pairs, schema: .pairs, plan: plan)]
    case .equivalentGroups(let from, let to):
      tables = [
        try FrequencyTable(from, schema: .frequencies, plan: plan),
        try FrequencyTable(to, schema: .frequencies, plan: plan),
      ]
    case .anchor(let from, let to, _):
      tables = [
        try FrequencyTable(from, schema: .jointFrequencies, plan: plan),
        try FrequencyTable(to, schema: .jointFrequencies, plan: plan),
      ]
    }
  }

  func design(
    _ settings: EquateSettings, from source: ScoreScale, to target: ScoreScale
  ) throws(LinkingError) -> LinkingDesign {
    switch settings.data {
    case .singleGroup: return .singleGroup(try tables[0].pairs(source, target))
    case .equivalentGroups:
      return .equivalentGroups(
        from: try tables[0].distribution(source), to: try tables[1].distribution(target))
    case .anchor(_, _, let isInternal):
      let scale: ScoreScale
      do {
        scale = try ScoreScale.ofAnchor(tables[0], tables[1])
      } catch {
        throw LinkingError(code: .settings, detail: "The anchor scores make no scale.")
      }
      return .anchorTest(
        from: try tables[0].pairs(source, scale), to: try tables[1].pairs(target, scale),
        anchor: try .init(
          kind: isInternal ? .internal : .external, weight: settings.weight.map { Double($0) }))
    }
  }
}
