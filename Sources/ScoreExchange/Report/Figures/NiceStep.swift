/// The least of 1, 2, 5, 10, 20, 50 … that cuts `width` into at most `pieces` pieces.
///
/// - Parameters:
///   - width: 0 or more.
///   - pieces: The greatest number of pieces, 1 or more.
/// - Returns: At least 1.
func niceStep(_ width: Int64, pieces: Int64) -> Int64 {
  var power: Int64 = 1
  while true {
    for factor: Int64 in [1, 2, 5] {
      let (step, tooLarge) = power.multipliedReportingOverflow(by: factor)
      if tooLarge { return max(1, width) }
      if width / step < pieces || (width / step == pieces && width.isMultiple(of: step)) {
        return step
      }
    }
    let (next, tooLarge) = power.multipliedReportingOverflow(by: 10)
    if tooLarge { return max(1, width) }
    power = next
  }
}
