import Scores

extension Score {
  /// How many units of the last of so many decimals make a point.
  static func unitsPerPoint(decimals: Int) -> Int64 {
    var units: Int64 = 1
    for _ in 0..<decimals { units *= 10 }
    return units
  }

  /// The score in units of the last of so many decimals, at most 9; a score with more decimals than
  /// that is given with all of them.
  func units(decimals: Int) -> (units: Int64, digits: Int) {
    // What nearly all scales have is divided by a constant.
    if decimals == 2 {
      let (units, rest) = billionths.quotientAndRemainder(dividingBy: 10_000_000)
      if rest == 0 { return (units, 2) }
    }
    var (units, digits) = (billionths, 9)
    while digits > decimals, units.isMultiple(of: 10) { (units, digits) = (units / 10, digits - 1) }
    return (units, digits)
  }
}
