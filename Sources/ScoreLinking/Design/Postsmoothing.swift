/// What is done to an equipercentile function after it is found.
public enum Postsmoothing: Hashable, Sendable {
  /// Nothing.
  case none
  /// A cubic spline that stays within so many squared standard errors on average
  /// (Kolen & Brennan, ch. 3); 0.1 to 1 are usual.
  case cubicSpline(Double)

  /// The smoothing of the words `none` or `spline:S`.
  ///
  /// - Throws: ``LinkingError`` with code `settings`.
  public init(parsing words: String) throws(LinkingError) {
    if words == "none" {
      self = .none
      return
    }
    let parts = words.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "spline", let strength = Double(parts[1]),
      strength >= 0, strength.isFinite
    else {
      throw LinkingError(.settings, "Postsmoothing is `none` or `spline:S` with S from 0.")
    }
    self = .cubicSpline(strength)
  }

  /// The words from which ``init(parsing:)`` makes this smoothing again.
  public var words: String {
    switch self {
    case .none: "none"
    case .cubicSpline(let strength): "spline:\(strength)"
    }
  }
}
