public import Scores

/// What is done to the observed distributions before they are linked.
public enum Presmoothing: Hashable, Sendable {
  /// Nothing.
  case none
  /// A polynomial loglinear model of each margin that keeps this many moments, and the share of
  /// people at whole multiples of each lump in points, where scores gather by rounding. Frequency
  /// estimation smooths pairs, and keeps their cross moments up to min(2, degree) but no lumps.
  case loglinear(degree: Int, lumps: [Score] = [])
  /// Degrees 1...10 are tried and the one that the criterion prefers is taken.
  case selected(by: Criterion)
  /// A loglinear model of pairs: moments of the first and second score, and the cross moments
  /// xⁱyʲ for i and j from 1 to `cross`.
  case bivariate(from: Int, to: Int, cross: Int)

  /// How models of different degree are weighed.
  public enum Criterion: String, Hashable, Sendable, CaseIterable {
    /// Akaike's information criterion.
    case aic
    /// Schwarz's Bayesian information criterion.
    case bic
    /// Likelihood ratio tests at the level 0.05 from the highest degree down: terms go until one
    /// is missed (Haberman 1974; Moses & Holland 2009).
    case likelihoodRatio = "lr"
  }

  /// The greatest degree of a polynomial.
  public static let greatestDegree = 20

  /// The smoothing of the words `none`, `loglinear:C`, `loglinear:C+LUMP` with one lump or more,
  /// `loglinear:aic`, `loglinear:bic`, `loglinear:lr` or `loglinear:CX,CY,CXY`.
  ///
  /// - Throws: ``LinkingError`` with code `settings`.
  public init(parsing words: String) throws(LinkingError) {
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if words == "none" {
      self = .none
      return
    }
    guard parts.count == 2, parts[0] == "loglinear" else { throw Self.unknown }
    if let criterion = Criterion(rawValue: String(parts[1])) {
      self = .selected(by: criterion)
      return
    }
    let terms = parts[1].split(separator: "+", omittingEmptySubsequences: false)
    let lumps = terms.dropFirst().map { try? Score(parsing: String($0)) }
    let degrees = terms[0].split(separator: ",", omittingEmptySubsequences: false)
      .map { Int($0) ?? -1 }
    guard lumps.allSatisfy({ $0 != nil }), lumps.isEmpty || degrees.count == 1 else {
      throw Self.unknown
    }
    switch degrees.count {
    case 1: self = .loglinear(degree: degrees[0], lumps: lumps.compactMap(\.self))
    case 3: self = .bivariate(from: degrees[0], to: degrees[1], cross: degrees[2])
    default: throw Self.unknown
    }
    try check()
  }

  /// The words from which ``init(parsing:)`` makes this smoothing again.
  public var words: String {
    switch self {
    case .none: "none"
    case .loglinear(let degree, let lumps):
      "loglinear:" + (["\(degree)"] + lumps.map(\.description)).joined(separator: "+")
    case .selected(let criterion): "loglinear:\(criterion.rawValue)"
    case .bivariate(let from, let to, let cross): "loglinear:\(from),\(to),\(cross)"
    }
  }

  func check() throws(LinkingError) {
    let isPossible =
      switch self {
      case .none, .selected: true
      case .loglinear(let degree, let lumps):
        (1...Self.greatestDegree).contains(degree) && lumps.allSatisfy { $0 > .zero }
      case .bivariate(let from, let to, let cross):
        (1...Self.greatestDegree).contains(from) && (1...Self.greatestDegree).contains(to)
          && (0...min(from, to, 5)).contains(cross)
      }
    if !isPossible {
      throw LinkingError(
        .settings,
        "Degrees are 1 to \(Self.greatestDegree), cross moments 0 to 5 and within them, "
          + "lumps above zero.")
    }
  }

  private static var unknown: LinkingError {
    LinkingError(
      .settings,
      "Presmoothing is `none`, `loglinear:C`, `loglinear:C+LUMP`, `loglinear:aic`, "
        + "`loglinear:bic`, `loglinear:lr` or `loglinear:CX,CY,CXY`.")
  }
}
