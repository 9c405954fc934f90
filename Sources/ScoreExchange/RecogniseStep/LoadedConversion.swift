public import Parallel
public import ScoreLinking
public import Scores

/// A conversion with its figures at hand.
public struct LoadedConversion: Sendable {
  /// The figures.
  public enum Table: Sendable {
    /// A table of bands.
    case bands(BandTable)
    /// A value for each point of the source scale, rounded and as published; nil where the
    /// conversion has none.
    case points(of: ScoreScale, [Score?])
  }

  /// What the exchange file says of it.
  public let definition: Conversion
  /// The figures.
  public let table: Table
  /// The standard error of the value at each point of a table of points, on the target scale; nil
  /// where none is known, and empty for bands.
  public let standardErrors: [Double?]

  /// What a table of points was estimated from; nil for bands.
  private(set) var estimate: RunSummary.Estimate?

  /// A conversion with its figures.
  public init(_ definition: Conversion, table: Table, standardErrors: [Double?] = []) {
    self.definition = definition
    self.table = table
    self.standardErrors = standardErrors
  }

  /// Reads the table of a conversion, or estimates it.
  ///
  /// - Parameters:
  ///   - conversion: What the exchange file says of it.
  ///   - exchange: The exchange.
  ///   - plan: The threads to use; the result does not depend on them.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a table with
  ///   a fault or data that the engine refuses.
  public init(
    _ conversion: Conversion, of exchange: Exchange, plan: WorkPlan
  ) throws(ExchangeError) {
    switch conversion.source {
    case .bands(let source):
      self.init(conversion, table: .bands(try BandTable.reading(source, of: conversion)))
    case .equate(let settings):
      let estimate = try exchange.estimate(of: conversion, settings, plan: plan)
      self.init(
        conversion,
        table: .points(of: estimate.function.sourceScale, estimate.publishedScores),
        standardErrors: estimate.table.entries.map { entry in
          entry.standardError.flatMap { Double($0.description) }
        })
      self.estimate = RunSummary.Estimate(estimate, conversion: conversion.name)
    }
  }
}

extension Exchange {
  /// Estimates one of the exchange's conversions.
  ///
  /// - Throws: ``ExchangeError`` as ``EquateEstimate``, with `badInput` when the assessment that is
  ///   converted is not described.
  func estimate(
    of conversion: Conversion, _ settings: EquateSettings, plan: WorkPlan
  ) throws(ExchangeError) -> EquateEstimate {
    guard let assessment = assessment(conversion.from) else {
      throw ExchangeError(
        .badInput, file: path, line: conversion.line,
        "the conversion \"\(conversion.name)\" is estimated on the scale of "
          + "\(conversion.from), which is not described under \"assessments:\"")
    }
    return try EquateEstimate(
      settings, from: assessment.scale, to: conversion.target, rounding: conversion.rounding,
      plan: plan)
  }
}
