/// How long a result counts after its sitting, as the words `2 years` or `18 months`.
public struct ValidityPeriod: Hashable, Sendable, CustomStringConvertible {
  /// The unit in which the period is stated.
  public enum Unit: String, Hashable, Sendable {
    /// Calendar months.
    case months
    /// Calendar years.
    case years
  }

  /// How many units, from 1 to 99.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// A period of so many units; nil for a count that is not from 1 to 99.
  public init?(count: Int, unit: Unit) {
    guard 1...99 ~= count else { return nil }
    self.count = count
    self.unit = unit
  }

  /// A period in words: a whole number from 1 to 99, a space, and `year`, `years`, `month` or
  /// `months`; nil for anything else.
  public init?(_ words: some StringProtocol) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(parts[0]) else { return nil }
    switch parts[1] {
    case "year", "years": self.init(count: count, unit: .years)
    case "month", "months": self.init(count: count, unit: .months)
    default: return nil
    }
  }

  /// The last day on which a result of a sitting counts; that day is included.
  ///
  /// - Parameter sittingDate: The day of the sitting.
  /// - Returns: The day of the same number, or the last day of its month where the month is
  ///   shorter; nil when it lies after the year 2199.
  public func lastDay(from sittingDate: CalendarDate) -> CalendarDate? {
    switch unit {
    case .years: return sittingDate.adding(years: count)
    case .months:
      let (year, month, day) = sittingDate.components
      let months = year * 12 + month - 1 + count
      // The day is in some month of 28 to 31 days, so at most three steps back find it.
      for shorter in 0...3 {
        if let date = CalendarDate(
          year: months / 12, month: months % 12 + 1, day: day - shorter)
        {
          return date
        }
      }
      return nil
    }
  }

  /// The words, such as `2 years`.
  public var description: String {
    count == 1 ? "1 \(unit.rawValue.dropLast())" : "\(count) \(unit.rawValue)"
  }
}
