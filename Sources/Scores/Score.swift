/// An exact decimal number of points with up to nine fraction digits.
///
/// Scores are compared, added and printed without binary rounding: `0.29` is 29 hundredths, not
/// 0.28999…. The greatest magnitude is about 9.2 thousand million points.
public struct Score: Hashable, Comparable, Sendable {
  /// The value in units of 10⁻⁹ points.
  public let billionths: Int64

  /// Zero points.
  public static let zero = Score(billionths: 0)

  /// Billionths in one point.
  @usableFromInline static let billionthsPerPoint: Int64 = 1_000_000_000

  /// The score of so many billionths of a point.
  @inlinable
  public init(billionths: Int64) {
    self.billionths = billionths
  }

  /// The score of so many whole points, or `nil` beyond about ±9.2 thousand million.
  public init?(exactly points: Int) {
    let (value, overflow) = Int64(points).multipliedReportingOverflow(by: Self.billionthsPerPoint)
    if overflow { return nil }
    self.init(billionths: value)
  }

  /// Whether one score is less than the other.
  @inlinable
  public static func < (left: Score, right: Score) -> Bool {
    left.billionths < right.billionths
  }
}
