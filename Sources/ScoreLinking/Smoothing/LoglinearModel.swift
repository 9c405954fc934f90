public import Scores

/// A polynomial loglinear model of one distribution: log p(x) = a + b₁x + … + b_C x^C.
///
/// The fitted distribution has the first C moments of the observed one and no teeth
/// (Holland & Thayer 2000).
public struct LoglinearModel: Hashable, Sendable {
  /// A lump that the polynomial should not smooth away, such as scores rounded to halves.
  public enum Indicator: Hashable, Sendable {
    /// The scores that are whole multiples of this many points.
    case multiples(of: Score)
    /// One score.
    case score(Score)
  }

  /// The moments that are kept.
  public let degree: Int
  /// The share of people expected at each point, lowest first; adds up to 1. It is zero under a
  /// floor, where people were left out and the model says nothing.
  public let shares: [Double]
  /// How far the fit is from the data, and what that is worth.
  public let fit: LoglinearFit
  /// The factor of the sampling covariance of ``shares``, row by row.
  let factorRows: [Double]
  /// The terms of the model, orthonormal under the observed distribution.
  let basis: OrthonormalBasis

  /// Fits a model by maximum likelihood.
  ///
  /// - Parameters:
  ///   - distribution: The observed distribution; only points from its floor up count.
  ///   - degree: The moments to keep, 1...20, fewer than there are occupied points.
  ///   - indicators: Lumps to keep, each by one more parameter; one that marks every point or
  ///     none says nothing and is left out.
  /// - Throws: ``LinkingError`` with code `settings`, `degree-too-high`, or `not-converged`.
  /// - Complexity: O(points · degree²) a Newton step, of which five to twelve are needed.
  public init(
    _ distribution: ScoreDistribution, degree: Int, indicators: [Indicator] = []
  ) throws(LinkingError) {
    try Presmoothing.loglinear(degree: degree).check()
    let hidden = distribution.pointCountUnderFloor
    let distribution = try distribution.fromFloor()
    let occupied = distribution.occupiedPointCount
    let scale = distribution.scale
    let marks = indicators.map { $0.values(on: scale) }.filter { $0.contains(0) && $0.contains(1) }
    guard degree + marks.count < occupied else {
      throw LinkingError(
        .degreeTooHigh,
        "There are \(occupied) occupied scores, the terms are \(degree + marks.count).")
    }
    let observed = distribution.relativeFrequencies
    let basis = try OrthonormalBasis(shares: observed, degree: degree, indicators: marks)
    self.basis = basis.after(hidden)
    var newton = LoglinearNewton(columns: basis.columns, observed: observed)
    newton.start(at: basis.coefficients(of: Self.normalLogDensity(observed), under: observed))
    try newton.solve()
    self.degree = degree
    shares = [Double](repeating: 0, count: hidden) + newton.shares
    factorRows =
      [Double](repeating: 0, count: hidden * basis.columns.count)
      + (try newton.factorRows(total: Double(distribution.total)))
    fit = LoglinearFit(
      observed: distribution.counts, expected: newton.shares, total: distribution.total,
      parameterCount: basis.columns.count, stepCount: newton.stepCount)
  }

  /// The model that a criterion prefers among degrees 1 to `greatest`.
  ///
  /// - Parameters:
  ///   - distribution: The observed distribution.
  ///   - criterion: How the models are weighed.
  ///   - greatest: The highest degree tried.
  /// - Throws: ``LinkingError`` with code `degree-too-high` when not even degree 1 can be fitted.
  /// - Returns: The chosen model; of equals the simplest.
  public static func selected(
    for distribution: ScoreDistribution, by criterion: Presmoothing.Criterion,
    upTo greatest: Int = 10
  ) throws(LinkingError) -> LoglinearModel {
    var models = [try LoglinearModel(distribution, degree: 1)]
    let limit = min(greatest, distribution.occupiedPointCount - 1)
    for degree in stride(from: 2, through: limit, by: 1) {
      // A degree that the data cannot carry loses the comparison; it does not end it.
      guard let model = try? LoglinearModel(distribution, degree: degree) else { continue }
      models.append(model)
    }
    return models[LoglinearFit.choice(among: models.map(\.fit), by: criterion)]
  }

  var factor: CovarianceFactor {
    CovarianceFactor(columnCount: factorRows.count / shares.count, rows: factorRows)
  }

  /// −z²/2, where Newton's method starts: the normal distribution with the observed moments.
  static func normalLogDensity(_ shares: [Double]) -> [Double] {
    let moments = Moments(shares: shares, start: 0, step: 1)
    return shares.indices.map { place in
      let deviation = Double(place) - moments.mean
      return -deviation * deviation / (2 * moments.variance)
    }
  }
}

extension LoglinearModel.Indicator {
  func values(on scale: ScoreScale) -> [Double] {
    (0..<scale.pointCount).map { place in
      let score = scale.score(at: place)
      let isMarked =
        switch self {
        case .multiples(let step): score.isMultiple(of: step)
        case .score(let marked): score == marked
        }
      return isMarked ? 1 : 0
    }
  }
}
