import Scores

/// Who sat which test: the data from which a conversion is estimated.
public enum LinkingDesign: Hashable, Sendable {
  /// The same people have both scores.
  case singleGroup(BivariateDistribution)
  /// Two groups drawn from one population, one for each test.
  case equivalentGroups(from: ScoreDistribution, to: ScoreDistribution)
  /// Two groups that differ, each with a test of its own and a common anchor: each joint
  /// distribution holds the test as first and the anchor as second score.
  case anchorTest(from: BivariateDistribution, to: BivariateDistribution, anchor: Anchor)

  /// The common part of two forms.
  public struct Anchor: Hashable, Sendable {
    /// Whether the anchor's points are part of the test's score.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The anchor counts in the score of the test.
      case `internal`
      /// The anchor is sat beside the test.
      case external
    }

    /// Whether the anchor's points are part of the score.
    public let kind: Kind
    /// The weight of the first group in the synthetic population, 0...1; `nil` weighs groups by
    /// their size.
    public let weight: Double?

    /// An anchor.
    ///
    /// - Parameters:
    ///   - kind: Whether the anchor's points are part of the score.
    ///   - weight: The weight of the first group in the synthetic population, 0...1; `nil` weighs
    ///     groups by their size.
    /// - Throws: ``LinkingError`` with code `settings` for a weight outside 0...1.
    public init(kind: Kind, weight: Double? = nil) throws(LinkingError) {
      if let weight, !(0...1).contains(weight) {
        throw LinkingError(.settings, "The weight must be from 0 to 1.")
      }
      self.kind = kind
      self.weight = weight
    }
  }

  /// Everybody's score on the test that is converted.
  public var from: ScoreDistribution {
    switch self {
    case .singleGroup(let pairs): pairs.from
    case .equivalentGroups(let from, _): from
    case .anchorTest(let from, _, _): from.from
    }
  }

  /// Everybody's score on the test whose scale is the target.
  public var to: ScoreDistribution {
    switch self {
    case .singleGroup(let pairs): pairs.to
    case .equivalentGroups(_, let to): to
    case .anchorTest(_, let to, _): to.from
    }
  }

  /// The same data with source and target exchanged.
  public var reversed: LinkingDesign {
    switch self {
    case .singleGroup(let pairs): return .singleGroup(pairs.transposed)
    case .equivalentGroups(let from, let to): return .equivalentGroups(from: to, to: from)
    case .anchorTest(let from, let to, let anchor):
      return .anchorTest(from: to, to: from, anchor: anchor.exchanged)
    }
  }

  /// The same people on scales that begin at the floors, under which nobody knows who would be.
  func fromFloors() throws(LinkingError) -> LinkingDesign {
    if from.floor == nil, to.floor == nil { return self }
    return switch self {
    case .singleGroup(let pairs): .singleGroup(try pairs.fromFloor())
    case .equivalentGroups(let from, let to):
      .equivalentGroups(from: try from.fromFloor(), to: try to.fromFloor())
    case .anchorTest(let from, let to, let anchor):
      .anchorTest(from: try from.fromFloor(), to: try to.fromFloor(), anchor: anchor)
    }
  }

  /// Refuses data that cannot carry a link.
  func check(_ settings: EquatingFunction.Settings) throws(LinkingError) {
    let minimumSample = settings.minimumSample
    if (from.floor == nil) != (to.floor == nil) { throw LinkingError(.truncation) }
    let smaller = min(from.total, to.total)
    if smaller < minimumSample {
      throw LinkingError(
        .insufficientSample, "There are \(smaller), asked for are \(minimumSample).")
    }
    if settings.method.needsSpread {
      if from.occupiedPointCount == 1 {
        throw LinkingError(.zeroVariance, "Everybody has one score on the first test.")
      }
      if to.occupiedPointCount == 1 {
        throw LinkingError(.zeroVariance, "Everybody has one score on the second test.")
      }
    }
    if case .anchorTest(let first, let second, _) = self {
      try Self.checkAnchors(first.to, second.to)
    }
  }

  /// Refuses anchors through which nothing passes from one group to the other.
  private static func checkAnchors(
    _ first: ScoreDistribution, _ second: ScoreDistribution
  ) throws(LinkingError) {
    guard first.scale == second.scale else {
      throw LinkingError(.unlinkedPopulations, "The anchors have different scales.")
    }
    let (one, other) = (first.occupiedRange, second.occupiedRange)
    if !one.overlaps(other) {
      func words(_ places: ClosedRange<Int>) -> String {
        let scale = first.scale
        return "\(scale.score(at: places.lowerBound)) to \(scale.score(at: places.upperBound))"
      }
      throw LinkingError(
        .unlinkedPopulations,
        "The anchor scores of one group are \(words(one)), of the other \(words(other)).")
    }
  }
}

extension LinkingDesign.Anchor {
  /// The weight of the first group, given both groups' sizes.
  func firstWeight(_ first: Int, _ second: Int) -> Double {
    weight ?? Double(first) / Double(first + second)
  }

  var exchanged: LinkingDesign.Anchor {
    LinkingDesign.Anchor(kind: kind, checkedWeight: weight.map { 1 - $0 })
  }

  private init(kind: Kind, checkedWeight: Double?) {
    self.kind = kind
    weight = checkedWeight
  }
}
