/// How many of the admitted are expected to come, by past yield.
///
/// Each of `n` admitted comes with probability `y`, one as likely as the other and on her own, so
/// `n y` are expected with a standard deviation of √(n y (1 − y)). Where people decide together or
/// the year differs, the spread is larger.
public struct YieldForecast: Hashable, Sendable {
  /// What is expected at one programme.
  public struct Line: Hashable, Sendable {
    /// Index of the programme.
    public let programme: Int
    /// Its seats.
    public let quota: Int
    /// The people admitted.
    public let admitted: Int
    /// The share of those admitted who came in the past, 0 to 1.
    public let yield: Double
    /// People expected to come.
    public let expected: Double
    /// The standard deviation of that number.
    public let deviation: Double
    /// The fewest admitted for whom as many are expected as there are seats; `nil` for a yield of 0.
    public let admittedToFill: Int?
  }

  /// One for each programme, in their order.
  public let lines: [Line]

  /// Forecasts a result.
  ///
  /// - Parameters:
  ///   - result: The placement.
  ///   - yields: For each programme the past share of those admitted who came, 0 to 1; `nil` where
  ///     none is known. A shorter array is filled with `nil`.
  ///   - otherwise: The yield where none is known.
  public init(_ result: PlacementResult, yields: [Double?], otherwise: Double = 1) {
    lines = result.cutoffs.map { cutoff in
      let known = cutoff.programme < yields.count ? yields[cutoff.programme] : nil
      let value = known ?? otherwise
      let yield = value.isFinite ? min(1, max(0, value)) : 1
      let admitted = Double(cutoff.admitted)
      return Line(
        programme: cutoff.programme, quota: cutoff.quota, admitted: cutoff.admitted, yield: yield,
        expected: admitted * yield, deviation: (admitted * yield * (1 - yield)).squareRoot(),
        admittedToFill: YieldForecast.admissions(filling: cutoff.quota, yield: yield))
    }
  }

  /// People expected to come, over all programmes.
  public var expected: Double { lines.reduce(0) { $0 + $1.expected } }

  private static func admissions(filling quota: Int, yield: Double) -> Int? {
    let needed = (Double(quota) / yield).rounded(.up)
    return needed.isFinite && needed < 9e15 ? Int(needed) : nil
  }
}
