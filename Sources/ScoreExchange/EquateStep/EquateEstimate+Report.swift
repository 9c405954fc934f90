public import ScoreLinking
import Scores

extension EquateEstimate {
  /// The report of the estimate.
  ///
  /// - Parameters:
  ///   - withTable: Whether the table's lines stand in it.
  ///   - bandDistance: The distance of an official table, if one was compared.
  /// - Returns: The report.
  public func report(withTable: Bool, bandDistance: BandDistance? = nil) -> EquateReport {
    EquateReport(
      settings: reportedSettings, from: test(design.from), to: test(design.to),
      fits: function.fits.map {
        EquateReport.Fit(
          parameters: $0.parameterCount, likelihoodRatio: $0.likelihoodRatio, aic: $0.aic,
          bic: $0.bic, steps: $0.stepCount)
      },
      singleGroup: dependence, lordStandardErrors: function.lordStandardErrors(design),
      bandwidths: function.bandwidths.isEmpty ? nil : function.bandwidths,
      advisedSample: function.settings.advisedSample,
      symmetry: (try? SymmetryCheck(of: function, from: design)).map {
        EquateReport.Symmetry($0)
      },
      bootstrap: bootstrap.map {
        EquateReport.Resampling(
          replications: $0.replicationCount, failures: $0.failureCount, seed: seed,
          standardErrors: $0.standardErrors, biases: $0.biases)
      },
      invariance: invariance.map { EquateReport.Invariance($0) },
      bandDistance: bandDistance.map { EquateReport.Distance($0) },
      flags: Dictionary(table.entries.map { ($0.flag.rawValue, 1) }, uniquingKeysWith: +),
      inputs: inputs, table: withTable ? lines : nil)
  }

  private var reportedSettings: EquateReport.Settings {
    var percents: [Double]?
    if case .percentileBands(let named) = function.settings.method { percents = named }
    return EquateReport.Settings(
      design: settings.design, method: settings.method,
      presmoothing: function.settings.presmoothing.words,
      postsmoothing: function.settings.postsmoothing.words, rounding: rounding.description,
      fromScale: function.sourceScale.words, toScale: function.targetScale.words,
      weight: settings.weight?.description, bandwidth: settings.bandwidth, topPercents: percents)
  }

  private func test(_ distribution: ScoreDistribution) -> EquateReport.Test {
    let moments = distribution.moments
    return EquateReport.Test(
      people: distribution.total, mean: moments.mean,
      standardDeviation: moments.standardDeviation, skewness: moments.skewness,
      kurtosis: moments.kurtosis)
  }

  private var dependence: EquateReport.Dependence? {
    guard case .singleGroup(let pairs) = design, let correlation = try? pairs.correlation(),
      let reduction = try? pairs.reductionInUncertainty()
    else { return nil }
    return EquateReport.Dependence(
      correlation: correlation, reductionInUncertainty: reduction,
      kind: reduction >= 0.5 ? "equating" : "concordance")
  }

  private var lines: [EquateReport.Line] {
    EquateReport.Line.all(of: table, rounding: rounding, standardError: standardError)
  }
}

extension EquateReport.Line {
  /// The lines of a table as they are published.
  static func all(
    of table: ConversionTable, rounding: RoundingRule,
    standardError: (_ place: Int) -> SignificantDecimal?
  ) -> [EquateReport.Line] {
    let decimals = table.entries.reduce(0) { max($0, $1.from.fractionDigitCount) }
    return table.entries.enumerated().map { place, entry in
      EquateReport.Line(
        from: entry.from.formatted(decimals: decimals), to: entry.to.description,
        rounded: entry.rounded.formatted(decimals: rounding.decimals),
        standardError: standardError(place)?.description, flag: entry.flag.rawValue)
    }
  }
}

extension ScoreScale {
  /// `minimum:maximum:step`.
  var words: String { "\(minimum):\(maximum):\(step)" }
}
