/// A number for a picture: at most two decimals, a point, the same in every locale.
///
/// Only coordinates are printed so. Scores and counts are printed from exact values.
func pictureNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "0" }
  let hundredths = Int64((value * 100).rounded())
  let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  switch fraction {
  case 0: return "\(sign)\(whole)"
  case let tens where tens.isMultiple(of: 10): return "\(sign)\(whole).\(tens / 10)"
  default: return "\(sign)\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
