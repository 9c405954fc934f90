import ScoreExchange

extension Double {
  /// The number with its significant digits; empty for what is no number.
  var significant: String { SignificantDecimal(self)?.description ?? "" }
}
