/// The function by which scores of one test become scores of another.
public enum LinkingMethod: Hashable, Sendable {
  /// y = x.
  case identity
  /// y = x plus the difference of the means.
  case mean
  /// Scores with the same standardised deviate.
  case linear
  /// Scores with the same percentile rank.
  case equipercentile
  /// An arc of a circle through the ends of the scales and the means (Livingston & Kim 2009).
  case circleArc
  /// Equipercentile between distributions made continuous by a Gaussian kernel.
  case kernel(KernelBandwidth)
  /// Equipercentile at given top percents, straight lines between: the ministry's procedure.
  case percentileBands(topPercents: [Double])
  /// Anchor design: linear, by regression on the anchor.
  case tucker
  /// Anchor design: linear, by effective test lengths, on observed scores.
  case levineObservedScore
  /// Anchor design: linear, by effective test lengths, on true scores.
  case levineTrueScore
  /// Anchor design: linear to the anchor, then linear from it.
  case chainedLinear
  /// Anchor design: equipercentile to the anchor, then equipercentile from it.
  case chainedEquipercentile
  /// Anchor design: equipercentile in a synthetic population.
  case frequencyEstimation

  /// The word for the method on the command line.
  public var name: String {
    switch self {
    case .identity: "identity"
    case .mean: "mean"
    case .linear: "linear"
    case .equipercentile: "equipercentile"
    case .circleArc: "circle-arc"
    case .kernel: "kernel"
    case .percentileBands: "bands"
    case .tucker: "tucker"
    case .levineObservedScore: "levine"
    case .levineTrueScore: "levine-true"
    case .chainedLinear: "chained-linear"
    case .chainedEquipercentile: "chained-equipercentile"
    case .frequencyEstimation: "frequency-estimation"
    }
  }

  /// The words of all methods, in the order of the manual.
  public static let names = [
    "identity", "mean", "linear", "equipercentile", "circle-arc", "kernel", "tucker", "levine",
    "levine-true", "chained-linear", "chained-equipercentile", "frequency-estimation", "bands",
  ]

  /// The top percents at which the ministry's frame of 2025 begins, and the deciles after them.
  public static let standardTopPercents: [Double] = [
    0.5, 1, 3, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90,
  ]

  /// The method of a name.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - bandwidth: For `kernel`.
  ///   - topPercents: For `bands`.
  /// - Throws: ``LinkingError`` with code `settings`.
  public init(
    name: String, bandwidth: KernelBandwidth = .penalty,
    topPercents: [Double] = Self.standardTopPercents
  ) throws(LinkingError) {
    switch name {
    case "identity": self = .identity
    case "mean": self = .mean
    case "linear": self = .linear
    case "equipercentile": self = .equipercentile
    case "circle-arc": self = .circleArc
    case "kernel": self = .kernel(bandwidth)
    case "bands": self = .percentileBands(topPercents: topPercents)
    case "tucker": self = .tucker
    case "levine": self = .levineObservedScore
    case "levine-true": self = .levineTrueScore
    case "chained-linear": self = .chainedLinear
    case "chained-equipercentile": self = .chainedEquipercentile
    case "frequency-estimation": self = .frequencyEstimation
    default:
      throw LinkingError(
        .settings, "Known methods are \(Self.names.joined(separator: ", ")).")
    }
  }

  /// Whether the method needs an anchor.
  public var needsAnchor: Bool {
    switch self {
    case .tucker, .levineObservedScore, .levineTrueScore, .chainedLinear, .chainedEquipercentile,
      .frequencyEstimation:
      true
    default: false
    }
  }
}

/// How widely a Gaussian kernel spreads each score.
public enum KernelBandwidth: Hashable, Sendable {
  /// The width that makes the density closest to the shares (PEN1, Holland & Thayer 1989).
  case penalty
  /// 9σ / √(100 n^(2/5) − 81) (Andersson & von Davier 2014).
  case ruleOfThumb
  /// This many points of each test's own scale.
  case points(Double)

  /// The bandwidth of the words `pen`, `rot` or a number of points.
  ///
  /// - Throws: ``LinkingError`` with code `settings`.
  public init(parsing words: String) throws(LinkingError) {
    switch words {
    case "pen": self = .penalty
    case "rot": self = .ruleOfThumb
    default:
      guard let width = Double(words), width > 0, width.isFinite else {
        throw LinkingError(.settings, "A bandwidth is `pen`, `rot` or a number above zero.")
      }
      self = .points(width)
    }
  }
}
