/// The share of right rows that have a counterpart among the left ones, from how many agree on a value.
///
/// Who agrees is not all who have a counterpart: values are missing, numbers of two kinds cannot agree,
/// and the values of one person differ by slips.
struct MatchShare {
  /// Above 0 and below 1.
  let value: Double

  /// Fewer rows than this tell nothing.
  private static let leastRows = 100.0
  /// An estimate of agreement below this is one of a field that tells people apart badly.
  private static let leastAgreement = 0.5

  /// The share; nil where too little is known.
  ///
  /// - Parameters:
  ///   - agreeing: How many right rows have a counterpart with the same value.
  ///   - comparable: How many would have one to be compared with if all had a counterpart.
  ///   - agreement: How often the values of one person are the same, 0…1.
  init?(agreeing: Double, of comparable: Double, agreement: Double) {
    guard comparable >= Self.leastRows else { return nil }
    value = min(
      max(agreeing / (comparable * max(agreement, Self.leastAgreement)), 0.01), 0.99)
  }

  /// How many right rows could be compared with their counterparts by the identifier.
  ///
  /// - Parameters:
  ///   - rights: The right rows.
  ///   - lefts: The left rows.
  ///   - withFormer: Whether the former identifiers of left rows count too.
  /// - Returns: The number to be expected where counterparts miss theirs as often, and have as many digits
  ///   as often, as all left rows: a CMND and a CCCD cannot agree.
  static func comparable(
    byIdentifierOf rights: [PersonKeys], _ lefts: [PersonKeys], withFormer: Bool
  ) -> Double {
    var counts = [Int](repeating: 0, count: 16)
    for left in lefts {
      let (own, former) = (left.identifier, left.former)
      if !own.isMissing { counts[own.digitCount] += 1 }
      let isFurther = withFormer && (own.isMissing || own.digitCount != former.digitCount)
      if isFurther && !former.isMissing { counts[former.digitCount] += 1 }
    }
    let sum = rights.reduce(0) {
      $0 + ($1.identifier.isMissing ? 0 : counts[$1.identifier.digitCount])
    }
    return Double(sum) / Double(max(1, lefts.count))
  }

  /// The same by the name.
  static func comparable(byNameOf rights: [PersonKeys], _ lefts: [PersonKeys]) -> Double {
    func named(_ keys: [PersonKeys]) -> Double { Double(keys.count { $0.toned != 0 }) }
    return named(rights) * named(lefts) / Double(max(1, lefts.count))
  }
}
