public import Parallel
public import Scores

/// A conversion estimated from data: the value of every point of the source scale, with its
/// standard error.
public struct EquatingFunction: Sendable {
  /// How a function was asked for.
  public struct Settings: Hashable, Sendable {
    /// The function's form.
    public var method: LinkingMethod
    /// What is done to the distributions first.
    public var presmoothing: Presmoothing
    /// What is done to the function afterwards.
    public var postsmoothing: Postsmoothing
    /// The fewest people each group must have.
    public var minimumSample: Int

    /// Settings for a method.
    ///
    /// - Parameters:
    ///   - method: The function's form.
    ///   - presmoothing: What is done to the distributions first.
    ///   - postsmoothing: What is done to the function afterwards.
    ///   - minimumSample: The fewest people each group must have; fewer are refused.
    public init(
      method: LinkingMethod, presmoothing: Presmoothing = .none,
      postsmoothing: Postsmoothing = .none, minimumSample: Int = 1
    ) {
      self.method = method
      self.presmoothing = presmoothing
      self.postsmoothing = postsmoothing
      self.minimumSample = minimumSample
    }
  }

  /// How the function was asked for.
  public let settings: Settings
  /// The scale that is converted.
  public let sourceScale: ScoreScale
  /// The scale converted to.
  public let targetScale: ScoreScale
  /// The value of each source point in target points, neither rounded nor clipped; under a floor
  /// that of the floor, for of scores there nothing is known.
  public let values: [Double]
  /// The standard error of each value in target points, by the delta method for the design;
  /// `nil` where none is computed.
  public let standardErrors: [Double]?
  /// The source points at which the data say nothing of their own.
  public let isUnsupported: [Bool]
  /// The loglinear models behind smoothed margins, the source's first.
  public let fits: [LoglinearFit]
  /// The bandwidths of a kernel in points, the source's first; empty for another method.
  public let bandwidths: [Double]
  /// The score under which the source's people were left out, if any were.
  public let floor: Score?

  /// Estimates a function.
  ///
  /// - Parameters:
  ///   - design: Who sat which test.
  ///   - settings: The method and its smoothing.
  ///   - plan: How many threads may work; the result does not depend on it.
  /// - Throws: ``LinkingError`` with code `insufficient-sample`, `truncation`,
  ///   `unlinked-populations`, `zero-variance`, `zero-width`, `degree-too-high`, `not-converged`,
  ///   `not-monotone` or `settings`.
  /// - Complexity: O(points + cells) for classical methods, O(points · window) for the kernel.
  public init(
    _ design: LinkingDesign, _ settings: Settings, plan: WorkPlan = .allCores
  ) throws(LinkingError) {
    try design.check(settings)
    try settings.presmoothing.check()
    try settings.method.check()
    var fits: [LoglinearFit] = []
    let estimate = try LinkEstimate.estimated(
      design.fromFloors(), settings, plan: plan, fits: &fits
    ).repeatingFirst(design.from.pointCountUnderFloor)
    if settings.presmoothing != .none, fits.isEmpty {
      throw LinkingError(
        .settings, "Presmoothing is for methods on distributions, not for \(settings.method.name).")
    }
    self.settings = settings
    sourceScale = design.from.scale
    targetScale = design.to.scale
    values = estimate.values
    standardErrors = estimate.standardErrors
    isUnsupported = estimate.isUnsupported
    bandwidths = estimate.bandwidths
    floor = design.from.floor
    self.fits = fits
    if !isMonotone {
      throw LinkingError(.notMonotone, "The method is \(settings.method.name).")
    }
  }

  /// Whether no better score has a lower value, up to rounding of the arithmetic.
  public var isMonotone: Bool {
    let tolerance = 1e-9 * Double(targetScale.step)
    return zip(values, values.dropFirst()).allSatisfy { $1 >= $0 - tolerance }
  }

  /// The value of a score, in points of the target scale.
  ///
  /// - Throws: ``LinkingError`` with code `outside` or `off-lattice`.
  /// - Returns: The value, neither rounded nor clipped.
  public func equate(_ score: Score) throws(LinkingError) -> Double {
    values[try sourceScale.place(of: score)]
  }

  /// The standard error of a score's value, in points of the target scale.
  ///
  /// - Throws: ``LinkingError`` with code `outside`, `off-lattice`, or `settings` when the design
  ///   and method allow no standard error.
  public func standardErrorOfEquating(at score: Score) throws(LinkingError) -> Double {
    let place = try sourceScale.place(of: score)
    guard let standardErrors else {
      throw LinkingError(.settings, "No standard error is known here; use the bootstrap.")
    }
    return standardErrors[place]
  }

  /// The range in which the value of a score lies with a probability, by the normal distribution.
  ///
  /// - Parameters:
  ///   - score: A point of the source scale.
  ///   - level: The probability, more than 0 and less than 1.
  /// - Returns: The range in points of the target scale.
  /// - Throws: ``LinkingError`` as ``standardErrorOfEquating(at:)``, with code `settings` for
  ///   another level.
  public func confidenceInterval(
    at score: Score, level: Double = 0.95
  ) throws(LinkingError) -> ClosedRange<Double> {
    let (value, error) = (try equate(score), try standardErrorOfEquating(at: score))
    return try Normal.interval(around: value, error: error, level: level)
  }
}
