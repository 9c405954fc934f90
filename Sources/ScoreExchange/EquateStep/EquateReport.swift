import ScoreLinking

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

  /// How far single groups lie from everybody.
  public struct Invariance: Hashable, Sendable, Codable {
    /// A group and its people.
    public struct Group: Hashable, Sendable, Codable {
      let name: String
      let people: Int
    }

    let groups: [Group]
    let remsd: Double
    let rmsd: [Double]

    init(_ invariance: EquateEstimate.Invariance) {
      groups = invariance.groups.map { Group(name: $0.name, people: $0.people) }
      remsd = invariance.figures.remsd
      rmsd = invariance.figures.rmsd
    }
  }

  /// How far an official band table lies from the conversion.
  public struct Distance: Hashable, Sendable, Codable {
    let rootMeanSquare: Double
    let maximum: Double
    let unanswered: Int

    init(_ distance: BandDistance) {
      rootMeanSquare = distance.rootMeanSquare
      maximum = distance.maximum
      unanswered = distance.unansweredCount
    }

    private enum CodingKeys: String, CodingKey {
      case maximum, unanswered
      case rootMeanSquare = "root_mean_square"
    }
  }

  /// How far the way there and back leads from where it began, in source points.
  public struct Symmetry: Hashable, Sendable, Codable {
    let rootMeanSquare: Double
    let maximum: Double

    init(_ check: SymmetryCheck) {
      rootMeanSquare = check.rootMeanSquare
      maximum = check.maximum
    }

    private enum CodingKeys: String, CodingKey {
      case maximum
      case rootMeanSquare = "root_mean_square"
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
  let bandwidths: [Double]?
  let advisedSample: Int
  let symmetry: Symmetry?
  let bootstrap: Resampling?
  let invariance: Invariance?
  let bandDistance: Distance?
  let flags: [String: Int]
  let inputs: [EquateInput]
  let table: [Line]?

  private enum CodingKeys: String, CodingKey {
    case settings, from, to, fits, bandwidths, bootstrap, invariance, flags, inputs, table
    case symmetry
    case advisedSample = "advised_sample"
    case bandDistance = "band_distance"
    case singleGroup = "single_group"
    case lordStandardErrors = "lord_standard_errors"
  }
}
