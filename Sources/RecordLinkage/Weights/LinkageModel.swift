/// Which pairs may be linked without a person looking at them.
public enum AutomaticRule: String, Sendable, Hashable, CaseIterable {
  /// Only an equal identifier together with an agreeing name and birth date.
  case identifier
  /// That, and pairs whose probability is high enough and that no guard stops.
  case probability
}

/// The parameters of a linkage: how much each agreement says, and where the zones begin.
///
/// The weight of a pair in bits is log2(λ / (1 − λ)) + Σ log2(m / u), the probability
/// 2^W / (1 + 2^W) (Fellegi and Sunter 1969). m is the share of a level among pairs of one person,
/// u among pairs of two; a missing value counts 0. For equal names and birth days u is how common
/// that very name or day is.
public struct LinkageModel: Sendable, Hashable {
  /// m and u of one level.
  public struct Level: Sendable, Hashable {
    /// Share of the level among pairs of one person, 0…1.
    public var m: Double
    /// Share of the level among pairs of two people, 0…1.
    public var u: Double

    /// Makes a level from its two shares.
    public init(m: Double, u: Double) {
      self.m = m
      self.u = u
    }

    /// The weight in bits.
    public var bits: Double { base2Logarithm(m / u) }
  }

  /// Levels by name, in the order of ``NameLevel``; the first stands for "missing" and has no weight.
  public var name: [Level]
  /// Levels in the order of ``DateLevel``.
  public var birth: [Level]
  /// Levels in the order of ``IdentifierLevel``.
  public var identifier: [Level]
  /// Levels in the order of ``ValueLevel``.
  public var sex: [Level]
  /// Levels in the order of ``ValueLevel``.
  public var province: [Level]
  /// Levels of further fields by their name, in the order of ``FurtherLevel``; a field that is not
  /// here has ``standardFurther``.
  public var further: [String: [Level]]
  /// The expected share of right rows that have a counterpart, above 0 and below 1.
  public var matchShare: Double
  /// Least probability of a pair in review, 0…1, given which rivals it has and how many rows have a
  /// counterpart at all. Where too many true links would be expected below it, the review reaches down
  /// to a quarter of it.
  public var reviewProbability: Double
  /// Least probability of an automatic link, 0…1.
  public var automaticProbability: Double
  /// Least distance in bits to the next best candidate of either row.
  public var margin: Double
  /// What may be linked automatically.
  public var automatic: AutomaticRule

  /// Levels of a further field before training.
  public static let standardFurther = [
    Level(m: 1, u: 1), Level(m: 0.70, u: 0.005), Level(m: 0.20, u: 0.01), Level(m: 0.05, u: 0.05),
    Level(m: 0.05, u: 0.93),
  ]

  /// Whether the shares by chance and ``matchShare`` are counted anew on the tables to be linked.
  public var estimatesChance: Bool

  /// Parameters to begin with, before a model is trained: m from the error rates reported for
  /// admission files, u from name and calendar statistics.
  public static let standard = LinkageModel(
    name: [
      Level(m: 1, u: 1), Level(m: 0.808, u: 2.5e-4), Level(m: 0.02, u: 5e-6),
      Level(m: 0.08, u: 2e-5),
      Level(m: 0.01, u: 2e-5), Level(m: 0.015, u: 1e-5), Level(m: 0.015, u: 4e-5),
      Level(m: 0.025, u: 4e-4), Level(m: 0.003, u: 1.6e-3), Level(m: 0.001, u: 2e-3),
      Level(m: 0.015, u: 1e-3), Level(m: 0.003, u: 3e-3), Level(m: 0.002, u: 2e-3),
      Level(m: 0.002, u: 0.015), Level(m: 0.005, u: 0.975),
    ],
    birth: [
      Level(m: 1, u: 1), Level(m: 0.96, u: 1.0 / 1200), Level(m: 0.012, u: 1.0 / 2000),
      Level(m: 0.014, u: 0.012), Level(m: 0.008, u: 0.06), Level(m: 0.006, u: 0.92),
    ],
    identifier: [
      Level(m: 1, u: 1), Level(m: 0.94, u: 6e-6), Level(m: 0.94, u: 6e-6), Level(m: 0.035, u: 1e-4),
      Level(m: 0.02, u: 5e-4), Level(m: 0.005, u: 5e-4), Level(m: 0.006, u: 0.05),
      Level(m: 5e-4, u: 0.95),
    ],
    sex: [Level(m: 1, u: 1), Level(m: 0.99, u: 0.5), Level(m: 0.01, u: 0.5)],
    province: [Level(m: 1, u: 1), Level(m: 0.93, u: 0.05), Level(m: 0.07, u: 0.95)],
    further: [:], matchShare: 0.5, reviewProbability: 0.2, automaticProbability: 0.88, margin: 6,
    automatic: .identifier, estimatesChance: true)
}
