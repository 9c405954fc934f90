/// The share of right rows that have a counterpart among the left ones, from how many agree on a value.
///
/// Who agrees is not all who have a counterpart: values are missing on the left, and those of one
/// person differ by slips.
struct MatchShare {
  /// Above 0 and below 1.
  let value: Double

  /// Fewer rows with a value than this tell nothing.
  private static let leastRows = 100
  /// An estimate of agreement below this is one of a field that tells people apart badly.
  private static let leastAgreement = 0.5

  /// The share; nil where too little is known.
  ///
  /// - Parameters:
  ///   - agreeing: How many right rows have a counterpart with the same value.
  ///   - rows: How many right rows have a value.
  ///   - leftShare: The share of left rows that have one, 0…1.
  ///   - agreement: How often the values of one person are the same, 0…1.
  init?(agreeing: Double, of rows: Int, leftShare: Double, agreement: Double) {
    let expected = Double(rows) * leftShare * max(agreement, Self.leastAgreement)
    guard rows >= Self.leastRows, expected >= 1 else { return nil }
    value = min(max(agreeing / expected, 0.01), 0.99)
  }

  /// The share of rows for which something holds.
  static func share(of keys: [PersonKeys], where holds: (PersonKeys) -> Bool) -> Double {
    keys.isEmpty ? 0 : Double(keys.count(where: holds)) / Double(keys.count)
  }
}
