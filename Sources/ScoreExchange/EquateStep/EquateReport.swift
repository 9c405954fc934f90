import ScoreLinking
import Scores

/// What `equate --json` says beside the table: enough to make the table again and to judge it.
public struct EquateReport: Hashable, Sendable, Codable {
  /// The words of the settings.
  public struct Settings: Hashable, Sendable, Codable {
    let design: String
    let method: String
    let presmoothing: String
    let postsmoothing: String
    let rounding: String
    let fromScale: String
    let toScale: String
    let weight: String?
    let bandwidth: String?
    let topPercents: [Double]?

    private enum CodingKeys: String, CodingKey {
      case design, method, presmoothing, postsmoothing, rounding, weight, bandwidth
      case fromScale = "from_scale"
      case toScale = "to_scale"
      case topPercents = "top_percents"
    }
  }

  /// One test's people.
  public struct Test: Hashable, Sendable, Codable {
    let people: Int
    let mean: Double
    let standardDeviation: Double
    let skewness: Double
    let kurtosis: Double

    private enum CodingKeys: String, CodingKey {
      case people, mean, skewness, kurtosis
      case standardDeviation = "standard_deviation"
    }
  }

  /// A loglinear model's fit.
  public struct Fit: Hashable, Sendable, Codable {
    let parameters: Int
    let likelihoodRatio: Double
    let aic: Double
    let bic: Double
    let steps: Int

    private enum CodingKeys: String, CodingKey {
      case parameters, aic, bic, steps
      case likelihoodRatio = "likelihood_ratio"
    }
  }

  /// How the two scores of one group go together.
  public struct Dependence: Hashable, Sendable, Codable {
    let correlation: Double
    let reductionInUncertainty: Double
    /// `equating` from a reduction of one half on, `concordance` under it.
    let kind: String

    private enum CodingKeys: String, CodingKey {
      case correlation, kind
      case reductionInUncertainty = "reduction_in_uncertainty"
    }
  }

  /// Errors from repeated samples.
  public struct Resampling: Hashable, Sendable, Codable {
    let replications: Int
    let failures: Int
    let seed: UInt64
    let standardErrors: [Double]
    let biases: [Double]

    private enum CodingKeys: String, CodingKey {
      case replications, failures, seed, biases
      case standardErrors = "standard_errors"
    }
  }

  /// One line of the table.
  public struct Line: Hashable, Sendable, Codable {
    let from: String
    let to: String
    let rounded: String
    let standardError: String?
    let flag: String

    private enum CodingKeys: String, CodingKey {
      case from, to, rounded, flag
      case standardError = "standard_error"
    }
  }

  let settings: Settings
  let from: Test
  let to: Test
  let fits: [Fit]
  let singleGroup: Dependence?
  let lordStandardErrors: [Double]?
  let bootstrap: Resampling?
  let flags: [String: Int]
  let inputs: [EquateInput]
  let table: [Line]?

  private enum CodingKeys: String, CodingKey {
    case settings, from, to, fits, bootstrap, flags, inputs, table
    case singleGroup = "single_group"
    case lordStandardErrors = "lord_standard_errors"
  }
}

extension EquateEstimate {
  /// The report of the estimate.
  ///
  /// - Parameter withTable: Whether the table's lines stand in it.
  /// - Returns: The report.
  public func report(withTable: Bool) -> EquateReport {
    EquateReport(
      settings: reportedSettings, from: test(design.from), to: test(design.to),
      fits: function.fits.map {
        EquateReport.Fit(
          parameters: $0.parameterCount, likelihoodRatio: $0.likelihoodRatio, aic: $0.aic,
          bic: $0.bic, steps: $0.stepCount)
      },
      singleGroup: dependence, lordStandardErrors: function.lordStandardErrors(design),
      bootstrap: bootstrap.map {
        EquateReport.Resampling(
          replications: $0.replicationCount, failures: $0.failureCount, seed: seed,
          standardErrors: $0.standardErrors, biases: $0.biases)
      },
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
    let decimals = function.sourceScale.decimals
    return table.entries.map { entry in
      EquateReport.Line(
        from: entry.from.formatted(decimals: decimals), to: entry.to.description,
        rounded: entry.rounded.formatted(decimals: rounding.decimals),
        standardError: entry.standardError?.description, flag: entry.flag.rawValue)
    }
  }
}

extension ScoreScale {
  /// `minimum:maximum:step`.
  var words: String { "\(minimum):\(maximum):\(step)" }
}
