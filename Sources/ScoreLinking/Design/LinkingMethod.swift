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
  /// A weighted mean of other methods' values (Holland & Strawderman 2011).
  indirect case composite([Part])

  /// One method of a composite with its weight.
  public struct Part: Hashable, Sendable {
    /// The method, itself no composite.
    public let method: LinkingMethod
    /// Its weight, above zero; the weights of a composite add up to 1.
    public let weight: Double

    /// A method with its weight.
    ///
    /// - Parameters:
    ///   - method: The method, itself no composite.
    ///   - weight: Its weight, above zero.
    public init(_ method: LinkingMethod, weight: Double) {
      self.method = method
      self.weight = weight
    }
  }

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
    case .composite(let parts):
      "composite:"
        + parts.map { part in
          let weight = SignificantDecimal(part.weight)?.description ?? ""
          return "\(part.method.name)=\(weight)"
        }.joined(separator: ",")
    }
  }

  /// The words of all methods but composites, in the order of the manual.
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
  ///   - name: One of ``names``, or a composite such as `composite:linear=0.5,identity=0.5`.
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
      guard let words = name.split(separator: ":", maxSplits: 1).last, words.count < name.count,
        name.hasPrefix("composite:")
      else {
        throw LinkingError(
          .settings,
          "Known methods are \(Self.names.joined(separator: ", ")) and "
            + "composite:METHOD=WEIGHT,METHOD=WEIGHT….")
      }
      var parts: [Part] = []
      for word in words.split(separator: ",", omittingEmptySubsequences: false) {
        let sides = word.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let weight = Double(sides[1]) else {
          throw LinkingError(.settings, "A composite reads METHOD=WEIGHT,METHOD=WEIGHT….")
        }
        let method = try LinkingMethod(
          name: String(sides[0]), bandwidth: bandwidth, topPercents: topPercents)
        parts.append(Part(method, weight: weight))
      }
      self = .composite(parts)
    }
    try check()
  }

  /// Refuses weights that are no weights.
  func check() throws(LinkingError) {
    guard case .composite(let parts) = self else { return }
    let isNested = parts.contains { part in
      if case .composite = part.method { true } else { false }
    }
    guard parts.count > 1, !isNested, parts.allSatisfy({ $0.weight > 0 }),
      (parts.reduce(0) { $0 + $1.weight } - 1).magnitude < 1e-9
    else {
      throw LinkingError(
        .settings, "A composite has two methods or more, with weights that add up to 1.")
    }
  }

  /// Whether the method compares how scores are spread, so that they must be.
  var needsSpread: Bool {
    switch self {
    case .identity, .mean, .circleArc: false
    case .composite(let parts): parts.contains { $0.method.needsSpread }
    default: true
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
  /// This many points of each test's own scale; more than 10⁹ standard deviations count as so many.
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
